"""Events as answers: all claims of a happening side by side, its figures as ranges, what its claims disagree on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from dragoman.assembly.disputes import Dispute, disputes
from dragoman.assembly.tolls import Toll, tolls_of
from dragoman.ledger.days import OPEN, iso
from dragoman.ledger.filters import Filter, Parties, Query, settle
from dragoman.ledger.selection import choose, known_condition
from dragoman.ledger.tables import claims, events, places
from dragoman.ledger.told import Told, fetch

_AHEAD = 6
_MOST = 60
"""Claims of one event that an answer brings at most."""


@dataclass(frozen=True, slots=True)
class Event:
    """One happening: `earliest` and `latest` are the ISO days that its claims give, null where none does.

    `claims` are those that the question may know of, in the order of publication; `sources` counts reports with their
    wire copies as one; there is no word on which claim is true.
    """

    key: str
    type: str
    kind: str
    place: str | None
    place_id: int | None
    earliest: str | None
    latest: str | None
    day: int
    sources: int
    claims: tuple[Told, ...]
    tolls: tuple[Toll, ...]
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True)
class Events:
    """One screen of events; `undated` counts claims that a dated question had to leave out."""

    events: list[Event]
    more: bool
    undated: int


def happenings(
    connection: Connection,
    query: Query,
    parties: Parties | None = None,
    *,
    counted: bool = False,
    span: tuple[int, int] | None = None,
) -> Events:
    """The events that have a claim that a query asks for (`counted`: one with figures), the latest first.

    With a span only those of one screen that are told to be going on between its days.
    """
    wanted = settle(connection, query, parties)
    found = choose(connection, replace(wanted, limit=_AHEAD * wanted.limit, counted=counted))
    keys = _events_of(connection, found.numbers)
    shown = keys[: wanted.limit]
    more = len(keys) > wanted.limit or (found.more and len(keys) == len(shown))
    return Events(described(connection, shown, wanted, span=span), more, found.undated)


def _events_of(connection: Connection, numbers: list[int]) -> list[int]:
    rows = connection.execute(select(claims.c.id, claims.c.event_id).where(claims.c.id.in_(numbers)))
    event_of = {row.id: row.event_id for row in rows}
    return list(dict.fromkeys(event_of[number] for number in numbers if event_of.get(number) is not None))


def described(
    connection: Connection,
    numbers: Iterable[int],
    wanted: Filter,
    most: int | None = _MOST,
    span: tuple[int, int] | None = None,
) -> list[Event]:
    """The events with these row numbers, in this order, with the claims known by the day asked for, `most` of each."""
    order = list(numbers)
    told: dict[str, list[Told]] = {}
    for one in fetch(connection, _claims_of(connection, order, wanted, most, span)):
        told.setdefault(one.event or "", []).append(one)
    columns = (*events.c, places.c.name.label("place"))
    joined = events.outerjoin(places, places.c.id == events.c.place_id)
    rows = {
        row.id: row for row in connection.execute(select(*columns).select_from(joined).where(events.c.id.in_(order)))
    }
    found = []
    for number in order:
        row = rows.get(number)
        if row is not None and row.key in told:
            members = tuple(sorted(told[row.key], key=lambda one: (one.origin.published or "", one.number)))
            found.append(
                Event(
                    *(
                        row.key,
                        row.type,
                        row.kind,
                        row.place,
                        row.place_id,
                        iso(row.earliest),
                        iso(row.latest),
                        row.day,
                    ),
                    len({one.origin.source for one in members}),
                    *(members, tuple(tolls_of(members)), tuple(disputes(members))),
                )
            )
    return found


def _claims_of(
    connection: Connection, order: list[int], wanted: Filter, most: int | None, span: tuple[int, int] | None
) -> list[int]:
    columns = (claims.c.id, claims.c.event_id, claims.c.latest, claims.c.known, events.c.day)
    asked = (
        select(*columns)
        .join(events, events.c.id == claims.c.event_id)
        .where(
            claims.c.event_id.in_(order),
            known_condition(wanted.known_by),
            claims.c.verdict.is_(None) | (claims.c.verdict != "rejected"),
        )
    )
    by_event: dict[int, list[Any]] = {}
    for row in connection.execute(asked.order_by(claims.c.known, claims.c.id)).all():
        by_event.setdefault(row.event_id, []).append(row)
    kept = [rows[:most] for rows in by_event.values()]
    return [row.id for rows in kept if span is None or _within(rows, span) for row in rows]


def _within(rows: list[Any], span: tuple[int, int]) -> bool:
    """Whether an event is told to go on between two days: what has no end, up to the day when that was last told."""
    ends = (row.known if row.latest == OPEN else row.latest for row in rows)
    return bool(rows[0].day <= span[1] and max(end or rows[0].day for end in ends) >= span[0])
