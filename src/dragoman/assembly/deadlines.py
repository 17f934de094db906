"""Deadlines: ultimatums and whatever else must be done by a day, with what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.assembly.followup import Fate, ultimatum, ultimatum_types
from dragoman.assembly.later import Group, Later, Matter, grouped, later
from dragoman.assembly.obligations import followed_by_words, owed, telling_types
from dragoman.assembly.sides import Sides
from dragoman.assembly.terms import Step, Term, TermFate, fate_of
from dragoman.ledger.days import day as number_of
from dragoman.ledger.days import today
from dragoman.ledger.filters import Filter, Parties, Query, settle
from dragoman.ledger.selection import choose
from dragoman.ledger.tables import claims
from dragoman.ledger.tables import deadlines as limits
from dragoman.ledger.told import Told, fetch

BEFORE_DAYS = 30
"""Deadlines that passed longer ago than this are left out."""
_ASKED = ("option", "obligation", "content")
_THREATENED = ("or_else",)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One ultimatum or demand with its deadline (ISO day, or null) and its fate; `told` are the claims of it.

    `terms` are what it asks for, `threats` what is to follow else, each with what later claims say of it.
    """

    day: str | None
    fate: Fate
    told: tuple[Told, ...]
    terms: tuple[TermFate, ...] = ()
    threats: tuple[TermFate, ...] = ()


def deadlines(connection: Connection, query: Query, register: Parties | None = None) -> list[Deadline]:
    """One screen of deadlines as they stood on the day asked for (today where none is), the next to run out first."""
    wanted = settle(connection, query, register)
    day = wanted.at or wanted.known_by or today()
    sides, telling = Sides.of(connection, register), telling_types(connection)
    groups = grouped(connection, fetch(connection, _chosen(connection, wanted, day)))
    found = [_followed(connection, group, wanted, day, sides, telling) for group in groups]
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


def _followed(
    connection: Connection, group: Group, wanted: Filter, day: int, sides: Sides, telling: list[str]
) -> Deadline:
    limit = max((item.latest for one in group.told for item in one.claim.deadline if item.latest), default=None)
    matter = Matter(
        first=group.first.day,
        last=day,
        known_by=wanted.known_by or day,
        place=group.place,
        places=group.places,
        parties=(*group.authors, *group.addressees),
    )
    own = {one.number for one in group.told}
    asked, threatened = owed(group.told, _ASKED), owed(group.told, _THREATENED)
    types = [*ultimatum_types(), *(term.type for term in (*asked, *threatened) if term.type)]
    told = [one for one in later(connection, matter, types) if one.claim not in own]
    by_words = followed_by_words(connection, group, matter, [*asked, *threatened], sides, telling)
    terms = _fates(asked, by_words, told, matter, sides)
    threats = _fates(threatened, by_words, told, matter, sides)
    said = {"met": _done(terms), "carried out": _done(threats)}
    fate = ultimatum(told, group.authors, group.addressees, sides, deadline=number_of(limit), day=day, said=said)
    return Deadline(limit, fate, group.told, terms, threats)


def _fates(
    terms: list[Term], by_words: Mapping[Term, TermFate], told: list[Later], matter: Matter, sides: Sides
) -> tuple[TermFate, ...]:
    return tuple(by_words.get(term) or fate_of(term, told, matter.parties, sides) for term in terms)


def _done(terms: tuple[TermFate, ...]) -> Step | None:
    """The last of the steps, where every term that has no type was told to be done in its words."""
    steps = [term.done for term in terms if term.type is None]
    done = [step for step in steps if step]
    return max(done, key=lambda step: step.day) if done and len(done) == len(steps) else None
