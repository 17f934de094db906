"""Evidence on who holds a place: what each claim of a takeover, withdrawal, control or surrender says about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection, select

from dragoman.ledger.copies import chunks
from dragoman.ledger.days import OPEN
from dragoman.ledger.filters import Filter
from dragoman.ledger.selection import known_condition
from dragoman.ledger.tables import BY, SPEAKER, TO, actor_mentions, actors, claims, place_mentions, reports, sources

TYPES = ("takeover", "control", "withdrawal", "surrender")
"""The types that say who holds a place."""
_TOLD_AS = ("happened", "denied")
Kind = Literal["lose", "gain", "hold", "deny"]
OUTLET = "outlet:"
"""Stands before the publisher's name where a report speaks in its own voice."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that one claim says about one place from `day` on.

    `holders` gain, hold or lose it, or are denied to hold it, and then `losers` hold it still; `voice` is the actor
    that says so, or the outlet. `known` is the day of publication; `anchor` puts claims in an order that is not that
    of arrival; `area` is true where the claim names an area that the place lies in.
    """

    day: int
    kind: Kind
    holders: tuple[str, ...]
    losers: tuple[str, ...]
    voice: str
    claim: int
    place: int
    known: int
    anchor: str
    area: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """How far to look: up to the day `last`, and back over so many claims of each place."""

    last: int
    most: int
    cut: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Told:
    """One claim as the ledger has it."""

    claim: int
    place: int
    role: str
    row: Any
    by: tuple[str, ...]
    to: tuple[str, ...]
    voice: str


def gather(connection: Connection, places: Iterable[int], wanted: Filter, span: Span | None = None) -> list[Evidence]:
    """The evidence on these places that a filter's voice and knowledge allow, in the order of its days.

    With a span only that of the last claims up to its day; `Span.cut` then holds the places that have more.
    """
    found: list[Evidence] = []
    numbers = sorted(set(places))
    parts = chunks(numbers) if span is None else ([number] for number in numbers)
    for part in parts:
        for told in _read(connection, part, wanted, span):
            found += _evidence(told)
    return sorted(found, key=order)


def order(one: Evidence) -> tuple[Any, ...]:
    """Sorts evidence; within a day losses come first and denials last."""
    return (one.day, ("lose", "gain", "hold", "deny").index(one.kind), one.known, one.anchor, one.holders)


def _read(connection: Connection, places: list[int], wanted: Filter, span: Span | None) -> Iterator[_Told]:
    columns = (
        *(claims.c.id, place_mentions.c.place_id, place_mentions.c.role, claims.c.type, claims.c.factuality),
        *(claims.c.phase, claims.c.earliest, claims.c.latest, claims.c.known, claims.c.start, reports.c.key),
        *(reports.c.name, reports.c.source_id, sources.c.key.label("publisher")),
    )
    joined = (
        place_mentions.join(claims, claims.c.id == place_mentions.c.claim_id)
        .join(reports, reports.c.id == claims.c.report_id)
        .outerjoin(sources, sources.c.id == reports.c.source_id)
    )
    asked = (
        select(*columns)
        .select_from(joined)
        .where(place_mentions.c.place_id.in_(places), place_mentions.c.role != "near")
        .where(claims.c.type.in_([kind for kind in TYPES if not wanted.types or kind in wanted.types]))
        .where(known_condition(wanted.known_by))
        .where(
            claims.c.factuality.in_([word for word in _TOLD_AS if not wanted.factuality or word in wanted.factuality])
        )
        .where(claims.c.verdict.is_(None) | (claims.c.verdict != "rejected"))
    )
    if span is not None:
        latest = place_mentions.c.day.desc(), place_mentions.c.claim_id.desc()
        asked = asked.where(place_mentions.c.day <= span.last).order_by(*latest).limit(span.most)
    rows = connection.execute(asked).all()
    if span is not None and len(rows) == span.most:
        span.cut.update(places)
    named = parties(connection, [row.id for row in rows])
    for row in rows:
        by, to, speakers = named.get(row.id, ((), (), ()))
        heard = wanted.speakers is None or any(number in wanted.speakers for number, _ in speakers)
        if heard or (not speakers and row.source_id in wanted.outlets):
            voice = speakers[0][1] if speakers else OUTLET + (row.publisher or row.name or "")
            yield _Told(row.id, row.place_id, row.role, row, by, to, voice)


def _kept(all_of: tuple[str, ...], wanted: tuple[str, ...]) -> list[str]:
    return [one for one in all_of if not wanted or one in wanted]


Parties = tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[int, str], ...]]


def parties(connection: Connection, numbers: list[int]) -> dict[int, Parties]:
    """Keys of who acts and who suffers, and the speakers (number and key, nearest first), by claim."""
    slots: dict[int, tuple[list[str], list[str], list[tuple[int, str]]]] = {}
    columns = (actor_mentions.c.claim_id, actor_mentions.c.slot, actors.c.id, actors.c.key)
    joined = actor_mentions.join(actors, actors.c.id == actor_mentions.c.actor_id)
    placed = (actor_mentions.c.claim_id, actor_mentions.c.slot, actor_mentions.c.position)
    for part in chunks(numbers):
        asked = select(*columns).select_from(joined).where(actor_mentions.c.claim_id.in_(part)).order_by(*placed)
        for claim, slot, number, key in connection.execute(asked):
            by, to, speakers = slots.setdefault(claim, ([], [], []))
            if slot == BY:
                by.append(key)
            elif slot == TO:
                to.append(key)
            elif slot == SPEAKER:
                speakers.append((number, key))
    return {claim: (tuple(by), tuple(to), tuple(speakers)) for claim, (by, to, speakers) in slots.items()}


def _evidence(told: _Told) -> Iterator[Evidence]:
    row = told.row
    start = row.earliest if row.earliest is not None else row.latest if row.latest != OPEN else None
    day = start if start is not None else row.known
    if day is None:
        return
    anchor = f"{row.key}/{row.start:09}"
    for kind, holders, losers in _says(told):
        if holders or losers:
            yield Evidence(day, kind, holders, losers, told.voice, told.claim, told.place, row.known or day, anchor)
            last = min(row.latest or day, row.known or day)
            if kind == "hold" and last > day:
                yield Evidence(last, kind, holders, (), told.voice, told.claim, told.place, row.known or day, anchor)


def _says(told: _Told) -> Iterator[tuple[Kind, tuple[str, ...], tuple[str, ...]]]:
    kind, denied, ended = told.row.type, told.row.factuality == "denied", told.row.phase == "end"
    if kind in ("takeover", "control") and told.role in ("at", "to"):
        if denied:
            yield "deny", told.by, told.to
        elif ended:
            yield "lose", told.by, ()
        else:
            yield ("gain" if kind == "takeover" or told.row.phase == "start" else "hold"), told.by, told.to
    elif kind == "withdrawal" and told.role in ("at", "from"):
        movers = told.to or told.by
        yield ("hold" if denied else "lose"), movers, ()
    elif kind == "surrender" and told.role in ("at", "from"):
        yield ("hold" if denied else "lose"), told.by, ()
        if told.to and not denied:
            yield "gain", told.to, told.by
