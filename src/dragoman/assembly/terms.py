"""Terms of a deal, and what later claims say of each: by its type, else by its words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.assembly.later import Later, involves
from dragoman.assembly.sides import Sides
from dragoman.ledger.rows import wording

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
"""Words are taken for the same where so many letters are: it joins "wounded" and "wounds", and few others."""
_SHARED = 2 / 3
"""The share of a term's words that a later sentence must hold to tell of it, and two of them at least."""


@dataclass(frozen=True, slots=True)
class Step:
    """What happened to a matter on a day, and the claim that says so: its row, and its id."""

    day: int
    what: str
    claim: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its words, its type (null where the codebook has none for it), and who owes it.

    `stems` and `bits` are those of the words that say what it is about.
    """

    words: str
    type: str | None
    owners: tuple[str, ...] = ()
    stems: frozenset[str] = frozenset()
    bits: int = 0

    @property
    def followed_by_words(self) -> bool:
        """Whether it has no type, but words enough to be recognised by."""
        return self.type is None and len(self.stems) >= 2

    @property
    def two_words(self) -> bool:
        """Whether a sentence must hold two of its words in their very form (else one), as it has many."""
        return len(self.stems) >= 4


@dataclass(frozen=True, slots=True)
class TermFate:
    """One term with the steps that later claims tell of it; `reason` says why there are none."""

    words: str
    type: str | None
    steps: tuple[Step, ...]
    reason: str | None = None

    @property
    def done(self) -> Step | None:
        """The first claim that says it was done, null where none does."""
        return next((step for step in self.steps if step.what.endswith("done")), None)

    @property
    def state(self) -> str:
        """Done, not done, both (reported and denied), or not followed with the reason."""
        denied = any(step.what.endswith("denied") for step in self.steps)
        if not self.steps:
            return f"not followed: {self.reason}"
        return ("done, and denied" if denied else "done") if self.done else "reported as not done"


def term(words: str, kind: str | None, owners: tuple[str, ...] = (), ignored: Iterable[str] = ()) -> Term:
    """A term of these words; the ignored ones say nothing of what it is about."""
    left_out = set(ignored)
    kept = [word for word in _WORD.findall(words.lower()) if word not in left_out]
    return Term(words, kind, owners, stems(kept), wording(" ".join(kept)))


def stems(words: Iterable[str]) -> frozenset[str]:
    """Words cut to their first letters."""
    return frozenset(word[:_STEM] for word in words)


def may_tell(term: Term, later: Later) -> bool:
    """Whether the bits of a claim's sentence allow that it holds enough of a term's very words; cheap, and may err."""
    return (term.bits & later.words).bit_count() >= 1 + term.two_words


def tells(term: Term, sentence: str) -> bool:
    """Whether a sentence holds enough of a term's words."""
    shared = len(term.stems & stems(_WORD.findall(sentence.lower())))
    return shared >= max(2, round(_SHARED * len(term.stems) + 0.49))


def bears_on(term: Term, later: Later, parties: tuple[str, ...], sides: Sides) -> bool:
    """Whether those who owe the term (else the parties) are in a claim, or it is at the place and names nobody."""
    named = (*later.by, *later.to)
    return involves(named, term.owners or parties, sides, later.day) if named else later.at_place


def fate_of(term: Term, told: Iterable[Later], parties: tuple[str, ...], sides: Sides) -> TermFate:
    """What claims of a term's type say of it."""
    steps: dict[str, Step] = {}
    for one in told:
        involved = not parties or not (one.by or one.to) or involves((*one.by, *one.to), parties, sides, one.day)
        if one.type == term.type and one.phase != "end" and (involved or one.at_place):
            what = f"{term.type} {'done' if one.factuality == 'happened' else 'denied'}"
            steps.setdefault(what, Step(one.day, what, one.claim, one.mark))
    return TermFate(term.words, term.type, _ordered(steps), None if steps else "no later report tells of it")


def fate_by_words(
    term: Term, told: Iterable[Later], sentences: Mapping[int, str], parties: tuple[str, ...], sides: Sides
) -> TermFate:
    """What claims that hold a term's words say of it, where those involved are in them."""
    if len(term.stems) < 2:
        return TermFate(term.words, None, (), "too few words to know it by")
    steps: dict[str, Step] = {}
    for one in told:
        if bears_on(term, one, parties, sides) and tells(term, sentences.get(one.claim, "")):
            what = "done" if one.factuality == "happened" else "denied"
            steps.setdefault(what, Step(one.day, what, one.claim, one.mark))
    return TermFate(term.words, None, _ordered(steps), None if steps else "no later report tells of it in its words")


def _ordered(steps: Mapping[str, Step]) -> tuple[Step, ...]:
    return tuple(sorted(steps.values(), key=lambda step: (step.day, step.claim)))
