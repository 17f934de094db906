"""What reviewers taught about names."""

from alembic import op

from dragoman.ledger.migrations import run

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table."""
    run(op.get_bind(), revision)
