"""Control as states: who held a place from when to when."""

from collections.abc import Iterable

from sqlalchemy import Connection, or_, select

from dragoman.assembly.control import Segment
from dragoman.assembly.evidence import TYPES
from dragoman.assembly.features import spots
from dragoman.assembly.holders import timelines
from dragoman.assembly.keeping import Spell, store
from dragoman.assembly.sides import Sides
from dragoman.ledger.copies import chunks
from dragoman.ledger.filters import Filter, Parties
from dragoman.ledger.tables import claims, place_mentions, place_within, states

KIND = "control"
_PART = 500


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
            open_[holder] = Spell(
                kind=KIND,
                place=place,
                holder=holder,
                began=began,
                ended=segment.end,
                supported=one.supported,
                contested=contested,
                claims=number,
            )
    done += [open_[holder] for holder in sorted(open_)]
    return sorted(done, key=lambda spell: (spell.began, spell.holder))


def touched(connection: Connection, first: int, last: int) -> list[int]:
    """Places whose timeline claims of these days may change: those named, all inside them, and those that had states.

    The latter since a claim that held one up may be gone.
    """
    joined = place_mentions.join(claims, claims.c.id == place_mentions.c.claim_id)
    named = (
        select(place_mentions.c.place_id)
        .select_from(joined)
        .where(claims.c.type.in_(TYPES), claims.c.day.between(first, last))
    )
    inside = select(place_within.c.place_id).where(place_within.c.whole_id.in_(named.distinct()))
    told = select(place_mentions.c.place_id).select_from(joined)
    told = told.where(claims.c.type.in_(TYPES), place_mentions.c.place_id.in_(inside))
    near = or_(*(column.between(first, last) for column in (states.c.began, states.c.ended, states.c.supported)))
    held = select(states.c.place_id).where(states.c.kind == KIND, near)
    return sorted({place for asked in (told, held) for place in connection.execute(asked.distinct()).scalars()})


def refresh(connection: Connection, places: list[int], register: Parties | None = None) -> int:
    """Make the states of these places again from all that is known now; gives how many there are."""
    sides, count = Sides.of(connection, register), 0
    for part in chunks(places, _PART):
        lines = timelines(connection, part, Filter(), spots(connection, part), sides)
        found = [spell for place in part for spell in spells(place, lines[place])]
        store(connection, (states.c.kind == KIND) & states.c.place_id.in_(part), found)
        count += len(found)
    return count
