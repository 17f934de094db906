"""States as rows: who held a place from when to when, with ids that stay while a spell grows or moves at its ends."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from dragoman.assembly.control import Segment
from dragoman.assembly.evidence import TYPES
from dragoman.assembly.features import spots
from dragoman.assembly.holders import timelines
from dragoman.assembly.sides import Sides
from dragoman.ledger.copies import chunks
from dragoman.ledger.filters import Filter, Parties
from dragoman.ledger.interning import next_id
from dragoman.ledger.tables import actors, claims, place_within, states

KIND = "control"
_PART = 500


@dataclass(frozen=True, slots=True)
class Spell:
    """One holder of one place without a break: from `began` up to `ended`, last supported on `supported`."""

    place: int
    holder: str
    began: int
    ended: int
    supported: int
    contested: bool
    claims: int


def spells(place: int, segments: Iterable[Segment]) -> list[Spell]:
    """The spells of a place's timeline, in the order in which they began."""
    open_: dict[str, Spell] = {}
    done: list[Spell] = []
    for segment in segments:
        present = {one.holder: one for one in segment.holdings}
        done += [open_.pop(holder) for holder in sorted(open_) if holder not in present]
        for holder, one in sorted(present.items()):
            before = open_.get(holder)
            began = before.began if before else segment.start
            contested = segment.contested or bool(before and before.contested)
            number = len(one.claims)
            open_[holder] = Spell(place, holder, began, segment.end, one.supported, contested, number)
    done += [open_[holder] for holder in sorted(open_)]
    return sorted(done, key=lambda spell: (spell.began, spell.holder))


def touched(connection: Connection, first: int, last: int) -> list[int]:
    """Places whose timeline claims of these days may change: those named, and all inside them."""
    named = select(claims.c.place_id).where(
        claims.c.type.in_(TYPES), claims.c.day.between(first, last), claims.c.place_id.is_not(None)
    )
    inside = select(place_within.c.place_id).where(place_within.c.whole_id.in_(named.distinct()))
    told = select(claims.c.place_id).where(claims.c.type.in_(TYPES), claims.c.place_id.in_(inside))
    return sorted(connection.execute(told.distinct()).scalars())


def refresh(connection: Connection, places: list[int], register: Parties | None = None) -> int:
    """Make the states of these places again from all that is known now; gives how many there are."""
    sides, count = Sides.of(connection, register), 0
    for part in chunks(places, _PART):
        lines = timelines(connection, part, Filter(), spots(connection, part), sides)
        found = [spell for place in part for spell in spells(place, lines[place])]
        _store(connection, part, found)
        count += len(found)
    return count


def _store(connection: Connection, places: list[int], found: list[Spell]) -> None:
    asked = select(states, actors.c.key.label("holder")).outerjoin(actors, actors.c.id == states.c.holder_id)
    before: dict[tuple[int, str], list[tuple[int, int, str]]] = {}
    for row in connection.execute(asked.where(states.c.kind == KIND, states.c.place_id.in_(places))):
        before.setdefault((row.place_id, row.holder or ""), []).append((row.began, row.ended, row.key))
    connection.execute(delete(states).where(states.c.kind == KIND, states.c.place_id.in_(places)))
    if not found:
        return
    keys = sorted({spell.holder for spell in found})
    number_of = {row.key: row.id for row in connection.execute(select(actors).where(actors.c.key.in_(keys)))}
    number, used, rows = next_id(connection, states), set[str](), []
    for spell in found:
        key = _key(spell, before.get((spell.place, spell.holder), []), used)
        used.add(key)
        rows.append(
            {
                "id": number,
                "key": key,
                "kind": KIND,
                "place_id": spell.place,
                "holder_id": number_of.get(spell.holder),
                "began": spell.began,
                "ended": spell.ended,
                "supported": spell.supported,
                "contested": int(spell.contested),
                "claims": spell.claims,
            }
        )
        number += 1
    connection.execute(insert(states), rows)


def _key(spell: Spell, before: list[tuple[int, int, str]], used: set[str]) -> str:
    """The id that the spell had (the old one of this holder here that overlaps it most), else a new one."""
    shared = [
        (min(ended, spell.ended) - max(began, spell.began), key) for began, ended, key in before if key not in used
    ]
    if shared and max(shared)[0] > 0:
        return max(shared)[1]
    words = f"{KIND}/{spell.place}/{spell.holder}/{spell.began}"
    return "S" + hashlib.sha256(words.encode()).hexdigest()[:11]
