"""Keeping the states of sieges, truces, alliances and populations in step with the claims."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, select

from dragoman.assembly.keeping import Spell, store
from dragoman.assembly.sides import Sides
from dragoman.assembly.standing import Standing, standings
from dragoman.assembly.statements import Matter, noted, read
from dragoman.ledger.copies import chunks
from dragoman.ledger.days import OPEN
from dragoman.ledger.filters import Filter, Parties
from dragoman.ledger.tables import matters, statements, states

_PART = 500


def refresh(connection: Connection, first: int, last: int, register: Parties | None = None) -> int:
    """Note anew what the claims of these days say, and make the states that it moves; gives how many there are."""
    found, said = noted(connection, first, last, Sides.of(connection, register))
    within = statements.c.day.between(first, last)
    before = set(connection.execute(select(statements.c.matter_id).where(within).distinct()).scalars())
    connection.execute(delete(statements).where(within))
    _keep(connection, found, said)
    touched = _groups(connection, before | {matter.number for matter in found})
    count = 0
    for part in chunks(touched, _PART):
        own = [row.id for row in part]
        every = standings(read(connection, [Matter.of(row) for row in part], Filter()))
        made = [_spell(one) for matter, each in every.items() if matter.number in own for one in each]
        store(connection, states.c.matter_id.in_(own), made)
        count += len(made)
    without = ~exists().where(statements.c.matter_id == matters.c.id)
    connection.execute(delete(matters).where(without))
    return count


def _keep(connection: Connection, found: list[Matter], said: list[dict[str, Any]]) -> None:
    known = set[int]()
    for part in chunks(sorted(matter.number for matter in found)):
        known |= set(connection.execute(select(matters.c.id).where(matters.c.id.in_(part))).scalars())
    if fresh := [matter.row for matter in found if matter.number not in known]:
        connection.execute(insert(matters), fresh)
    if said:
        connection.execute(insert(statements), said)


def _groups(connection: Connection, numbers: Iterable[int]) -> list[Any]:
    """These matters, with all others of their kind at their places, those of one place side by side."""
    named = {row.id: row for row in _rows(connection, numbers)}
    places: dict[str, set[int]] = {}
    for row in named.values():
        if row.place_id is not None:
            places.setdefault(row.kind, set()).add(row.place_id)
    for kind, wanted in places.items():
        for part in chunks(sorted(wanted)):
            asked = select(matters).where(matters.c.kind == kind, matters.c.place_id.in_(part))
            named.update({row.id: row for row in connection.execute(asked)})
    return sorted(named.values(), key=lambda row: (row.kind, row.place_id or 0, row.id))


def _rows(connection: Connection, numbers: Iterable[int]) -> list[Any]:
    found: list[Any] = []
    for part in chunks(sorted(numbers)):
        found += connection.execute(select(matters).where(matters.c.id.in_(part))).all()
    return found


def _spell(one: Standing) -> Spell:
    return Spell(
        kind=one.matter.kind,
        place=one.matter.place,
        matter=one.matter.number,
        began=one.since,
        ended=one.ended if one.ended is not None else OPEN,
        supported=one.supported,
        contested=bool(one.denied_by),
        claims=len(one.claims),
    )
