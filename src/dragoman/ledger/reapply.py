"""A report read again: its claims are replaced, what reviewers and links said about them is kept."""

from typing import Any

from sqlalchemy import Connection, Table, delete, select

from dragoman.ledger.tables import claims

Hints = dict[tuple[int, str], list[tuple[int, int, int]]]
"""Report and type to the spans that claims had, each with the event that it belonged to."""


def withdraw(connection: Connection, reports: list[int], parts: tuple[Table, ...]) -> Hints:
    """Take the machine's claims of these reports out; gives where their events stood, for the claims that follow."""
    hints: Hints = {}
    if not reports:
        return hints
    columns = (claims.c.id, claims.c.report_id, claims.c.type, claims.c.start, claims.c.end, claims.c.event_id)
    rows = connection.execute(select(*columns).where(claims.c.report_id.in_(reports))).all()
    for row in rows:
        if row.event_id is not None:
            hints.setdefault((row.report_id, row.type), []).append((row.start, row.end, row.event_id))
    numbers = [row.id for row in rows]
    for table in parts:
        connection.execute(delete(table).where(table.c.claim_id.in_(numbers)))
    connection.execute(delete(claims).where(claims.c.id.in_(numbers)))
    return hints


def hinted(hints: Hints, report: int, row: dict[str, Any]) -> int | None:
    """The event of the earlier claim of this type whose span overlaps most, null where there is none."""
    best, event = 0, None
    for start, end, candidate in hints.get((report, row["type"]), ()):
        shared = min(end, row["end"]) - max(start, row["start"])
        if shared > best:
            best, event = shared, candidate
    return event


def reviews(connection: Connection, reports: list[int]) -> None:
    """Let the reviews of these reports stand on their new claims."""
