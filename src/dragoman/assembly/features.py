"""What linking looks at: each claim as a few numbers, read from the ledger in the order of days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import floor
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from dragoman.assembly.kin import INTENDED, group_of
from dragoman.ledger.days import OPEN
from dragoman.ledger.tables import BY, TO, actor_mentions, claims, figures, place_within, places, reports

WINDOW_DAYS = 2
"""Claims whose days lie further apart than this never tell of one happening."""
CHUNK_DAYS = 30
AREA_KM = 15.0
"""A place with a larger radius is an area: it may be the wider name of a town inside it."""
_COUNTED = ("killed", "injured")


@dataclass(slots=True)
class Spot:
    """A place as linking sees it: its point, how far it reaches, and the areas below country level it lies in."""

    id: int
    key: str
    name: str
    lat: float | None
    lon: float | None
    radius_km: float
    above: tuple[int, ...] = ()
    country: bool = False

    @property
    def area(self) -> bool:
        """Whether it is an area rather than a point."""
        return self.radius_km > AREA_KM

    @property
    def cell(self) -> tuple[int, int] | None:
        """The cell of a tenth of a degree that its point lies in."""
        return None if self.lat is None or self.lon is None else (floor(self.lat * 10), floor(self.lon * 10))


@dataclass(slots=True)
class Feature:
    """One claim as linking sees it. `exact` says that its day was told; else the day is that of publication."""

    id: int
    report: int
    anchor: str
    source: int
    start: int
    end: int
    type: str
    group: str
    intended: bool
    factuality: str
    day: int
    exact: bool
    vague: bool
    known: int
    spot: Spot | None
    by: frozenset[int]
    to: frozenset[int]
    speaker: int | None
    killed: int | None
    injured: int | None
    words: int
    event: int | None
    current: bool

    @property
    def order(self) -> tuple[Any, ...]:
        """Sorts the claims of a day: those that say most come first and found the events."""
        told = (self.vague, not self.exact, self.spot is None, self.spot.area if self.spot else True)
        return (self.day, *told, self.known, self.anchor, self.start, self.type)


def spots(connection: Connection, numbers: Iterable[int] | None = None) -> dict[int, Spot]:
    """Places of the ledger by row number: all of them, or some with all that they lie in."""
    asked, within = select(places), select(place_within.c.whole_id, place_within.c.place_id)
    if numbers is not None:
        within = within.where(place_within.c.place_id.in_(sorted(numbers)))
        asked = asked.where(places.c.id.in_(select(within.subquery().c.whole_id)))
    found: dict[int, Spot] = {}
    for row in connection.execute(asked):
        country = row.key.startswith("country:") or (row.radius_km or 0) > 150
        found[row.id] = Spot(row.id, row.key, row.name, row.lat, row.lon, row.radius_km or 1.0, (), country)
    above: dict[int, list[int]] = {}
    for whole, part in connection.execute(within):
        if whole != part and whole in found and not found[whole].country:
            above.setdefault(part, []).append(whole)
    for part, wholes in above.items():
        found[part].above = tuple(sorted(wholes))
    return found


def stream(connection: Connection, first: int, last: int) -> Iterator[list[Feature]]:
    """The claims of the days `first` to `last` that may be linked, in parts of `CHUNK_DAYS`, in order."""
    known = spots(connection)
    for start in range(first, last + 1, CHUNK_DAYS):
        days = claims.c.day.between(start, min(last, start + CHUNK_DAYS - 1))
        yield sorted(_features(connection, days, known), key=lambda one: one.order)


def of_event(connection: Connection, event: int) -> list[Feature]:
    """The claims of one event, in the order in which linking looks at them."""
    places = select(claims.c.place_id).where(claims.c.event_id == event, claims.c.place_id.is_not(None))
    known = spots(connection, connection.execute(places.distinct()).scalars())
    return sorted(_features(connection, claims.c.event_id == event, known), key=lambda one: one.order)


def _features(connection: Connection, which: ColumnElement[bool], known: dict[int, Spot]) -> list[Feature]:
    parties = _parties(connection, which)
    tolls = _tolls(connection, which)
    columns = (
        *(claims.c.id, claims.c.report_id, claims.c.start, claims.c.end, claims.c.type, claims.c.factuality),
        *(claims.c.earliest, claims.c.latest, claims.c.day, claims.c.known, claims.c.place_id, claims.c.words),
        *(claims.c.event_id, claims.c.until, claims.c.verdict, reports.c.copies, reports.c.key.label("anchor")),
    )
    joined = claims.join(reports, reports.c.id == claims.c.report_id)
    rows = connection.execute(select(*columns).select_from(joined).where(which))
    nobody = (frozenset[int](), frozenset[int](), None)
    features = []
    for row in rows:
        group = group_of(row.type)
        if group is None or row.verdict == "rejected":
            continue
        by, to, speaker = parties.get(row.id, nobody)
        killed, injured = tolls.get(row.id, (None, None))
        exact = row.earliest is not None and row.earliest == row.latest
        vague = row.earliest is not None and not exact and (row.latest or OPEN) - row.earliest > WINDOW_DAYS
        features.append(
            Feature(
                id=row.id,
                report=row.report_id,
                anchor=row.anchor,
                source=row.copies or row.report_id,
                start=row.start,
                end=row.end,
                type=row.type,
                group=group,
                intended=row.factuality in INTENDED,
                factuality=row.factuality,
                day=row.day,
                exact=exact,
                vague=vague,
                known=row.known or 0,
                spot=known.get(row.place_id),
                by=by,
                to=to,
                speaker=speaker,
                killed=killed,
                injured=injured,
                words=row.words,
                event=row.event_id,
                current=row.until is None,
            )
        )
    return features


def _parties(
    connection: Connection, which: ColumnElement[bool]
) -> dict[int, tuple[frozenset[int], frozenset[int], int | None]]:
    columns = (actor_mentions.c.claim_id, actor_mentions.c.slot, actor_mentions.c.position, actor_mentions.c.actor_id)
    joined = claims.join(actor_mentions, actor_mentions.c.claim_id == claims.c.id)
    found: dict[int, tuple[set[int], set[int], int | None]] = {}
    for claim, slot, position, actor in connection.execute(select(*columns).select_from(joined).where(which)):
        by, to, speaker = found.get(claim) or (set(), set(), None)
        if slot == BY:
            by.add(actor)
        elif slot == TO:
            to.add(actor)
        elif position == 0:
            speaker = actor
        found[claim] = (by, to, speaker)
    return {claim: (frozenset(by), frozenset(to), speaker) for claim, (by, to, speaker) in found.items()}


def _tolls(connection: Connection, which: ColumnElement[bool]) -> dict[int, tuple[int | None, int | None]]:
    columns = (figures.c.claim_id, figures.c.what, figures.c.value, figures.c.low, figures.c.high)
    joined = claims.join(figures, figures.c.claim_id == claims.c.id)
    asked = select(*columns).select_from(joined)
    found: dict[int, tuple[int | None, int | None]] = {}
    counted = asked.where(which, figures.c.what.in_(_COUNTED))
    for claim, what, value, low, high in connection.execute(counted):
        killed, injured = found.get(claim, (None, None))
        number = next((one for one in (value, low, high) if one is not None), None)
        found[claim] = (number, injured) if what == "killed" else (killed, number)
    return found
