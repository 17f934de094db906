"""What else holds over time: sieges, truces, alliances, and how many people are said to live or shelter in a place."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from dragoman.assembly.evidence import parties
from dragoman.assembly.features import Spot, spots
from dragoman.assembly.sides import Sides
from dragoman.assembly.tolls import Toll, tolls_of, voice_of
from dragoman.ledger.days import OPEN, today
from dragoman.ledger.days import day as number_of
from dragoman.ledger.filters import Filter, Parties, Query, settle
from dragoman.ledger.selection import choose
from dragoman.ledger.tables import claims
from dragoman.ledger.told import Told, fetch
from dragoman.model import UsageError

KINDS = ("siege", "ceasefire", "alliance", "population")
_READ = 40


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim about a state: it begins or goes on (`holds`), ends, or is denied, on a day, by a voice."""

    day: int
    holds: bool
    denied: bool
    ends: int | None
    anchor: str
    told: Told


@dataclass(slots=True)
class State:
    """A state between parties at a place (null where none is told): since when, until when (null: it still holds).

    `supported` is the day of the last claim that it holds, `denied_by` the voices that deny it; `tolls` are the
    figures of people told of it, by speaker.
    """

    kind: str
    place: Spot | None
    parties: tuple[str, ...]
    since: int
    ended: int | None
    supported: int
    voices: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    claims: tuple[Told, ...] = ()
    tolls: tuple[Toll, ...] = field(default_factory=tuple)


def standing(connection: Connection, kind: str, query: Query, register: Parties | None = None) -> list[State]:
    """The states of a kind that held on the day asked for (today where none is), the last supported first."""
    if kind not in KINDS:
        raise UsageError(f"{kind!r} is no state: there are control, {', '.join(KINDS)}")
    wanted = settle(connection, query, register)
    day = wanted.at or wanted.known_by or today()
    asked = Filter(
        known_by=wanted.known_by,
        speakers=wanted.speakers,
        outlets=wanted.outlets,
        place=wanted.place,
        actors=wanted.actors,
        types=(kind,),
        factuality=("happened", "denied"),
        limit=_READ * wanted.limit,
    )
    told = fetch(connection, choose(connection, asked).numbers)
    sides = Sides.of(connection, register)
    found = [state for state in _states(connection, kind, told, sides) if state.since <= day < (state.ended or OPEN)]
    return sorted(found, key=lambda state: (-state.supported, state.since, state.parties))[: wanted.limit]


def _states(connection: Connection, kind: str, told: list[Told], sides: Sides) -> list[State]:
    numbers = [one.number for one in told]
    named = parties(connection, numbers)
    place_of = {
        row.id: row.place_id
        for row in connection.execute(select(claims.c.id, claims.c.place_id).where(claims.c.id.in_(numbers)))
    }
    known = spots(connection, {place for place in place_of.values() if place is not None})
    groups: dict[tuple[object, ...], list[Statement]] = {}
    keys: dict[tuple[object, ...], tuple[Spot | None, tuple[str, ...]]] = {}
    for one in told:
        statement = _statement(one)
        if statement is None:
            continue
        by, to, _ = named.get(one.number, ((), (), ()))
        place = known.get(place_of.get(one.number) or -1)
        involved = _involved(kind, by, to, sides, statement.day)
        key = (place.key if place and kind != "alliance" else None, () if kind == "population" else involved)
        groups.setdefault(key, []).append(statement)
        keys[key] = (place if kind != "alliance" else None, key[1])
    return [state for key, said in groups.items() for state in spells(kind, *keys[key], said)]


def _involved(kind: str, by: tuple[str, ...], to: tuple[str, ...], sides: Sides, day: int) -> tuple[str, ...]:
    named = by if kind == "siege" else (*by, *to)
    return tuple(sorted(sides.wholes(named, day)))


def _statement(told: Told) -> Statement | None:
    day = told.earliest if told.earliest is not None else number_of(told.origin.published)
    if day is None:
        return None
    limits = [number_of(item.latest) for item in told.claim.deadline]
    ends = max((limit for limit in limits if limit is not None), default=None)
    if told.latest is not None and told.latest < OPEN and told.latest > day:
        ends = told.latest
    denied = told.claim.factuality == "denied"
    anchor = f"{told.origin.published}/{told.origin.publisher}/{told.claim.id}"
    return Statement(day, told.claim.phase != "end" and not denied, denied, ends, anchor, told)


def spells(kind: str, place: Spot | None, parties_: tuple[str, ...], said: Iterable[Statement]) -> list[State]:
    """The spells that statements about one matter make: it holds until it is ended or its time is up."""
    found: list[State] = []
    current: State | None = None
    limit: int | None = None
    for one in sorted(said, key=lambda each: (each.day, each.holds, each.anchor)):
        if current is not None and limit is not None and one.day > limit:
            current.ended, current, limit = limit + 1, None, None
        voice = voice_of(one.told)
        if one.holds:
            if current is None:
                current = State(kind, place, parties_, one.day, None, one.day)
                found.append(current)
            current.supported = max(current.supported, one.day)
            current.voices = tuple(sorted({*current.voices, voice}))
            current.claims = (*current.claims, one.told)
            limit = one.ends if one.ends is not None else limit
        elif current is not None and one.denied:
            current.denied_by = tuple(sorted({*current.denied_by, voice}))
            current.claims = (*current.claims, one.told)
        elif current is not None:
            current.ended, current.claims, current, limit = one.day, (*current.claims, one.told), None, None
    if current is not None and limit is not None:
        current.ended = limit + 1
    for state in found:
        state.tolls = tuple(tolls_of(state.claims))
    return found
