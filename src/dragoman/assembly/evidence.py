"""Evidence on who holds a place: what each claim of a takeover, withdrawal, control or surrender says about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from typing import Any, Literal, NamedTuple

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


class Evidence(NamedTuple):
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


order = attrgetter("day", "area", "known", "anchor", "kind", "holders")
"""Sorts evidence by day, that on the place itself first; never by the order of arrival."""


@dataclass(frozen=True, slots=True)
class Span:
    """How far to look: up to the day `last`, and back over so many claims of each place."""

    last: int
    most: int
    cut: set[int] = field(default_factory=set)


def gather(connection: Connection, places: Iterable[int], wanted: Filter, span: Span | None = None) -> list[Evidence]:
    """The evidence on these places that a filter's voice and knowledge allow, place by place.

    With a span only that of the last claims up to its day; `Span.cut` then holds the places that have more.
    """
    asked = _asked(wanted.known_by is not None, span is not None, bool(wanted.types), bool(wanted.factuality))
    fixed: dict[str, Any] = {"known": wanted.known_by} if wanted.known_by is not None else {}
    if wanted.types:
        fixed["kinds"] = list(wanted.types)
    if wanted.factuality:
        fixed["words"] = list(wanted.factuality)
    if span is not None:
        fixed |= {"last": span.last, "most": span.most}
    found: list[Evidence] = []
    for place in sorted(set(places)):
        rows = connection.execute(asked, {**fixed, "place": place}).all()
        if span is not None and len(rows) == span.most:
            span.cut.add(place)
        for row in rows if wanted.speakers is None else [row for row in rows if heard(row, wanted)]:
            _add(row, found)
    return found


@cache
def _asked(known: bool, limited: bool, typed: bool, worded: bool) -> Select[Any]:
    """The statement for one place, made once, since making it takes longer than running it."""
    told = held_claims.c
    columns = (
        *(told.type, told.role, told.factuality, told.phase, told.earliest, told.latest, told.known, told.by, told.to),
        *(told.claim_id, told.place_id, told.anchor, told.speakers, told.source_id, told.outlet),
    )
    asked = select(*columns).where(told.place_id == bindparam("place"))
    if typed:
        asked = asked.where(told.type.in_(bindparam("kinds", expanding=True)))
    if worded:
        asked = asked.where(told.factuality.in_(bindparam("words", expanding=True)))
    if known:
        until = or_(told.until.is_(None), told.until > bindparam("known"))
        asked = asked.where(told.known <= bindparam("known"), until)
    else:
        asked = asked.where(told.until.is_(None))
    if limited:
        latest = told.day.desc(), told.claim_id.desc(), told.position.desc()
        asked = asked.where(told.day <= bindparam("last")).order_by(*latest).limit(bindparam("most"))
    return asked


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


def _add(row: Any, found: list[Evidence]) -> None:
    """What one claim says about one place."""
    kind, role, factuality, phase, earliest, latest, published, by, to, *rest = row[:12]
    start = earliest if earliest is not None else latest if latest != OPEN else None
    day = start if start is not None else published
    if day is None:
        return
    known = published or day
    told_by = (voice(row), *rest[:2], known, rest[2])
    for says, holders, losers in _says((kind, role, factuality == "denied", phase), _keys(by), _keys(to)):
        if holders or losers:
            found.append(Evidence(day, says, holders, losers, *told_by))
            last = min(latest or day, known)
            if says == "hold" and last > day:
                found.append(Evidence(last, says, holders, (), *told_by))


def _keys(lines: str) -> tuple[str, ...]:
    return tuple(lines.split("\n")) if lines else ()


_Said = tuple[Kind, tuple[str, ...], tuple[str, ...]]


def _says(told: tuple[str, str, bool, str | None], by: tuple[str, ...], to: tuple[str, ...]) -> tuple[_Said, ...]:
    kind, role, denied, phase = told
    if kind in ("takeover", "control") and role in ("at", "to"):
        if denied:
            return (("deny", by, to),)
        if phase == "end":
            return (("lose", by, ()),)
        return (("gain" if kind == "takeover" or phase == "start" else "hold", by, to),)
    if kind == "withdrawal" and role in ("at", "from"):
        return (("hold" if denied else "lose", to or by, ()),)
    if kind == "surrender" and role in ("at", "from"):
        lost: _Said = ("hold" if denied else "lose", by, ())
        return (lost, ("gain", to, by)) if to and not denied else (lost,)
    return ()
