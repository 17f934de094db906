"""What was told later of a matter: claims of its parties or at its place, from its day on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, ColumnElement, Connection, Integer, Row, Select, bindparam, or_, select

from dragoman.assembly.evidence import parties
from dragoman.assembly.features import Spot, spots
from dragoman.assembly.sides import Sides
from dragoman.ledger.copies import chunks
from dragoman.ledger.selection import known_condition
from dragoman.ledger.tables import actor_mentions, actors, claims, place_within
from dragoman.ledger.told import Told

MOST = 400
"""Later claims that are looked at for one matter."""
_SOON_DAYS = (30, 90)


class Later(NamedTuple):
    """One later claim: its row and id, and who is in it by key; `words` are those of its sentence as bits."""

    claim: int
    mark: str
    day: int
    type: str
    factuality: str
    phase: str | None
    by: tuple[str, ...]
    to: tuple[str, ...]
    at_place: bool
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What is followed up: from a day to a day, at a place (null where none is told), between parties.

    `places` are the place with all inside it and the areas above, null for a country or none.
    """

    first: int
    last: int
    known_by: int | None
    place: Spot | None
    places: tuple[int, ...] | None
    parties: tuple[str, ...]


def later(
    connection: Connection, matter: Matter, types: Iterable[str], words: Sequence[tuple[int, bool]] = ()
) -> list[Later]:
    """Claims of these types that may bear on a matter, in the order of days; those of other places are left out.

    With words (as bits) only those whose sentences hold one of some, or two where that is asked for.
    """
    rows = _rows(connection, matter, sorted(types), words)
    named_in = parties(connection, [row[0] for row in rows], speakers=False)
    at_place, nobody = matter.place is not None, ((), (), ())
    found = []
    for row in rows:
        number, mark, day, kind, factuality, phase, bits = tuple(row)
        by, to, _ = named_in.get(number, nobody)
        found.append(Later(number, mark, day, kind, factuality, phase, by, to, at_place, bits))
    return found


def _rows(
    connection: Connection, matter: Matter, types: list[str], words: Sequence[tuple[int, bool]]
) -> Sequence[Row[Any]]:
    here = matter.places
    asked = _asked(matter.known_by is not None, here is not None, tuple(two for _, two in words))
    given: dict[str, Any] = {"types": types}
    if matter.known_by is not None:
        given["known"] = matter.known_by
    given |= {"places": list(here)} if here is not None else {"parties": list(matter.parties)}
    given |= {f"bits{at}": bits for at, (bits, _) in enumerate(words)}
    rows: list[Row[Any]] = []
    for first, last in _spans(matter, here is not None):
        rows += connection.execute(asked, {**given, "first": first, "last": last}).all()
        if len(rows) >= MOST:
            break
    return rows[:MOST]


def _spans(matter: Matter, placed: bool) -> Iterator[tuple[int, int]]:
    """The days to look through, all at once at a place; claims of a party may be thousands, so the first days first."""
    first = matter.first
    for days in () if placed else _SOON_DAYS:
        if first + days < matter.last:
            yield first, first + days - 1
            first += days
    yield first, matter.last


@cache
def _asked(known: bool, placed: bool, words: tuple[bool, ...]) -> Select[Any]:
    """The statement, made once for each shape, since making it takes longer than running it."""
    columns = (
        *(claims.c.id, claims.c.mark, claims.c.day, claims.c.type, claims.c.factuality, claims.c.phase),
        claims.c.words,
    )
    first, last = bindparam("first", type_=Integer), bindparam("last", type_=Integer)
    # Without a place the claims are looked up by party: no index shall serve the type then.
    kind, day = (claims.c.type, claims.c.day) if placed else (claims.c.type.concat(""), claims.c.day + 0)
    asked = select(*columns).where(
        kind.in_(bindparam("types", expanding=True)),
        day.between(first, last),
        claims.c.factuality.in_(("happened", "denied")),
        or_(claims.c.verdict.is_(None), claims.c.verdict != "rejected"),
        known_condition(bindparam("known", type_=Integer) if known else None),
    )
    if words:
        asked = asked.where(
            or_(*(_holds(bindparam(f"bits{at}", type_=BigInteger), two) for at, two in enumerate(words)))
        )
    if placed:
        asked = asked.where(claims.c.place_id.in_(bindparam("places", expanding=True)))
    else:
        named = select(actors.c.id).where(actors.c.key.in_(bindparam("parties", expanding=True)))
        mentioned = select(actor_mentions.c.claim_id).where(
            actor_mentions.c.actor_id.in_(named), actor_mentions.c.day.between(first, last)
        )
        asked = asked.where(claims.c.id.in_(mentioned))
    return asked.order_by(claims.c.day, claims.c.id).limit(MOST)


def _holds(bits: ColumnElement[int], two: bool) -> ColumnElement[bool]:
    shared = claims.c.words.bitwise_and(bits)
    # A number without its lowest bit is not 0 where it has another.
    return shared.bitwise_and(shared - 1) != 0 if two else shared != 0


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one matter with who is in them: authors and addressees by key, and the place of the first told."""

    told: tuple[Told, ...]
    authors: tuple[str, ...]
    addressees: tuple[str, ...]
    place: Spot | None
    places: tuple[int, ...] | None

    @property
    def first(self) -> Told:
        """The claim of the earliest day."""
        return min(self.told, key=lambda one: (one.day, one.number))


def grouped(connection: Connection, told: Iterable[Told]) -> list[Group]:
    """Claims put together by event, in the order of their first; claims without an event stand alone."""
    groups: dict[str, list[Told]] = {}
    for one in told:
        groups.setdefault(one.event or f"claim {one.number}", []).append(one)
    numbers = [one.number for group in groups.values() for one in group]
    named = parties(connection, numbers)
    rows = connection.execute(select(claims.c.id, claims.c.place_id).where(claims.c.id.in_(numbers)))
    place_of = {row.id: row.place_id for row in rows}
    known = spots(connection, {place for place in place_of.values() if place is not None})
    around = _around(connection, known.values())
    found = []
    for group in groups.values():
        slots = [named.get(one.number, ((), (), ())) for one in group]
        authors = tuple(dict.fromkeys(key for by, _, _ in slots for key in by))
        addressees = tuple(dict.fromkeys(key for _, to, _ in slots for key in to))
        first = min(group, key=lambda one: (one.day, one.number))
        place = place_of.get(first.number) or -1
        found.append(Group(tuple(group), authors, addressees, known.get(place), around.get(place)))
    return found


def _around(connection: Connection, places: Iterable[Spot]) -> dict[int, tuple[int, ...]]:
    """Each place with all inside it and the areas above; countries are left out.

    Listed, since SQLite finds no index for "inside it, or an area above it".
    """
    found = {place.id: {*place.above} for place in places if not place.country}
    inside = select(place_within.c.whole_id, place_within.c.place_id)
    for part in chunks(sorted(found)):
        for whole, place in connection.execute(inside.where(place_within.c.whole_id.in_(part))):
            found[whole].add(place)
    return {place: tuple(sorted(others)) for place, others in found.items()}


def involves(some: Iterable[str], others: Iterable[str], sides: Sides, day: int) -> bool:
    """Whether any of some is, or stands with, any of the others."""
    ours, theirs = set(some), set(others)
    if ours & theirs:
        return True
    return any(sides.together(one, other, day) for one in ours for other in theirs)
