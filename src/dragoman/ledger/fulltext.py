"""Full text over the reports: FTS5 on SQLite, tsvector on PostgreSQL; and the R*Tree of places on SQLite."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, text


def add_reports(connection: Connection, rows: Iterable[dict[str, Any]]) -> None:
    """Make the words of new reports findable."""
    if connection.dialect.name == "sqlite":
        values = [(row["id"], row["title"], row["text"]) for row in rows]
        if values:
            connection.exec_driver_sql("INSERT INTO report_words(rowid, title, text) VALUES (?, ?, ?)", values)


def drop_report(connection: Connection, report: int) -> None:
    """Make the words of a report unfindable; call it while its text is still stored."""
    if connection.dialect.name == "sqlite":
        statement = (
            "INSERT INTO report_words(report_words, rowid, title, text)"
            " SELECT 'delete', id, title, text FROM reports WHERE id = :id"
        )
        connection.execute(text(statement), {"id": report})


def add_places(connection: Connection, rows: Iterable[dict[str, Any]]) -> None:
    """Put new places with a point on the map index."""
    if connection.dialect.name == "sqlite":
        values = [{"id": row["id"], "lat": row["lat"], "lon": row["lon"]} for row in rows if row["lat"] is not None]
        if values:
            connection.execute(text("INSERT INTO place_box VALUES (:id, :lat, :lat, :lon, :lon)"), values)


def matches(connection: Connection, words: str, limit: int) -> list[int]:
    """Ids of reports that hold all the words ("a phrase" in quotes), newest stored first, `limit` at most."""
    if connection.dialect.name == "sqlite":
        statement = "SELECT rowid FROM report_words WHERE report_words MATCH :words ORDER BY rowid DESC LIMIT :limit"
        asked = {"words": _quoted(words), "limit": limit}
    else:
        statement = (
            "SELECT id FROM reports WHERE words @@ websearch_to_tsquery('simple', :words) ORDER BY id DESC LIMIT :limit"
        )
        asked = {"words": words, "limit": limit}
    return [row[0] for row in connection.execute(text(statement), asked)]


def snippet(connection: Connection, report: int, words: str) -> str:
    """The words of a report around what was sought."""
    if connection.dialect.name == "sqlite":
        statement = (
            "SELECT snippet(report_words, 1, '', '', '…', 24) FROM report_words"
            " WHERE report_words MATCH :words AND rowid = :report"
        )
        asked = {"words": _quoted(words), "report": report}
    else:
        statement = (
            "SELECT ts_headline('simple', text, websearch_to_tsquery('simple', :words),"
            " 'StartSel=, StopSel=, MaxWords=24, MinWords=12') FROM reports WHERE id = :report"
        )
        asked = {"words": words, "report": report}
    return " ".join(str(connection.execute(text(statement), asked).scalar() or "").split())


def _quoted(words: str) -> str:
    parts = words.split('"')
    phrases = [part for at, part in enumerate(parts) if at % 2] + " ".join(parts[::2]).split()
    return " ".join(f'"{phrase}"' for phrase in phrases if phrase.strip()) or '""'


def within(connection: Connection, box: tuple[float, float, float, float]) -> list[int]:
    """Ids of places whose point lies between south, north, west and east (degrees)."""
    asked = dict(zip(("south", "north", "west", "east"), box, strict=True))
    if connection.dialect.name == "sqlite":
        statement = (
            "SELECT id FROM place_box WHERE south >= :south AND north <= :north AND west >= :west AND east <= :east"
        )
    else:
        statement = "SELECT id FROM places WHERE lat BETWEEN :south AND :north AND lon BETWEEN :west AND :east"
    return [row[0] for row in connection.execute(text(statement), asked)]
