"""States as rows, with ids that stay while a spell grows or moves at its ends."""

import hashlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from dragoman.ledger.copies import chunks
from dragoman.ledger.interning import next_id
from dragoman.ledger.tables import actors, states

_Whose = tuple[str, int | None, str, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """One state without a break: from `began` up to `ended`, last supported on `supported`.

    Control has a place and a holder (by key), every other kind a matter.
    """

    kind: str
    place: int | None
    holder: str = ""
    matter: int | None = None
    began: int
    ended: int
    supported: int
    contested: bool
    claims: int

    @property
    def whose(self) -> _Whose:
        """What tells it from other states but its days."""
        return self.kind, self.place, self.holder, self.matter


def store(connection: Connection, before: ColumnElement[bool], found: list[Spell]) -> None:
    """Put these states where those of a condition were; a spell takes the id of the old one that it overlaps most."""
    asked = select(states, actors.c.key.label("holder")).outerjoin(actors, actors.c.id == states.c.holder_id)
    old: dict[_Whose, list[tuple[int, int, str]]] = {}
    for row in connection.execute(asked.where(before)):
        whose = (row.kind, row.place_id, row.holder or "", row.matter_id)
        old.setdefault(whose, []).append((row.began, row.ended, row.key))
    connection.execute(delete(states).where(before))
    if found:
        connection.execute(insert(states), _rows(connection, found, old))


def _rows(
    connection: Connection, found: list[Spell], old: dict[_Whose, list[tuple[int, int, str]]]
) -> list[dict[str, Any]]:
    number_of: dict[str, int] = {}
    for part in chunks(sorted({spell.holder for spell in found if spell.holder})):
        rows = connection.execute(select(actors.c.key, actors.c.id).where(actors.c.key.in_(part)))
        number_of.update({row.key: row.id for row in rows})
    number, used, made = next_id(connection, states), set[str](), []
    for at, spell in enumerate(found):
        key = _key(spell, old.get(spell.whose, []), used)
        used.add(key)
        made.append(
            {
                "id": number + at,
                "key": key,
                "kind": spell.kind,
                "place_id": spell.place,
                "holder_id": number_of.get(spell.holder),
                "matter_id": spell.matter,
                "began": spell.began,
                "ended": spell.ended,
                "supported": spell.supported,
                "contested": int(spell.contested),
                "claims": spell.claims,
            }
        )
    return made


def _key(spell: Spell, before: list[tuple[int, int, str]], used: set[str]) -> str:
    """The id that the spell had (the old one of its kind that overlaps it most), else a new one."""
    shared = [
        (min(ended, spell.ended) - max(began, spell.began), key) for began, ended, key in before if key not in used
    ]
    if shared and max(shared)[0] > 0:
        return max(shared)[1]
    whose = spell.holder if spell.matter is None else str(spell.matter)
    words = f"{spell.kind}/{spell.place}/{whose}/{spell.began}"
    return "S" + hashlib.sha256(words.encode()).hexdigest()[:11]
