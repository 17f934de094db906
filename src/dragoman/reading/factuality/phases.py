"""Whether a claim tells of a beginning or an end, by what governs its trigger."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.factuality import operators, scope
from dragoman.reading.speakers import SPEECH_ACTS

_PREDICATES = frozenset({"acomp", "oprd", "advmod", "attr", "prt", "ccomp", "amod"})


def phase(trigger: Token, claim_type: str) -> tuple[str, str] | None:
    """ "start" or "end" with the word that says so, or null."""
    if claim_type in SPEECH_ACTS - {"ultimatum"}:
        return None
    for token, kinds in _places(trigger):
        rows = (row for row in operators.of(token) if row.phase and row.fits(claim_type))
        found = next((row for row in rows if row.governs & kinds or (row.tail and token.i == trigger.i)), None)
        if found is not None and found.phase is not None:
            return found.phase, token.lower_
    return None


def _places(trigger: Token) -> Iterator[tuple[Token, set[str]]]:
    """The words that may say it, each with what it would have to govern."""
    yield trigger, _kinds(trigger)
    for child in trigger.children:
        if child.dep_ in ("relcl", "acl"):
            yield child, {"np"}
        elif child.dep_ in _PREDICATES:
            yield child, {"pred"}
        if child.dep_ in ("dobj", "attr"):
            yield child, {"prep"}
    for step in scope.steps(trigger):
        yield step.at, {step.kind}
        if step.kind not in ("part", "conj") and step.word != "of":
            return


def _kinds(trigger: Token) -> set[str]:
    kinds = set()
    for child in trigger.rights:
        if child.dep_ == "dobj":
            kinds.add("np")
        elif child.dep_ == "xcomp":
            kinds.add("ing" if child.tag_ == "VBG" else "to")
        elif child.dep_ == "prep" and trigger.pos_ == "NOUN":
            kinds.add("prep")
    return kinds or {"self"}
