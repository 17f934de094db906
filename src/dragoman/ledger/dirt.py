"""Which days have claims that were not put together yet."""

from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from dragoman.ledger.tables import claims, progress

FROM, TO = "unlinked from", "unlinked to"


def soil(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Note that the days of these claims must be linked again."""
    days = [row["day"] for row in rows if row["day"]]
    if days:
        span = dirty(connection)
        mark(connection, min(days + ([span[0]] if span else [])), max(days + ([span[1]] if span else [])))


def dirty(connection: Connection) -> tuple[int, int] | None:
    """First and last day to be linked again, null where all is linked."""
    found = {row.name: row.value for row in connection.execute(select(progress.c.name, progress.c.value))}
    return (found[FROM], found[TO]) if FROM in found else None


def all_days(connection: Connection) -> tuple[int, int] | None:
    """First and last day that claims have, null where there are none."""
    asked = select(func.min(claims.c.day), func.max(claims.c.day)).where(claims.c.day > 0)
    first, last = connection.execute(asked).one()
    return None if first is None else (first, last)


def mark(connection: Connection, first: int, last: int) -> None:
    """Set the span of days to be linked again."""
    clean(connection)
    connection.execute(insert(progress), [{"name": FROM, "value": first}, {"name": TO, "value": last}])


def clean(connection: Connection) -> None:
    """Note that all is linked."""
    connection.execute(delete(progress).where(progress.c.name.in_([FROM, TO])))
