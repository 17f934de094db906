"""What claims say of sieges, truces, alliances and populations: that one begins or goes on, ends, or is denied."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select

from dragoman.assembly.evidence import OUTLET, parties
from dragoman.assembly.sides import Sides
from dragoman.ledger.copies import chunks
from dragoman.ledger.days import OPEN
from dragoman.ledger.filters import Filter
from dragoman.ledger.selection import known_condition
from dragoman.ledger.tables import claims, deadlines, matters, reports, sources, statements

KINDS = ("siege", "ceasefire", "alliance", "population")
"""The types of claims that are states beside control."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a state is about: its kind, its place (row number; null for alliances) and its parties by key."""

    kind: str
    place: int | None
    parties: tuple[str, ...]

    @classmethod
    def of(cls, row: Any) -> "Matter":
        """The matter of a row with `kind`, `place_id` and `parties`."""
        return cls(row.kind, row.place_id, tuple(json.loads(row.parties)))

    @property
    def number(self) -> int:
        """Its row number, made from what it is."""
        words = f"{self.kind}/{self.place}/{json.dumps(self.parties)}"
        return int.from_bytes(hashlib.sha256(words.encode()).digest()[:8]) >> 1

    @property
    def row(self) -> dict[str, Any]:
        """Its row."""
        told = json.dumps(self.parties, ensure_ascii=False)
        return {"id": self.number, "kind": self.kind, "place_id": self.place, "parties": told}


@dataclass(frozen=True, slots=True)
class Statement:
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
        *(claims.c.earliest, claims.c.latest, claims.c.known, deadlines.c.day.label("limit")),
    )
    asked = (
        select(*columns)
        .select_from(claims.outerjoin(deadlines, deadlines.c.claim_id == claims.c.id))
        .where(claims.c.type.in_(KINDS), claims.c.day.between(first, last))
        .where(claims.c.factuality.in_(("happened", "denied")))
        .where(claims.c.verdict.is_(None) | (claims.c.verdict != "rejected"))
    )
    rows = connection.execute(asked).all()
    named = parties(connection, [row.id for row in rows])
    found, said = dict[int, Matter](), []
    for row in rows:
        day = row.earliest if row.earliest is not None else row.known
        if day is not None:
            by, to, _ = named.get(row.id, ((), (), ()))
            matter = Matter(row.type, _place(row), _involved(row.type, by, to, sides, day))
            found[matter.number] = matter
            said.append(_row(row, day, matter.number))
    return list(found.values()), said


def _place(row: Any) -> int | None:
    place: int | None = row.place_id
    return None if row.type == "alliance" else place


def _involved(kind: str, by: tuple[str, ...], to: tuple[str, ...], sides: Sides, day: int) -> tuple[str, ...]:
    """Who a matter is between: the besieger alone, all parties to a truce or alliance, nobody for a population."""
    named = {"siege": by, "population": ()}.get(kind, (*by, *to))
    return tuple(sorted(sides.wholes(named, day)))


def _row(row: Any, day: int, matter: int) -> dict[str, Any]:
    told = row.latest if row.latest is not None and day < row.latest < OPEN else row.limit
    denied = row.factuality == "denied"
    return {
        "claim_id": row.id,
        "matter_id": matter,
        "day": row.day,
        "began": day,
        "ends": told,
        "holds": int(row.phase != "end" and not denied),
        "denied": int(denied),
    }


def read(connection: Connection, wanted: Iterable[Matter], allowed: Filter) -> dict[Matter, list[Statement]]:
    """All that a filter's voice and knowledge allow on these matters, and on the others of their places."""
    asked = list(wanted)
    numbers = sorted({matter.number for matter in asked if matter.place is None})
    found: dict[Matter, list[Statement]] = {matter: [] for matter in asked}
    for part in chunks(numbers, 500):
        _add(connection, matters.c.id.in_(part), allowed, found)
    by_kind: dict[str, set[int]] = {}
    for matter in asked:
        if matter.place is not None:
            by_kind.setdefault(matter.kind, set()).add(matter.place)
    for kind, places in sorted(by_kind.items()):
        for part in chunks(sorted(places), 500):
            _add(connection, (matters.c.kind == kind) & matters.c.place_id.in_(part), allowed, found)
    return found


def _add(
    connection: Connection, about: ColumnElement[bool], allowed: Filter, found: dict[Matter, list[Statement]]
) -> None:
    rows = _rows(connection, about, allowed)
    named = parties(connection, [row.claim_id for row in rows])
    for row in rows:
        speakers = named.get(row.claim_id, ((), (), ()))[2]
        heard = allowed.speakers is None or any(number in allowed.speakers for number, _ in speakers)
        if heard or (not speakers and row.source_id in allowed.outlets):
            matter = Matter.of(row)
            voice = speakers[0][1] if speakers else OUTLET + (row.publisher or row.name or "")
            anchor = f"{row.key}/{row.start:09}"
            told = (row.began, row.ends, bool(row.holds), bool(row.denied), anchor, voice, row.claim_id)
            found.setdefault(matter, []).append(Statement(matter, *told))


def _rows(connection: Connection, about: ColumnElement[bool], allowed: Filter) -> Sequence[Any]:
    columns = (
        *(statements.c.claim_id, statements.c.began, statements.c.ends, statements.c.holds, statements.c.denied),
        *(matters.c.kind, matters.c.place_id, matters.c.parties, claims.c.start, reports.c.key, reports.c.name),
        *(reports.c.source_id, sources.c.key.label("publisher")),
    )
    joined = (
        matters.join(statements, statements.c.matter_id == matters.c.id)
        .join(claims, claims.c.id == statements.c.claim_id)
        .join(reports, reports.c.id == claims.c.report_id)
        .outerjoin(sources, sources.c.id == reports.c.source_id)
    )
    asked = select(*columns).select_from(joined).where(about, known_condition(allowed.known_by))
    accepted = or_(claims.c.verdict.is_(None), claims.c.verdict != "rejected")
    asked = asked.where(accepted)
    if allowed.factuality:
        asked = asked.where(claims.c.factuality.in_(allowed.factuality))
    return connection.execute(asked).all()
