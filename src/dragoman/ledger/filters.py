"""What a query asks for, in the user's words and in the ledger's numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection, func, or_, select

from dragoman.ledger.days import asked
from dragoman.ledger.tables import actors, place_mentions, places, sources
from dragoman.model import UsageError

FACTUALITIES = ("happened", "planned", "threatened", "demanded", "possible", "attempted", "denied")
SIDE = "side:"
SCREEN = 50
"""Lines that an answer has unless more are asked for."""


class Bond(Protocol):
    """A dated relation of the register: `subject` stands in `kind` ("part of", "allied with" …) to `object`."""

    @property
    def subject(self) -> str:
        """Id of the one."""

    @property
    def kind(self) -> str:
        """How it stands to the other."""

    @property
    def object(self) -> str:
        """Id of the other."""

    def holds(self, when: str | None) -> bool:
        """Whether it held on an ISO day."""


class Entry(Protocol):
    """An actor of the register, as far as the ledger needs it."""

    @property
    def id(self) -> str:
        """Its id."""


class Parties(Protocol):
    """What a ledger asks of a register; a `Register` is one."""

    @property
    def relations(self) -> Iterable[Bond]:
        """All dated relations."""

    def find(self, name: str, when: str | None = None) -> Entry | None:
        """The actor that a name means on a day."""

    def side_of(self, actor: str, when: str | None = None) -> Iterable[str]:
        """Ids of all on an actor's side on a day, itself included."""


class NoParties:
    """Knows of no relations: every actor is its own whole and its own side."""

    @property
    def relations(self) -> Iterable[Bond]:
        """None."""
        return ()

    def find(self, name: str, when: str | None = None) -> Entry | None:
        """Nobody."""
        return None

    def side_of(self, actor: str, when: str | None = None) -> Iterable[str]:
        """The actor alone."""
        return (actor,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked: `at` is the day when it held, `known_by` the day by which it was published (ISO days).

    `place` takes everything inside, `actor` its parts; both are ids or names. `voice` is "all", a speaker or outlet, or
    "side:ACTOR" for all on that actor's side by the register.
    """

    at: str | None = None
    known_by: str | None = None
    voice: str = "all"
    place: str | None = None
    actor: str | None = None
    types: tuple[str, ...] = ()
    factuality: tuple[str, ...] = ()
    limit: int = SCREEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A query in the ledger's numbers; null means "any"."""

    at: int | None = None
    known_by: int | None = None
    speakers: frozenset[int] | None = None
    outlets: frozenset[int] = frozenset()
    place: int | None = None
    actors: frozenset[int] | None = None
    types: tuple[str, ...] = ()
    factuality: tuple[str, ...] = ()
    limit: int = SCREEN
    numbers: frozenset[int] | None = None
    events: frozenset[int] | None = None
    reports: frozenset[int] | None = None
    counted: bool = False


def settle(connection: Connection, query: Query, parties: Parties | None = None) -> Filter:
    """The filter of a query; raises `UsageError` where a name means nothing, or more than one thing, in this ledger."""
    register = parties or NoParties()
    wrong = [value for value in query.factuality if value not in FACTUALITIES]
    if wrong:
        raise UsageError(f"factuality {wrong[0]!r} is none of {', '.join(FACTUALITIES)}")
    speakers, outlets = voice_of(connection, query.voice, query.at, register)
    return Filter(
        at=asked(query.at, "--at") if query.at else None,
        known_by=asked(query.known_by, "--known-by") if query.known_by else None,
        speakers=speakers,
        outlets=outlets,
        place=place_of(connection, query.place) if query.place else None,
        actors=actors_of(connection, query.actor, query.at, register) if query.actor else None,
        types=query.types,
        factuality=query.factuality,
        limit=query.limit,
    )


def voice_of(
    connection: Connection, voice: str, when: str | None, register: Parties
) -> tuple[frozenset[int] | None, frozenset[int]]:
    """Speakers and outlets whose voice is asked for; no speakers at all means that every voice is."""
    if voice == "all":
        return None, frozenset()
    if voice.startswith(SIDE):
        keys = _keys(connection, voice.removeprefix(SIDE), when, register)
        side = {member for key in keys for member in register.side_of(key, when)}
        return _numbers(connection, side), frozenset()
    found = select(sources.c.id).where(func.lower(sources.c.key) == voice.lower())
    outlets = frozenset(connection.execute(found).scalars())
    try:
        return _numbers(connection, _keys(connection, voice, when, register)), outlets
    except UsageError:
        if outlets:
            return frozenset(), outlets
        raise UsageError(f"nobody called {voice!r} speaks in this ledger") from None


def place_of(connection: Connection, name: str) -> int:
    """The place that an id or a name means; of several the one that most claims name."""
    exact = connection.execute(select(places.c.id).where(places.c.key == name)).scalar()
    if exact is not None:
        return int(exact)
    found = connection.execute(select(places.c.id, places.c.key).where(func.lower(places.c.name) == name.lower())).all()
    if not found:
        raise UsageError(f"no report in this ledger names a place {name!r}")
    named = [row.id for row in found if not row.key.startswith("~")] or [row.id for row in found]
    if len(named) == 1:
        return int(named[0])
    counted = select(place_mentions.c.place_id).where(place_mentions.c.place_id.in_(named))
    most = counted.group_by(place_mentions.c.place_id).order_by(func.count().desc(), place_mentions.c.place_id)
    return int(connection.execute(most.limit(1)).scalar() or named[0])


def actors_of(connection: Connection, name: str, when: str | None, register: Parties) -> frozenset[int]:
    """The actors that an id or a name means, with all their parts."""
    keys = set(_keys(connection, name, when, register))
    return _numbers(connection, keys | parts_of(register, keys, when))


def parts_of(register: Parties, wholes: set[str], when: str | None) -> set[str]:
    """Ids of all that are part of these actors on a day, or of their parts."""
    held = [bond for bond in register.relations if bond.kind == "part of" and (when is None or bond.holds(when))]
    found, rim = set[str](), set(wholes)
    while rim:
        rim = {bond.subject for bond in held if bond.object in rim} - found - wholes
        found |= rim
    return found


def _keys(connection: Connection, name: str, when: str | None, register: Parties) -> list[str]:
    plain = func.lower(actors.c.name) == name.lower()
    found = connection.execute(select(actors.c.key).where(or_(actors.c.key == name, plain))).scalars().all()
    if name in found:
        return [name]
    if found:
        return list(found)
    entry = register.find(name, when)
    if entry is None:
        raise UsageError(f"no report in this ledger names an actor {name!r}")
    return [entry.id]


def _numbers(connection: Connection, keys: Iterable[str]) -> frozenset[int]:
    return frozenset(connection.execute(select(actors.c.id).where(actors.c.key.in_(sorted(keys)))).scalars())
