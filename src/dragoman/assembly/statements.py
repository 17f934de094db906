"""What claims say of sieges, truces, alliances and populations: that one begins or goes on, ends, or is denied."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from dragoman.assembly.evidence import parties
from dragoman.assembly.sides import Sides
from dragoman.assembly.voices import heard, packed, voiced
from dragoman.ledger.copies import chunks
from dragoman.ledger.days import OPEN
from dragoman.ledger.filters import Filter
from dragoman.ledger.tables import (
    ENDING,
    SPEAKER,
    actor_mentions,
    claims,
    deadlines,
    matters,
    place_within,
    reports,
    sources,
    statements,
)
from dragoman.ledger.ways import ACTOR_OF_CLAIM, condition, named

KINDS = ("siege", "ceasefire", "alliance", "population")
"""The types of claims that are states beside control."""
TOLD_AS = ("happened", "denied")
_PART = 500
NAMED = 20_000
"""Actors named in so many claims at most are looked up: there are few statements among the claims of more."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a state is about: its kind, its place (row number; null for alliances) and its parties by key."""

    kind: str
    place: int | None
    parties: tuple[str, ...]

    @classmethod
    def of(cls, row: Any) -> "Matter":
        """The matter of a row with `kind`, `place_id` and `parties`."""
        return _matter(row.kind, row.place_id, row.parties)

    @property
    def number(self) -> int:
        """Its row number, made from what it is."""
        return _number(self)

    @property
    def row(self) -> dict[str, Any]:
        """Its row."""
        told = json.dumps(self.parties, ensure_ascii=False)
        return {"id": self.number, "kind": self.kind, "place_id": self.place, "parties": told}


@lru_cache(maxsize=20_000)
def _matter(kind: str, place: int | None, parties: str) -> Matter:
    return Matter(kind, place, tuple(json.loads(parties)))


@lru_cache(maxsize=20_000)
def _number(matter: Matter) -> int:
    words = f"{matter.kind}/{matter.place}/{json.dumps(matter.parties)}"
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:8]) >> 1


class Statement(NamedTuple):
    """One claim about a matter from `day` on; `ends` is the day with which it says that it will end, null untold.

    `voice` is the actor that says so, or the outlet; `anchor` puts claims in an order that is not that of arrival.
    """

    matter: Matter
    day: int
    ends: int | None
    holds: bool
    denied: bool
    anchor: str
    voice: str
    claim: int


def noted(connection: Connection, first: int, last: int, sides: Sides) -> tuple[list[Matter], list[dict[str, Any]]]:
    """The matters that the claims of these days are about, and a row for what each claim says of its matter."""
    columns = (
        *(claims.c.id, claims.c.type, claims.c.phase, claims.c.factuality, claims.c.place_id, claims.c.day),
        *(claims.c.earliest, claims.c.latest, claims.c.known, claims.c.until, claims.c.start),
        *(deadlines.c.day.label("limit"), reports.c.key, reports.c.name, reports.c.source_id),
        sources.c.key.label("publisher"),
    )
    joined = (
        claims.join(reports, reports.c.id == claims.c.report_id)
        .outerjoin(sources, sources.c.id == reports.c.source_id)
        .outerjoin(deadlines, deadlines.c.claim_id == claims.c.id)
    )
    asked = (
        select(*columns)
        .select_from(joined)
        .where(claims.c.type.in_(KINDS), claims.c.day.between(first, last))
        .where(claims.c.factuality.in_(TOLD_AS))
        .where(claims.c.verdict.is_(None) | (claims.c.verdict != "rejected"))
    )
    rows = connection.execute(asked).all()
    named = parties(connection, [row.id for row in rows])
    found, said = dict[int, Matter](), []
    for row in rows:
        day = row.earliest if row.earliest is not None else row.known
        if day is not None:
            by, to, speakers = named.get(row.id, ((), (), ()))
            matter = Matter(row.type, _place(row), _involved(row.type, by, to, sides, day))
            found[matter.number] = matter
            said.append(_row(row, day, matter) | {"speakers": packed(speakers)})
    return list(found.values()), said


def _place(row: Any) -> int | None:
    place: int | None = row.place_id
    return None if row.type == "alliance" else place


def _involved(kind: str, by: tuple[str, ...], to: tuple[str, ...], sides: Sides, day: int) -> tuple[str, ...]:
    """Who a matter is between: the besieger alone, all parties to a truce or alliance, nobody for a population."""
    named = {"siege": by, "population": ()}.get(kind, (*by, *to))
    return tuple(sorted(sides.wholes(named, day)))


def _row(row: Any, day: int, matter: Matter) -> dict[str, Any]:
    told = row.latest if row.latest is not None and day < row.latest < OPEN else row.limit
    denied = row.factuality == "denied"
    return {
        "claim_id": row.id,
        "matter_id": matter.number,
        "kind": matter.kind,
        "place_id": matter.place,
        "day": row.day,
        "began": day,
        "ends": told,
        "holds": int(row.phase != "end" and not denied),
        "denied": int(denied),
        "known": row.known,
        "until": row.until,
        "anchor": f"{row.key}/{row.start:09}",
        "source_id": row.source_id,
        "outlet": row.publisher or row.name or "",
    }


def read(connection: Connection, wanted: Iterable[Matter], allowed: Filter) -> dict[Matter, list[Statement]]:
    """All that a filter's voice and knowledge allow on these matters, and the ends of others at their places."""
    asked = {matter.number: matter for matter in wanted}
    found: dict[Matter, list[Statement]] = {matter: [] for matter in asked.values()}
    columns, told = _columns(allowed), statements.c
    for part in chunks(sorted(asked), _PART):
        for row in connection.execute(select(*columns).where(told.matter_id.in_(part), known(allowed))).all():
            if heard(row, allowed):
                matter = asked[row.matter_id]
                found[matter].append(_statement(matter, row))
    places: dict[str, set[int]] = {}
    for matter in asked.values():
        if matter.place is not None:
            places.setdefault(matter.kind, set()).add(matter.place)
    for kind, wanted_places in sorted(places.items()):
        for part in chunks(sorted(wanted_places), _PART):
            over = and_(told.kind == kind, told.place_id.in_(part), condition(ENDING), known(allowed))
            ended = select(*columns, told.kind, told.place_id, matters.c.parties).where(over)
            for row in connection.execute(ended.join(matters, matters.c.id == told.matter_id)).all():
                if row.matter_id not in asked and heard(row, allowed):
                    matter = Matter.of(row)
                    found.setdefault(matter, []).append(_statement(matter, row))
    return found


def _columns(allowed: Filter) -> tuple[ColumnElement[Any], ...]:
    told = statements.c
    said = (told.began, told.ends, told.holds, told.denied, told.anchor, told.speakers, told.outlet, told.claim_id)
    return (*said, told.matter_id, *(() if allowed.speakers is None else (told.source_id,)))


def _statement(matter: Matter, row: Any) -> Statement:
    began, ends, holds, denied, anchor, speakers, outlet, claim = row[:8]
    return Statement(matter, began, ends, bool(holds), bool(denied), anchor, voiced(speakers, outlet), claim)


def known(allowed: Filter) -> ColumnElement[bool]:
    """Statements of the versions that stood on the day that is asked for, of those that stand now without one."""
    told = statements.c
    conditions: list[ColumnElement[bool]] = [told.until.is_(None)]
    if allowed.known_by is not None:
        conditions = [told.known <= allowed.known_by, or_(told.until.is_(None), told.until > allowed.known_by)]
    if allowed.factuality:
        conditions.append(told.denied.in_([int(word == "denied") for word in allowed.factuality if word in TOLD_AS]))
    return and_(*conditions)


def meant(connection: Connection, allowed: Filter) -> list[ColumnElement[bool]]:
    """What a filter's voice, knowledge, place and actors ask of a statement."""
    told, conditions = statements.c, [known(allowed)]
    if allowed.place is not None:
        inside = select(place_within.c.place_id).where(place_within.c.whole_id == allowed.place)
        conditions.append(told.place_id.in_(inside))
    if allowed.actors is not None:
        conditions.append(naming(connection, allowed.actors, actor_mentions.c.slot != SPEAKER))
    if allowed.speakers is not None:
        spoken = naming(connection, allowed.speakers, actor_mentions.c.slot == SPEAKER)
        own_voice = and_(told.source_id.in_(sorted(allowed.outlets)), told.speakers == "")
        conditions.append(or_(spoken, own_voice) if allowed.outlets else spoken)
    return conditions


def about(
    connection: Connection, kind: str, meant: Iterable[ColumnElement[bool]], day: int, limit: int
) -> Iterator[tuple[Matter, int]]:
    """The statements of a kind that are meant up to a day, `limit` at most, the last ones first.

    Each by its matter and the day from which on it says something; read as they are taken.
    """
    told = statements.c
    asked = select(told.kind, told.place_id, matters.c.parties, told.began)
    asked = asked.select_from(statements.join(matters, matters.c.id == told.matter_id))
    asked = asked.where(told.kind == kind, told.began <= day, *meant)
    for row in connection.execute(asked.order_by(told.began.desc(), told.claim_id.desc()).limit(limit)):
        yield Matter.of(row), row.began


def naming(connection: Connection, numbers: frozenset[int], slot: ColumnElement[bool]) -> ColumnElement[bool]:
    """Statements whose claims name one of these actors; looked up by actor where few do."""
    way = named(numbers, slot)
    if way.few(connection, NAMED):
        return statements.c.claim_id.in_(way.found)
    of_claim = actor_mentions.c.claim_id == statements.c.claim_id
    return exists().where(of_claim, slot, ACTOR_OF_CLAIM.in_(sorted(numbers))).correlate(statements)
