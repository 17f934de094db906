"""The version of a ledger's tables: made new, checked on opening, brought up to date by Alembic."""

from sqlalchemy import Connection, inspect, text

from dragoman.model import LedgerError

HEAD = "0004"
"""The newest revision, which this version of Dragoman reads and writes."""


def version(connection: Connection) -> str | None:
    """The revision of a ledger, null where there is no ledger yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def require(connection: Connection, where: str) -> None:
    """Raise `LedgerError` unless the ledger has the newest revision."""
    found = version(connection)
    if found is None:
        raise LedgerError(f"ledger {where}: there is no ledger here; `dragoman ingest` makes one")
    if found > HEAD:
        raise LedgerError(f"ledger {where}: made by a newer Dragoman (schema {found}, this one reads {HEAD}); update")
    if found < HEAD:
        raise LedgerError(f"ledger {where}: has the older schema {found}; run `dragoman ledger migrate`")


def upgrade(connection: Connection) -> None:
    """Create the tables, or bring them to the newest revision, inside the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "dragoman.ledger:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
