"""What reviewers taught about names."""

from alembic import op

from dragoman.ledger.tables import lessons

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table."""
    lessons.create(op.get_bind())
