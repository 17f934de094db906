"""The way up from a trigger: what governs it, as far as factuality passes from the one to the other."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.reading.speakers.contents import adjacent

_DEPTH = 10
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Step:
    """One step up: `at` governs `below` as `kind`; `word` is the preposition between them, if any."""

    below: Token
    at: Token
    kind: str
    word: str | None = None


def steps(trigger: Token) -> Iterator[Step]:
    """The steps from the trigger outwards, until something is reached that tells its content as given."""
    below = trigger
    for _ in range(_DEPTH):
        step = _step(below)
        if step is None or step.at.i == below.i or _parted(step):
            return
        yield step
        if step.kind == "that" and step.at.pos_ != "NOUN":
            return
        below = step.at


def has_to(verb: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


def definite(noun: Token) -> bool:
    """Whether the noun phrase takes its happening for given: "the attack", "their raid"."""
    return any((c.dep_ == "det" and c.lower_ in _DEFINITE) or c.dep_ == "poss" for c in noun.lefts)


def _step(below: Token) -> Step | None:
    dep, at = below.dep_, below.head
    if dep in ("xcomp", "ccomp", "acl", "advcl"):
        return _clause(below, at)
    if dep in ("pobj", "pcomp") and at.head.i != at.i:
        return Step(below, at.head, "prep" if dep == "pobj" else "ing", at.lower_)
    if dep in ("dobj", "nsubjpass", "attr", "oprd"):
        return Step(below, at, "np")
    if dep in ("nsubj", "csubj"):
        return Step(below, at, "subj")
    if dep == "conj":
        return Step(below, at, "conj")
    return Step(below, at, "part") if dep in ("compound", "prep", "acomp") else None


def _clause(below: Token, at: Token) -> Step | None:
    if below.dep_ == "advcl" and below.tag_ == "VBG" and adjacent(below, at):
        return Step(below, at, "ing")
    if below.dep_ == "advcl":
        return Step(below, at, "purpose") if has_to(below) else None
    if has_to(below):
        return Step(below, at, "to")
    if below.dep_ == "acl":
        return Step(below, at, "that") if any(c.dep_ == "mark" for c in below.lefts) else None
    if below.dep_ == "xcomp":
        return Step(below, at, "ing" if below.tag_ == "VBG" else "to")
    return Step(below, at, "that")


def _parted(step: Step) -> bool:
    """A semicolon or quotation mark between clauses ends the scope."""
    if step.kind not in ("that", "conj"):
        return False
    first, stop = sorted((step.below.i, step.at.i))
    return any(t.text in (";", ":") for t in step.at.doc[first:stop])


def shares(step: Step) -> bool:
    """Whether a coordinated word stands under the auxiliaries of the first: no subject and no tense of its own.

    "To" that both have is none.
    """
    below, at = step.below, step.at
    infinitives = has_to(below) and has_to(at)
    own = any(
        c.dep_ in _SUBJECTS or (c.dep_ in ("aux", "auxpass") and not (infinitives and c.lower_ == "to"))
        for c in below.lefts
    )
    return not own and (below.tag_ == at.tag_ or below.pos_ in ("NOUN", "PROPN"))
