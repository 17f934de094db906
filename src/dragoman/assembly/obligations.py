"""Terms of one deal or ultimatum, taken from its claims, and those without a type looked up by their words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from dragoman.assembly.followup import about_deals, ignored_words
from dragoman.assembly.later import Group, Later, Matter, later
from dragoman.assembly.sides import Sides
from dragoman.assembly.terms import Term, TermFate, bears_on, fate_by_words, may_tell, term
from dragoman.ledger.selection import types_in
from dragoman.ledger.told import Told, sentences
from dragoman.model import ActorItem, Claim, TermItem

WORDS_DAYS = 120
"""How long a term is followed by its words alone: later the same words hardly mean the same matter."""
_MOST = 80
"""Sentences that are compared for one matter."""


def owed(told: Iterable[Told], roles: Sequence[str]) -> list[Term]:
    """The terms of these roles, each once, by words and type."""
    found: dict[tuple[str, str | None], Term] = {}
    for one in told:
        left_out = [*ignored_words(), *_names(one.claim)]
        for item in one.claim.terms:
            if item.role in roles:
                found.setdefault((item.text, item.type), term(item.text, item.type, _owners(one.claim, item), left_out))
    return list(found.values())


def _names(claim: Claim) -> Iterator[str]:
    """The words that name a claim's parties and places: they stand in every sentence about these."""
    named = [(item.text, item.name) for item in (*claim.by, *claim.to)]
    named += [(item.text, item.name) for item in claim.place]
    for text, name in named:
        yield from f"{text} {name or ''}".lower().replace("-", " ").split()


def _owners(claim: Claim, term: TermItem) -> tuple[str, ...]:
    """The parties that owe a term, by key; written as "by.0" in it."""
    found = []
    for place in term.by:
        slot, _, at = place.partition(".")
        items: list[ActorItem] = getattr(claim, slot, [])
        if at.isdigit() and int(at) < len(items) and (key := items[int(at)].actor):
            found.append(key)
    return tuple(found)


def telling_types(connection: Connection) -> list[str]:
    """The types of a ledger's claims that may tell of the keeping of a term."""
    return [kind for kind in types_in(connection) if kind not in about_deals()]


def followed_by_words(
    connection: Connection, group: Group, matter: Matter, terms: Iterable[Term], sides: Sides, types: Sequence[str]
) -> dict[Term, TermFate]:
    """The fates of the terms that have no type, from the claims of these types in the `WORDS_DAYS` after."""
    untyped = [one for one in terms if one.type is None]
    known = [one for one in untyped if one.followed_by_words]
    maybe = _maybe(connection, group, matter, known, sides, types) if known else []
    read = sentences(connection, [one.claim for one in maybe])
    return {one: fate_by_words(one, maybe, read, matter.parties, sides) for one in untyped}


def _maybe(
    connection: Connection, group: Group, matter: Matter, known: list[Term], sides: Sides, types: Sequence[str]
) -> list[Later]:
    """The claims whose sentences are worth reading for a term."""
    own = {one.number for one in group.told}
    near = replace(matter, last=min(matter.last, matter.first + WORDS_DAYS))
    words = [(each.bits, each.two_words) for each in known]
    told = [one for one in later(connection, near, types, words) if one.claim not in own]
    return [one for one in told if any(_worth_reading(each, one, matter.parties, sides) for each in known)][:_MOST]


def _worth_reading(each: Term, one: Later, parties: tuple[str, ...], sides: Sides) -> bool:
    return may_tell(each, one) and bears_on(each, one, parties, sides)
