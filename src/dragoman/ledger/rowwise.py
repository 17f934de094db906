"""Many rows at once."""

from typing import Any

from sqlalchemy import Connection, Table, insert


def store(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows that have the same columns; none is fine.

    On SQLite past SQLAlchemy's own handling of each value, which costs more than storing it.
    """
    if not rows:
        return
    if connection.dialect.name != "sqlite":
        connection.execute(insert(table), rows)
        return
    names = list(rows[0])
    columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    values = [tuple(map(row.__getitem__, names)) for row in rows]
    connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})', values)
