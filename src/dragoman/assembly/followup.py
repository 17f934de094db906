"""What became of ultimatums and deals, from later claims; each step rests on a claim."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.assembly.later import Later, involves
from dragoman.assembly.sides import Sides
from dragoman.assembly.terms import Step, Term, TermFate, fate_of

GRACE_DAYS = 14
"""How long after its deadline an ultimatum may still be carried out."""


@dataclass(frozen=True, slots=True)
class Fate:
    """The state of a matter and the steps that led to it, in the order of days."""

    state: str
    steps: tuple[Step, ...]


@cache
def rules() -> dict[str, dict[str, list[str]]]:
    """The types that count for each step, as the data file has them."""
    text = (files("dragoman.assembly") / "data" / "followup.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def ultimatum_types() -> list[str]:
    """The types that may be a step of an ultimatum."""
    return sorted({kind for kinds in rules()["ultimatum"].values() for kind in kinds})


def deal_types(terms: Iterable[Term] = ()) -> list[str]:
    """The types that may be a step of a deal with these terms."""
    counts = rules()["deal"]
    turns = {*counts["violated"], *counts["collapsed"], "agreement", "ceasefire", "rejection"}
    return sorted(turns | {term.type for term in terms if term.type})


def ignored_words() -> list[str]:
    """Words that say nothing of what a term is about."""
    return rules()["words"]["ignored"]


def about_deals() -> list[str]:
    """Types of claims that speak of a deal instead of its keeping."""
    return rules()["words"]["about_deals"]


def ultimatum(
    later: Iterable[Later],
    authors: tuple[str, ...],
    addressees: tuple[str, ...],
    sides: Sides,
    *,
    deadline: int | None,
    day: int,
    said: Mapping[str, Step | None] | None = None,
) -> Fate:
    """The fate of an ultimatum by `day`: open, met, rejected, carried out or lapsed (time ran out untold).

    `said` are the steps that later claims tell of in the words of its terms.
    """
    steps: list[Step] = []
    for one in later:
        what = _answer(one, authors, addressees, sides, deadline)
        if what and what not in {step.what for step in steps}:
            steps.append(Step(one.day, what, one.claim, one.mark))
    for what, step in (said or {}).items():
        if step and what not in {one.what for one in steps}:
            steps.append(Step(step.day, what, step.claim, step.mark))
    steps.sort(key=lambda step: (step.day, step.claim))
    if steps:
        return Fate(steps[-1].what, tuple(steps))
    passed = deadline is not None and deadline < day
    return Fate("lapsed" if passed else "open", ())


def _answer(
    one: Later, authors: tuple[str, ...], addressees: tuple[str, ...], sides: Sides, deadline: int | None
) -> str | None:
    counts, by_addressee = rules()["ultimatum"], involves(one.by, addressees, sides, one.day)
    if one.factuality == "denied":
        return None
    if one.type in counts["rejected"]:
        return "rejected" if by_addressee else None
    if one.type in counts["met"]:
        return "met" if by_addressee or involves(one.to, addressees, sides, one.day) else None
    if one.type in counts["settled"]:
        both = by_addressee and involves(one.by, authors, sides, one.day)
        return "met" if both else None
    late = deadline is not None and one.day > deadline + GRACE_DAYS
    hit = not one.to or one.at_place or involves(one.to, addressees, sides, one.day)
    acted = involves(one.by, authors, sides, one.day)
    return "carried out" if one.type in counts["carried_out"] and acted and hit and not late else None


def deal(
    later: Iterable[Later],
    parties: tuple[str, ...],
    terms: Sequence[Term],
    by_words: Mapping[Term, TermFate],
    sides: Sides,
    *,
    truce: bool,
) -> tuple[Fate, tuple[TermFate, ...]]:
    """The fate of a deal, and of each of its terms; `by_words` are those of the terms without a type.

    announced, in force (a truce, or one was told to have begun), partly carried out, carried out (all terms were told
    to be done), violated, collapsed.
    """
    told = list(later)
    fates = tuple(by_words.get(term) or fate_of(term, told, parties, sides) for term in terms)
    steps = [step for fate in fates for step in fate.steps]
    for one in told:
        what = _turn(one, parties, sides) if one.factuality == "happened" else None
        if what and what not in {step.what for step in steps}:
            steps.append(Step(one.day, what, one.claim, one.mark))
    ordered = tuple(sorted(dict.fromkeys(steps), key=lambda step: (step.day, step.claim)))
    return Fate(_state(ordered, fates, truce), ordered), fates


def _turn(one: Later, parties: tuple[str, ...], sides: Sides) -> str | None:
    counts = rules()["deal"]
    involved = one.at_place or involves((*one.by, *one.to), parties, sides, one.day)
    by_party = involves(one.by, parties, sides, one.day)
    if one.type in counts["violated"]:
        return "violated" if involved else None
    if one.type in ("agreement", "ceasefire"):
        if not (by_party or (one.at_place and not one.by)):
            return None
        return "collapsed" if one.phase == "end" else "in force" if one.type == "ceasefire" else None
    if one.type == "rejection":
        return "collapsed" if by_party else None
    return "collapsed" if one.type in counts["collapsed"] and by_party else None


def _state(steps: tuple[Step, ...], fates: tuple[TermFate, ...], truce: bool) -> str:
    turns = [step.what for step in steps if not step.what.endswith(("done", "denied"))]
    for last in ("collapsed", "violated"):
        if turns and turns[-1] == last:
            return last
    kept = [fate for fate in fates if fate.done]
    if kept:
        return "carried out" if len(kept) == len(fates) else "partly carried out"
    return "in force" if truce or "in force" in turns else "announced"
