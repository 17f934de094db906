"""The tables of the first ledger."""

from alembic import op

from dragoman.ledger import appendonly, fulltext
from dragoman.ledger.tables import lessons, metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create them."""
    connection = op.get_bind()
    metadata.create_all(connection, tables=[table for table in metadata.sorted_tables if table is not lessons])
    fulltext.create(connection)
    appendonly.create(connection)
