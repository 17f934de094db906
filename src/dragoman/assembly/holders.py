"""Who holds what: the answer for one place with all inside it, at a day, as known by a day, by a voice."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Select, func, select

from dragoman.assembly import control
from dragoman.assembly.control import Segment, timeline
from dragoman.assembly.evidence import TYPES, Evidence, Span, gather, order
from dragoman.assembly.features import Spot, spots
from dragoman.assembly.sides import Sides
from dragoman.ledger.copies import chunks
from dragoman.ledger.days import today
from dragoman.ledger.filters import Filter, Parties, Query, settle
from dragoman.ledger.tables import actor_mentions, actors, claims, place_within, states


@dataclass(frozen=True, slots=True)
class PlaceHeld:
    """One place: who held it on the day asked for, the timeline, and how old the last support was (days).

    `cut` says that the timeline does not go back to the first claim, so that its first segment may begin earlier.
    """

    place: Spot
    segment: Segment | None
    timeline: tuple[Segment, ...]
    age: int | None
    cut: bool = False

    @property
    def claims(self) -> set[int]:
        """The rows of the claims that the answer rests on."""
        return {number for one in self.segment.holdings for number in one.claims} if self.segment else set()


@dataclass(frozen=True, slots=True)
class Holders:
    """One screen of places with who held them on `day`; `more` says that the limit cut it."""

    day: int
    places: list[PlaceHeld]
    more: bool

    def rows(self, timeline: bool = False) -> list[tuple[int, PlaceHeld]]:
        """A day and what was held then: the day asked for, or the beginning of every change."""
        if not timeline:
            return [(self.day, held) for held in self.places]
        changes = [(held, segment) for held in self.places for segment in held.timeline]
        return [(segment.start, replace(held, segment=segment, age=None)) for held, segment in changes]


LOOK_BACK = 150
"""Claims of each place that an answer for one day looks back over."""
_AHEAD_DAYS = 31


def holders(connection: Connection, query: Query, register: Parties | None = None, *, whole: bool = False) -> Holders:
    """Who held the places that a query asks for: those told of last come first, the place itself before all.

    An actor takes the places that it, or what it is part of, was said to hold that day. `whole` gives timelines from
    the first claim on; else they go back as far as the day asked for needs.
    """
    wanted = settle(connection, query, register)
    numbers = _places(connection, wanted, _day(wanted))
    if wanted.actors is None:
        shown = holders_of(connection, numbers[: wanted.limit], wanted, register, whole=whole)
        return Holders(shown.day, shown.places, len(numbers) > wanted.limit)
    keys, kept = _wholes(connection, wanted.actors, _day(wanted), register), list[PlaceHeld]()
    for part in chunks(numbers, wanted.limit):
        if len(kept) <= wanted.limit:
            held = holders_of(connection, part, wanted, register, whole=whole).places
            kept += [one for one in held if one.segment and any(each.holder in keys for each in one.segment.holdings)]
    return Holders(_day(wanted), kept[: wanted.limit], len(kept) > wanted.limit)


def holders_of(
    connection: Connection,
    numbers: list[int],
    wanted: Filter,
    register: Parties | None = None,
    *,
    whole: bool = False,
) -> Holders:
    """Who held these places on the day that a filter asks for (today where it asks for none)."""
    day = _day(wanted)
    known = spots(connection, numbers)
    span = None if whole else Span(day + _AHEAD_DAYS, LOOK_BACK)
    lines = timelines(connection, numbers, wanted, known, Sides.of(connection, register), span)
    cut = span.cut if span else set[int]()
    held = [_held(known[number], lines[number], day, cut) for number in numbers]
    return Holders(day, [one for one in held if one.timeline], False)


def _day(wanted: Filter) -> int:
    return wanted.at or wanted.known_by or today()


def _wholes(connection: Connection, numbers: Iterable[int], day: int, register: Parties | None) -> set[str]:
    keys = connection.execute(select(actors.c.key).where(actors.c.id.in_(sorted(numbers)))).scalars()
    return set(Sides.of(connection, register).wholes(keys, day))


def _held(place: Spot, line: list[Segment], day: int, cut: set[int]) -> PlaceHeld:
    segment = control.at(line, day)
    supported = max((one.supported for one in segment.holdings), default=None) if segment else None
    age = None if supported is None else day - supported
    return PlaceHeld(place, segment, tuple(line), age, bool(cut & {place.id, *place.above}))


def actor_labels(connection: Connection, places: Iterable[PlaceHeld]) -> dict[str, str]:
    """The names of all actors in these answers by key."""
    keys = {
        key
        for held in places
        for segment in held.timeline
        for one in segment.holdings
        for key in (one.holder, *one.voices, *one.denied_by)
    }
    return names_of(connection, keys)


def names_of(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    """The names of actors by key."""
    found: dict[str, str] = {}
    for part in chunks(sorted(keys)):
        rows = connection.execute(select(actors.c.key, actors.c.name).where(actors.c.key.in_(part)))
        found.update({row.key: row.name for row in rows})
    return found


def state_ids(connection: Connection, found: Holders) -> dict[int, list[str]]:
    """The ids of the states that held on the day of an answer, by place."""
    wanted = [held.place.id for held in found.places]
    asked = select(states.c.place_id, states.c.key).where(
        states.c.kind == "control",
        states.c.place_id.in_(wanted),
        states.c.began <= found.day,
        states.c.ended > found.day,
    )
    ids: dict[int, list[str]] = {}
    for row in connection.execute(asked.order_by(states.c.key)):
        ids.setdefault(row.place_id, []).append(row.key)
    return ids


def timelines(
    connection: Connection,
    numbers: list[int],
    wanted: Filter,
    known: dict[int, Spot],
    sides: Sides,
    span: Span | None = None,
) -> dict[int, list[Segment]]:
    """The timeline of each place, from the evidence on it and on the areas (below country level) that it lies in."""
    areas = {whole for number in numbers for whole in known[number].above}
    by_place: dict[int, list[Evidence]] = {}
    for one in gather(connection, areas | set(numbers), wanted, span):
        by_place.setdefault(one.place, []).append(one)
    found = {}
    for number in numbers:
        evidence = list(by_place.get(number, ()))
        for whole in known[number].above:
            evidence += [one._replace(area=True) for one in by_place.get(whole, ())]
        evidence.sort(key=order)
        found[number] = timeline(evidence, sides)
    return found


def _places(connection: Connection, wanted: Filter, day: int) -> list[int]:
    if wanted.actors is not None:
        return _of_actors(connection, wanted, day)
    if wanted.place is None:
        return _lately(connection, day, wanted.limit + 1)
    last = func.max(claims.c.day)
    asked = select(claims.c.place_id).where(claims.c.type.in_(TYPES), claims.c.place_id.in_(_inside(wanted.place)))
    asked = asked.where(claims.c.day <= day + 1).group_by(claims.c.place_id).order_by(last.desc(), claims.c.place_id)
    found = list(connection.execute(asked.limit(wanted.limit + 1)).scalars())
    return [wanted.place, *(number for number in found if number != wanted.place)]


def _inside(place: int) -> Select[tuple[int]]:
    return select(place_within.c.place_id).where(place_within.c.whole_id == place)


def _of_actors(connection: Connection, wanted: Filter, day: int) -> list[int]:
    """The places told of last in claims that have one of these actors in them, twice as many as a screen holds."""
    mentioned = (
        select(claims.c.day, claims.c.place_id)
        .select_from(actor_mentions.join(claims, claims.c.id == actor_mentions.c.claim_id))
        .where(actor_mentions.c.actor_id.in_(sorted(wanted.actors or ())), actor_mentions.c.day <= day + 1)
        .where(claims.c.type.in_(TYPES), claims.c.place_id.is_not(None))
    )
    if wanted.place is not None:
        mentioned = mentioned.where(claims.c.place_id.in_(_inside(wanted.place)))
    latest = mentioned.order_by(actor_mentions.c.day.desc()).limit(20 * wanted.limit)
    rows = connection.execute(latest).all()
    ordered = sorted(rows, key=lambda row: (-row.day, row.place_id))
    return list(dict.fromkeys(row.place_id for row in ordered))[: 2 * wanted.limit]


def _lately(connection: Connection, day: int, limit: int) -> list[int]:
    """The places that were told of last, found by walking back from the day, type by type."""
    rows: list[tuple[int, int]] = []
    for kind in TYPES:
        asked = select(claims.c.day, claims.c.place_id).where(claims.c.type == kind, claims.c.day <= day + 1)
        latest = connection.execute(asked.order_by(claims.c.day.desc(), claims.c.id.desc()).limit(20 * limit))
        rows += [(row.day, row.place_id) for row in latest if row.place_id is not None]
    ordered = sorted(rows, key=lambda row: (-row[0], row[1]))
    return list(dict.fromkeys(place for _, place in ordered))[:limit]
