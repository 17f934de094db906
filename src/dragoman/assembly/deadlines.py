"""Deadlines: ultimatums and whatever else must be done by a day, with what became of them."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.assembly.followup import Fate, ultimatum, ultimatum_types
from dragoman.assembly.later import Group, Matter, grouped, later
from dragoman.assembly.sides import Sides
from dragoman.ledger.days import day as number_of
from dragoman.ledger.days import today
from dragoman.ledger.filters import Filter, Parties, Query, settle
from dragoman.ledger.selection import choose
from dragoman.ledger.tables import claims
from dragoman.ledger.tables import deadlines as limits
from dragoman.ledger.told import Told, fetch

BEFORE_DAYS = 30
"""Deadlines that passed longer ago than this are left out."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One ultimatum or demand with its deadline (ISO day, or null) and its fate; `told` are the claims of it."""

    day: str | None
    fate: Fate
    told: tuple[Told, ...]


def deadlines(connection: Connection, query: Query, register: Parties | None = None) -> list[Deadline]:
    """One screen of deadlines as they stood on the day asked for (today where none is), the next to run out first."""
    wanted = settle(connection, query, register)
    day = wanted.at or wanted.known_by or today()
    sides = Sides.of(connection, register)
    groups = grouped(connection, fetch(connection, _chosen(connection, wanted, day)))
    found = [_followed(connection, group, wanted, day, sides) for group in groups]
    return sorted(found, key=lambda one: (one.fate.state != "open", one.day or "9999", one.told[0].number))


def _chosen(connection: Connection, wanted: Filter, day: int) -> list[int]:
    near = select(limits.c.claim_id).where(limits.c.day.between(day - BEFORE_DAYS, day + 366))
    dated = list(connection.execute(near.order_by(limits.c.day.desc()).limit(20 * wanted.limit)).scalars())
    recent = select(claims.c.id).where(
        claims.c.type == "ultimatum", claims.c.day.between(day - BEFORE_DAYS, day), claims.c.factuality == "happened"
    )
    dated += list(connection.execute(recent.order_by(claims.c.day.desc()).limit(5 * wanted.limit)).scalars())
    asked = Filter(
        known_by=wanted.known_by or day,
        speakers=wanted.speakers,
        outlets=wanted.outlets,
        place=wanted.place,
        actors=wanted.actors,
        types=wanted.types,
        factuality=wanted.factuality,
        limit=wanted.limit,
        numbers=frozenset(dated),
    )
    return choose(connection, asked).numbers


def _followed(connection: Connection, group: Group, wanted: Filter, day: int, sides: Sides) -> Deadline:
    limit = max((item.latest for one in group.told for item in one.claim.deadline if item.latest), default=None)
    matter = Matter(
        first=group.first.day,
        last=day,
        known_by=wanted.known_by or day,
        place=group.place,
        parties=(*group.authors, *group.addressees),
    )
    own = {one.number for one in group.told}
    told = [one for one in later(connection, matter, ultimatum_types()) if one.claim not in own]
    fate = ultimatum(told, group.authors, group.addressees, sides, deadline=number_of(limit), day=day)
    return Deadline(limit, fate, group.told)
