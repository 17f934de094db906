"""Alembic migrations of the ledger. A revision's statements stand in `sql/`, one a line, and never change again."""

from importlib.resources import files

from sqlalchemy import Connection


def run(connection: Connection, revision: str) -> None:
    """Execute the statements of a revision for the connection's dialect."""
    path = files("dragoman.ledger.migrations") / "sql" / f"{revision}.{connection.dialect.name}.sql"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("--"):
            connection.exec_driver_sql(line)
