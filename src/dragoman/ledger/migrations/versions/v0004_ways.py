"""Indexes by which the claims of a wide question are found: doubted ones by day, places with their role."""

from alembic import op

from dragoman.ledger.migrations import run

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the indexes."""
    run(op.get_bind(), revision)
