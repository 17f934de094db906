"""Reviews are append-only: the database itself refuses to change or drop one, save for forgetting its payload."""

from sqlalchemy import Connection

_KEPT = ("id", "reviewer", "recorded", "action", "payload_hash", "previous", "hash")
_SQLITE = (
    "CREATE TRIGGER reviews_stay BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END",
    "CREATE TRIGGER reviews_keep BEFORE UPDATE ON reviews WHEN NEW.payload IS NOT NULL"
    + "".join(f" OR NEW.{name} IS NOT OLD.{name}" for name in _KEPT)
    + " BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END",
)
_POSTGRESQL = (
    "CREATE FUNCTION reviews_refuse() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'reviews are append-only'; END $$",
    "CREATE TRIGGER reviews_stay BEFORE DELETE ON reviews FOR EACH ROW EXECUTE FUNCTION reviews_refuse()",
    "CREATE TRIGGER reviews_keep BEFORE UPDATE ON reviews FOR EACH ROW WHEN (NEW.payload IS NOT NULL"
    + "".join(f" OR NEW.{name} IS DISTINCT FROM OLD.{name}" for name in _KEPT)
    + ") EXECUTE FUNCTION reviews_refuse()",
)


def create(connection: Connection) -> None:
    """Create the triggers."""
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.exec_driver_sql(statement)
