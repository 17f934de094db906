"""The tables of the first ledger."""

from alembic import op

from dragoman.ledger.migrations import run

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create them."""
    run(op.get_bind(), revision)
