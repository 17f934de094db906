"""Sieges, truces, alliances and populations as answers: what held on a day, as known by a day, by a voice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import ColumnElement, Connection, exists, select

from dragoman.assembly.features import Spot, spots
from dragoman.assembly.standing import Standing, standings
from dragoman.assembly.statements import KINDS, NAMED, Matter, about, meant, naming, read
from dragoman.assembly.tolls import Toll, tolls_of
from dragoman.ledger.days import OPEN, today
from dragoman.ledger.filters import Filter, Parties, Query, settle
from dragoman.ledger.tables import SPEAKER, actor_mentions, matters, place_within, statements
from dragoman.ledger.tables import states as kept
from dragoman.ledger.told import Told, fetch
from dragoman.ledger.ways import named
from dragoman.model import UsageError

_READ = (4, 40)
"""Claims that are looked at for each line of an answer, and if these do not fill it."""
_CLAIMS = 20
"""Claims of one state that an answer brings at most, the last ones."""


@dataclass(frozen=True, slots=True)
class State:
    """A state that held on the day asked for; `key` is its id, null where not all voices and knowledge were asked.

    `place` is null where none is told; `tolls` are the figures of people told of it, by speaker.
    """

    key: str | None
    kind: str
    place: Spot | None
    parties: tuple[str, ...]
    since: int
    ended: int | None
    supported: int
    age: int
    voices: tuple[str, ...]
    denied_by: tuple[str, ...]
    claims: tuple[Told, ...]
    tolls: tuple[Toll, ...]

    @property
    def actors(self) -> tuple[str, ...]:
        """The keys of all actors in it."""
        return (*self.parties, *self.voices, *self.denied_by)


@dataclass(frozen=True, slots=True)
class States:
    """One screen of states that held on `day`; `more` says that the limit cut it."""

    day: int
    states: list[State]
    more: bool


def states(
    connection: Connection, query: Query, register: Parties | None = None, kinds: Sequence[str] | None = None
) -> States:
    """The states of these kinds (all) that held on the day asked for (else today), the last supported first."""
    kinds = kinds or KINDS
    for kind in kinds:
        if kind not in KINDS:
            raise UsageError(f"{kind!r} is no state: there are control, {', '.join(KINDS)}")
    wanted = settle(connection, query, register)
    day = wanted.at or wanted.known_by or today()
    everything = wanted.known_by is None and wanted.speakers is None and not wanted.factuality
    if everything:
        found = [one for kind in kinds for one in _stored(connection, kind, wanted, day)]
    else:
        asks = meant(connection, wanted)
        found = [one for kind in kinds for one in _told(connection, kind, wanted, day, asks)]
    found.sort(key=lambda one: (-one[1].supported, one[1].since, one[1].matter.parties, one[1].matter.number))
    shown = found[: wanted.limit]
    return States(day, _described(connection, shown, day), len(found) > wanted.limit)


_Found = tuple[str | None, Standing]


def _stored(connection: Connection, kind: str, wanted: Filter, day: int) -> list[_Found]:
    """By the states that the ledger keeps; the claims of each are read for these alone."""
    columns = (kept.c.key, kept.c.began, matters.c.kind, matters.c.place_id, matters.c.parties)
    asked = (
        select(*columns)
        .select_from(kept.join(matters, matters.c.id == kept.c.matter_id))
        .where(kept.c.kind == kind, kept.c.began <= day, kept.c.ended > day)
    )
    if wanted.place is not None:
        inside = select(place_within.c.place_id).where(place_within.c.whole_id == wanted.place)
        asked = asked.where(kept.c.place_id.in_(inside))
    if wanted.actors is not None:
        asked = asked.where(_of_actors(connection, wanted.actors))
    ordered = asked.order_by(kept.c.supported.desc(), kept.c.began, matters.c.parties, kept.c.matter_id)
    rows = connection.execute(ordered.limit(wanted.limit + 1)).all()
    every = standings(read(connection, [Matter.of(row) for row in rows], Filter()))
    held = {(one.matter, one.since): one for each in every.values() for one in each}
    return [(row.key, held[Matter.of(row), row.began]) for row in rows]


def _of_actors(connection: Connection, numbers: frozenset[int]) -> ColumnElement[bool]:
    """States of matters that claims with these actors tell of."""
    of_matter = select(statements.c.matter_id).where(naming(connection, numbers, actor_mentions.c.slot != SPEAKER))
    if named(numbers, actor_mentions.c.slot != SPEAKER).few(connection, NAMED):
        return kept.c.matter_id.in_(of_matter)
    return exists(of_matter.where(statements.c.matter_id == kept.c.matter_id).correlate(kept))


def _told(
    connection: Connection, kind: str, wanted: Filter, day: int, asks: Sequence[ColumnElement[bool]]
) -> list[_Found]:
    """From the claims of those who are asked, as known by the day asked for; back in time until a screen is full."""
    told = about(connection, kind, asks, day, _READ[-1] * wanted.limit)
    seen: list[tuple[Matter, int]] = []
    every: dict[Matter, list[Standing]] = {}
    found: list[_Found] = []
    for each in _READ:
        seen += islice(told, each * wanted.limit - len(seen))
        order = dict.fromkeys(matter for matter, _ in seen)
        fresh = [matter for matter in order if matter not in every]
        made = standings(read(connection, fresh, wanted))
        every |= {matter: made[matter] for matter in fresh}
        spells = (one for matter in order for one in every[matter])
        found = [(None, one) for one in spells if one.since <= day < (one.ended or OPEN)]
        all_seen = len(seen) < each * wanted.limit
        if all_seen or sum(one.supported >= seen[-1][1] for _, one in found) > wanted.limit:
            break
    return found


def _described(connection: Connection, found: Iterable[_Found], day: int) -> list[State]:
    shown = list(found)
    places = {one.matter.place for _, one in shown if one.matter.place is not None}
    known = spots(connection, places)
    numbers = {number for _, one in shown for number in one.claims[-_CLAIMS:]}
    told = {one.number: one for one in fetch(connection, sorted(numbers))}
    described = []
    for key, one in shown:
        members = tuple(told[number] for number in one.claims[-_CLAIMS:])
        described.append(
            State(
                key=key,
                kind=one.matter.kind,
                place=known.get(one.matter.place or -1),
                parties=one.matter.parties,
                since=one.since,
                ended=one.ended,
                supported=one.supported,
                age=max(0, day - one.supported),
                voices=one.voices,
                denied_by=one.denied_by,
                claims=members,
                tolls=tuple(tolls_of(members)),
            )
        )
    return described
