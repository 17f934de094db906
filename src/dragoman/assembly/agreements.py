"""Deals and truces: who agreed, on which terms, and what became of each of them."""

from dataclasses import dataclass

from sqlalchemy import Connection

from dragoman.assembly.followup import Fate, deal, deal_types
from dragoman.assembly.later import Group, Matter, grouped, later
from dragoman.assembly.obligations import followed_by_words, owed, telling_types
from dragoman.assembly.sides import Sides
from dragoman.assembly.terms import TermFate
from dragoman.ledger.days import today
from dragoman.ledger.filters import Filter, Parties, Query, settle
from dragoman.ledger.selection import choose
from dragoman.ledger.told import Told, fetch

TYPES = ("agreement", "ceasefire")
FOLLOWED_DAYS = 365
"""How long a deal is followed."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One deal: its fate, that of each of its terms, and the claims that tell of it."""

    fate: Fate
    terms: tuple[TermFate, ...]
    told: tuple[Told, ...]


def agreements(connection: Connection, query: Query, register: Parties | None = None) -> list[Agreement]:
    """One screen of deals told of up to the day asked for (today where none is), the latest first."""
    wanted = settle(connection, query, register)
    day = wanted.at or wanted.known_by or today()
    if wanted.types and not set(wanted.types) & set(TYPES):
        return []
    sides, telling = Sides.of(connection, register), telling_types(connection)
    asked = Filter(
        known_by=wanted.known_by or day,
        speakers=wanted.speakers,
        outlets=wanted.outlets,
        place=wanted.place,
        actors=wanted.actors,
        types=tuple(kind for kind in TYPES if not wanted.types or kind in wanted.types),
        factuality=wanted.factuality or ("happened", "denied"),
        limit=3 * wanted.limit,
    )
    told = [one for one in fetch(connection, choose(connection, asked).numbers) if one.claim.phase != "end"]
    chosen = grouped(connection, told)[: wanted.limit]
    return [_followed(connection, group, wanted, day, sides, telling) for group in chosen]


def _followed(
    connection: Connection, group: Group, wanted: Filter, day: int, sides: Sides, telling: list[str]
) -> Agreement:
    involved = (*group.authors, *group.addressees)
    matter = Matter(
        first=group.first.day,
        last=min(day, group.first.day + FOLLOWED_DAYS),
        known_by=wanted.known_by or day,
        place=group.place,
        places=group.places,
        parties=involved,
    )
    terms = owed(group.told, ("obligation", "content"))
    own = {one.number for one in group.told}
    told = [one for one in later(connection, matter, deal_types(terms)) if one.claim not in own]
    truce = any(one.claim.type == "ceasefire" for one in group.told)
    by_words = followed_by_words(connection, group, matter, terms, sides, telling)
    fate, fates = deal(told, involved, terms, by_words, sides, truce=truce)
    return Agreement(fate, fates, group.told)
