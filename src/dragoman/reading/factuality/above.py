"""What the words above a trigger make of it, step by step outwards."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.factuality import local, scope
from dragoman.reading.factuality.local import Verdict
from dragoman.reading.factuality.operators import Operator, governing, verbs
from dragoman.reading.factuality.scope import Step

_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_NEAR = frozenset({"of", "for", "to", "on", "about", "into", "over", "against"})
_PREDICATES = frozenset({"acomp", "oprd"})


def verdicts(trigger: Token) -> Iterator[Verdict]:
    """The verdicts of the words that govern the trigger, nearest first, until its happening is taken for given."""
    for step in scope.steps(trigger):
        found = next((answer for rule in _RULES if (answer := rule(step)) is not None), None)
        if found is not None and found[0] != "happened":
            yield found
        if _given(step):
            return


def negated(token: Token, row: Operator) -> str | None:
    """What the operator makes of its complement, a negation counted in."""
    return row.negated if local.negator(token) is not None else row.factuality


def _coordinated(step: Step) -> Verdict | None:
    """What coordination passes on: modals and conditions, negation only over "or" and "nor"."""
    if step.kind != "conj" or not scope.shares(step):
        return None
    joins = any(c.dep_ in ("cc", "preconj") and c.lower_ in ("or", "nor") for c in step.at.children)
    return local.verdict(step.at, negation=joins)


def _operator(step: Step) -> Verdict | None:
    row = governing(step.at, step.kind, step.word) if step.kind != "conj" else None
    return (negated(step.at, row) or "happened", step.at.lower_) if row is not None else None


def _or_else(step: Step) -> Verdict | None:
    """ "Leave or face attack"."""
    at = step.at
    threatens = at.lemma_ == "face" and at.dep_ == "conj" and any(c.lower_ == "or" for c in at.head.rights)
    return ("threatened", at.lower_) if threatens else None


def _predicate(step: Step) -> Verdict | None:
    """ "an attack is likely", "it is difficult to attack"."""
    kind = {"subj": "pred", "to": "to", "purpose": "to"}.get(step.kind)
    if kind is None:
        return None
    found = [(c, row) for c in step.at.rights if c.dep_ in _PREDICATES and (row := governing(c, kind))]
    if not found:
        return None
    word, row = found[0]
    return negated(step.at, row) or "happened", word.lower_


def _without(step: Step) -> Verdict | None:
    return ("denied", step.word) if step.word == "without" else None


def _purpose(step: Step) -> Verdict | None:
    """ "arrived to lift the siege", "called for the rebels to withdraw"."""
    if step.kind != "purpose":
        return None
    row = governing(step.at, "to") or governing(step.at, "prep", "for")
    return (row.factuality if row is not None and row.factuality else "planned"), "to"


def _copula(step: Step) -> Verdict | None:
    """ "are to leave", "has to leave"."""
    at = step.at
    if at.lemma_ == "be" and at.tag_ in _FINITE and step.kind == "to" and step.below.dep_ == "xcomp":
        return "planned", at.lower_
    if at.lemma_ == "have" and step.kind == "to" and at.tag_ in ("VBP", "VBZ", "VB"):
        return "demanded", at.lower_
    return None


def _modals(step: Step) -> Verdict | None:
    """The modals and negation of the verb above, where they reach the trigger."""
    reach = step.kind in ("to", "ing", "part") or (step.kind in ("np", "subj") and _passes(step))
    if not reach:
        return None
    found = local.verdict(step.at)
    lasting = step.kind == "subj" and step.at.lemma_ in verbs("ongoing") and local.conditional(step.at) is not None
    return None if lasting else found


def _passes(step: Step) -> bool:
    """Whether the modals of a verb reach its noun: not where the noun takes its happening for given."""
    reached = verbs("producing" if step.kind == "np" else "occurring")
    return not scope.definite(step.below) or step.at.lemma_ in reached


def _given(step: Step) -> bool:
    """Whether what is above tells nothing of the trigger any more."""
    if step.kind in ("np", "subj", "prep"):
        verbal = step.at.pos_ in ("VERB", "AUX") and step.word != "into"
        adjunct = step.kind == "prep" and (verbal or step.word not in _NEAR)
        return adjunct or (scope.definite(step.below) and not _passes(step))
    return step.kind == "conj" and not scope.shares(step)


_RULES = (_coordinated, _operator, _or_else, _predicate, _without, _purpose, _copula, _modals)
