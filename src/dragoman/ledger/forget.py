"""Forgetting a report: its text, claims and what reviews quote of it go; a tombstone and the chain's hashes stay."""

from typing import Any

from sqlalchemy import Connection, delete, exists, or_, select, update

from dragoman.ledger import chain, fulltext, reapply
from dragoman.ledger.clock import now
from dragoman.ledger.store import Ledger
from dragoman.ledger.tables import (
    actor_mentions,
    actors,
    bands,
    pins,
    place_mentions,
    place_within,
    places,
    reports,
    reviews,
)
from dragoman.model import UsageError

_BLANK = ("name", "title", "url", "text", "loaded", "warnings", "signature", "copies", "source_id", "published_from")


def forget(ledger: Ledger, report: str, reviewer: str, reason: str) -> int:
    """Forget all versions of a report, named by its id, url, key or row number; gives how many were forgotten.

    The same text can't come back under the same address. Raises `UsageError` where nothing, or more than one address,
    goes by that name.
    """
    with ledger.write() as connection:
        rows = _versions(connection, report)
        for row in rows:
            _forget(connection, row)
            payload = {"report": row["key"], "reason": reason}
            chain.append(connection, reviewer, "forget", payload)
        _drop_unused(connection)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("INSERT INTO report_words(report_words) VALUES ('optimize')")
    _purge(ledger)
    return len(rows)


def _versions(connection: Connection, name: str) -> list[dict[str, Any]]:
    names: list[Any] = [reports.c.name == name, reports.c.url == name, reports.c.key == name]
    if name.isdigit():
        names.append(reports.c.id == int(name))
    found = connection.execute(select(reports.c.address).where(or_(*names), reports.c.forgotten.is_(None)).distinct())
    addresses = list(found.scalars())
    if len(addresses) != 1:
        many = f"{len(addresses)} reports go by" if addresses else "no report goes by"
        raise UsageError(f"{many} {name!r}; name it by id, url, key or row number; `dragoman review show` prints them")
    asked = select(reports).where(reports.c.address == addresses[0], reports.c.forgotten.is_(None))
    return [dict(row._mapping) for row in connection.execute(asked.order_by(reports.c.id))]


def _forget(connection: Connection, row: dict[str, Any]) -> None:
    number = row["id"]
    fulltext.drop_report(connection, number)
    reapply.withdraw(connection, [number])
    connection.execute(delete(bands).where(bands.c.report_id == number))
    connection.execute(delete(pins).where(pins.c.report_id == number))
    connection.execute(update(reviews).where(reviews.c.report_id == number).values(payload=None))
    blank = dict.fromkeys(_BLANK)
    connection.execute(update(reports).where(reports.c.id == number).values(**blank, forgotten=now()))


def _drop_unused(connection: Connection) -> None:
    """Words that only the forgotten report used for actors and places go too."""
    used = exists().where(actor_mentions.c.actor_id == actors.c.id)
    connection.execute(delete(actors).where(actors.c.key.startswith("~"), ~used))
    used = exists().where(place_mentions.c.place_id == places.c.id)
    unused = select(places.c.id).where(places.c.key.startswith("~"), ~used)
    gone = list(connection.execute(unused).scalars())
    connection.execute(delete(place_within).where(place_within.c.place_id.in_(gone)))
    connection.execute(delete(places).where(places.c.id.in_(gone)))


def _purge(ledger: Ledger) -> None:
    """Empty the write-ahead log, where the old pages may still lie."""
    if ledger.engine.dialect.name == "sqlite":
        with ledger.engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
