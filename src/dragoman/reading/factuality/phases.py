"""Whether a claim tells of a beginning or an end, by what governs its trigger."""

from spacy.tokens import Token

from dragoman.reading.factuality import operators, scope

_CARRIERS = frozenset({"dobj", "attr", "acomp", "prt"})


def phase(trigger: Token) -> tuple[str, str] | None:
    """ "start" or "end" with the word that says so, or null."""
    own = _row(trigger, _kinds(trigger))
    if own is not None:
        return own, trigger.lower_
    for child in trigger.children:
        found = _row(child, {"pred"} if child.dep_ == "acomp" else {"prep"}) if child.dep_ in _CARRIERS else None
        if found is not None:
            return found, child.lower_
    for step in list(scope.steps(trigger))[:2]:
        found = _row(step.at, {step.kind})
        if found is not None:
            return found, step.at.lower_
        if step.kind not in ("part", "conj"):
            return None
    return None


def _row(token: Token, kinds: set[str]) -> str | None:
    return next((row.phase for row in operators.of(token) if row.phase and row.governs & kinds), None)


def _kinds(trigger: Token) -> set[str]:
    kinds = {"self"}
    for child in trigger.rights:
        if child.dep_ == "dobj":
            kinds.add("np")
        elif child.dep_ == "xcomp":
            kinds.add("ing" if child.tag_ == "VBG" else "to")
        elif child.dep_ == "prep":
            kinds.add("prep")
    return kinds
