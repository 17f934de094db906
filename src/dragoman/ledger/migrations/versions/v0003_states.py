"""Sieges, truces, alliances and populations as states beside control; all days are to be put together again."""

from alembic import op

from dragoman.ledger.migrations import run

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of states anew; what stands in them follows from the claims."""
    run(op.get_bind(), revision)
