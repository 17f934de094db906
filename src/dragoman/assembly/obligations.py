"""Terms of one deal or ultimatum, taken from its claims, and those without a type looked up by their words."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection

from dragoman.assembly.followup import about_deals, ignored_words
from dragoman.assembly.later import Group, Later, Matter, besides
from dragoman.assembly.sides import Sides
from dragoman.assembly.terms import Term, TermFate, bears_on, fate_by_words, may_tell, stems
from dragoman.ledger.told import Told, sentences
from dragoman.model import ActorItem, Claim, TermItem

_MOST = 80
"""Sentences that are compared for one matter."""


def owed(told: Iterable[Told], roles: Sequence[str]) -> list[Term]:
    """The terms of these roles, each once, by words and type."""
    found: dict[tuple[str, str | None], Term] = {}
    for one in told:
        left_out = [*ignored_words(), *_names(one.claim)]
        for item in one.claim.terms:
            if item.role in roles:
                term = Term(item.text, item.type, _owners(one.claim, item), stems(item.text, left_out))
                found.setdefault((item.text, item.type), term)
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


def followed_by_words(
    connection: Connection, group: Group, matter: Matter, terms: Iterable[Term], sides: Sides
) -> dict[Term, TermFate]:
    """The fates of the terms that have no type."""
    untyped = [term for term in terms if term.type is None]
    known = [term for term in untyped if term.followed_by_words]
    own = {one.number for one in group.told}
    told = [one for one in besides(connection, matter, about_deals()) if one.claim not in own] if known else []
    maybe = [one for one in told if any(_worth_reading(term, one, matter.parties, sides) for term in known)][:_MOST]
    read = sentences(connection, [one.claim for one in maybe])
    return {term: fate_by_words(term, maybe, read, matter.parties, sides) for term in untyped}


def _worth_reading(term: Term, one: Later, parties: tuple[str, ...], sides: Sides) -> bool:
    return may_tell(term, one) and bears_on(term, one, parties, sides)
