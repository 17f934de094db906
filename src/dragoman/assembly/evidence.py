"""Evidence on who holds a place: what each claim of a takeover, withdrawal, control or surrender says about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from sqlalchemy import Connection, Select, bindparam, delete, insert, or_, select

from dragoman.assembly.voices import heard, packed, voice
from dragoman.ledger.copies import chunks
from dragoman.ledger.days import OPEN
from dragoman.ledger.filters import Filter
from dragoman.ledger.tables import (
    BY,
    SPEAKER,
    TO,
    claims,
    held_claims,
    place_mentions,
    reports,
    sources,
)

TYPES = ("takeover", "control", "withdrawal", "surrender")
"""The types that say who holds a place."""
_TOLD_AS = ("happened", "denied")
_DAYS = 90
_NAMED = (
    "SELECT m.claim_id, m.slot, a.id, a.key FROM actor_mentions m JOIN actors a ON a.id = m.actor_id"
    " WHERE m.claim_id IN ({claims}) AND m.slot <= {last} ORDER BY m.claim_id, m.slot, m.position"
)
Kind = Literal["lose", "gain", "hold", "deny"]


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


def gather(connection: Connection, places: Iterable[int], wanted: Filter, span: Span | None = None) -> list[Evidence]:
    """The evidence on these places that a filter's voice and knowledge allow, in the order of its days.

    With a span only that of the last claims up to its day; `Span.cut` then holds the places that have more.
    """
    kinds, words = _kept(TYPES, wanted.types), _kept(_TOLD_AS, wanted.factuality)
    asked = _asked(wanted.known_by is not None, span is not None)
    fixed = {"known": wanted.known_by, "kinds": kinds, "words": words}
    if span is not None:
        fixed |= {"last": span.last, "most": span.most}
    found: list[Evidence] = []
    for place in sorted(set(places)):
        rows = connection.execute(asked, {**fixed, "place": place}).all()
        if span is not None and len(rows) == span.most:
            span.cut.add(place)
        for row in rows:
            if heard(row, wanted):
                found += _evidence(row)
    return sorted(found, key=order)


@cache
def _asked(known: bool, limited: bool) -> Select[Any]:
    """The statement for one place, made once, since making it takes longer than running it."""
    told = held_claims.c
    asked = select(held_claims).where(
        told.place_id == bindparam("place"),
        told.type.in_(bindparam("kinds", expanding=True)),
        told.factuality.in_(bindparam("words", expanding=True)),
    )
    if known:
        until = or_(told.until.is_(None), told.until > bindparam("known"))
        asked = asked.where(told.known <= bindparam("known"), until)
    else:
        asked = asked.where(told.until.is_(None))
    if limited:
        latest = told.day.desc(), told.claim_id.desc(), told.position.desc()
        asked = asked.where(told.day <= bindparam("last")).order_by(*latest).limit(bindparam("most"))
    return asked


def order(one: Evidence) -> tuple[Any, ...]:
    """Sorts evidence; within a day losses come first and denials last."""
    return (one.day, ("lose", "gain", "hold", "deny").index(one.kind), one.known, one.anchor, one.holders)


def note(connection: Connection, first: int, last: int) -> None:
    """Write down anew what the claims of these days say of who holds a place, ready to be asked by place."""
    connection.execute(delete(held_claims).where(held_claims.c.day.between(first, last)))
    columns = (
        *(claims.c.id, place_mentions.c.place_id, place_mentions.c.position, place_mentions.c.role, claims.c.type),
        *(claims.c.factuality, claims.c.phase, claims.c.earliest, claims.c.latest, claims.c.known, claims.c.until),
        *(claims.c.day, claims.c.start, reports.c.key, reports.c.name, reports.c.source_id),
        sources.c.key.label("publisher"),
    )
    joined = (
        claims.join(place_mentions, claims.c.id == place_mentions.c.claim_id)
        .join(reports, reports.c.id == claims.c.report_id)
        .outerjoin(sources, sources.c.id == reports.c.source_id)
    )
    told = (
        select(*columns)
        .select_from(joined)
        .where(claims.c.type.in_(TYPES), claims.c.factuality.in_(_TOLD_AS), place_mentions.c.role != "near")
        .where(claims.c.verdict.is_(None) | (claims.c.verdict != "rejected"))
    )
    for start in range(first, last + 1, _DAYS):
        rows = connection.execute(told.where(claims.c.day.between(start, min(last, start + _DAYS - 1)))).all()
        named = parties(connection, sorted({row.id for row in rows}))
        if rows:
            connection.execute(insert(held_claims), [_noted(row, named.get(row.id, ((), (), ()))) for row in rows])


def _noted(row: Any, named: "Parties") -> dict[str, Any]:
    by, to, speakers = named
    return {
        "place_id": row.place_id,
        "day": row.day,
        "claim_id": row.id,
        "position": row.position,
        "role": row.role,
        "type": row.type,
        "factuality": row.factuality,
        "phase": row.phase,
        "earliest": row.earliest,
        "latest": row.latest,
        "known": row.known,
        "until": row.until,
        "anchor": f"{row.key}/{row.start:09}",
        "by": "\n".join(by),
        "to": "\n".join(to),
        "speakers": packed(speakers),
        "source_id": row.source_id,
        "outlet": row.publisher or row.name or "",
    }


def _kept(all_of: tuple[str, ...], wanted: tuple[str, ...]) -> list[str]:
    return [one for one in all_of if not wanted or one in wanted]


Parties = tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[int, str], ...]]


def parties(connection: Connection, numbers: list[int], *, speakers: bool = True) -> dict[int, Parties]:
    """Keys of who acts and who suffers, and (unless left out) the speakers, number and key, nearest first; by claim."""
    slots: dict[int, tuple[list[str], list[str], list[tuple[int, str]]]] = {}
    for part in chunks(numbers):
        # Whole numbers, written out: binding hundreds of them takes longer than looking them up.
        asked = _NAMED.format(claims=",".join(map(str, part)), last=SPEAKER if speakers else TO)
        for claim, slot, number, key in connection.exec_driver_sql(asked).all():
            by, to, says = slots.setdefault(claim, ([], [], []))
            if slot == BY:
                by.append(key)
            elif slot == TO:
                to.append(key)
            elif slot == SPEAKER:
                says.append((number, key))
    return {claim: (tuple(by), tuple(to), tuple(says)) for claim, (by, to, says) in slots.items()}


def _evidence(row: Any) -> Iterator[Evidence]:
    start = row.earliest if row.earliest is not None else row.latest if row.latest != OPEN else None
    day = start if start is not None else row.known
    if day is None:
        return
    said_by, known = voice(row), row.known or day
    for kind, holders, losers in _says(row, _keys(row.by), _keys(row.to)):
        if holders or losers:
            yield Evidence(day, kind, holders, losers, said_by, row.claim_id, row.place_id, known, row.anchor)
            last = min(row.latest or day, known)
            if kind == "hold" and last > day:
                yield Evidence(last, kind, holders, (), said_by, row.claim_id, row.place_id, known, row.anchor)


def _keys(lines: str) -> tuple[str, ...]:
    return tuple(lines.split("\n")) if lines else ()


def _says(
    row: Any, by: tuple[str, ...], to: tuple[str, ...]
) -> Iterator[tuple[Kind, tuple[str, ...], tuple[str, ...]]]:
    kind, denied, ended = row.type, row.factuality == "denied", row.phase == "end"
    if kind in ("takeover", "control") and row.role in ("at", "to"):
        if denied:
            yield "deny", by, to
        elif ended:
            yield "lose", by, ()
        else:
            yield ("gain" if kind == "takeover" or row.phase == "start" else "hold"), by, to
    elif kind == "withdrawal" and row.role in ("at", "from"):
        yield ("hold" if denied else "lose"), to or by, ()
    elif kind == "surrender" and row.role in ("at", "from"):
        yield ("hold" if denied else "lose"), by, ()
        if to and not denied:
            yield "gain", to, by
