"""Factuality by rule: the nearest word that governs the trigger decides."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dragoman.reading.factuality import local, operators, scope
from dragoman.reading.factuality.local import Verdict
from dragoman.reading.factuality.scope import Step
from dragoman.reading.mention import AttributionMention
from dragoman.reading.speakers import SPEECH_ACTS, holding, lexicon

NEGATIVE = frozenset({"rejection", "obstruction", "violation", "sanction"})
"""Types that are told by a negation ("did not allow", "would not accept"): it does not deny them."""

_WITHHELD = frozenset({"obstruction", "rejection"})
_PLEDGED = frozenset({"agreement", "ceasefire", "alliance"})
_NEGATIONS = frozenset({"denied", "attempted"})


def verdict(trigger: Token, claim_type: str, attributions: Sequence[AttributionMention]) -> Verdict | None:
    """The factuality where it is not simply "happened", and the word that makes it so."""
    if claim_type in SPEECH_ACTS:
        return _of_speech(trigger, claim_type)
    own = _own(trigger, claim_type, attributions)
    if own is not None:
        return own
    beside = local.verdict(trigger, negation=claim_type not in NEGATIVE)
    if beside is not None and beside[1] != "would":
        return beside
    return next(_above(trigger), None) or beside or _denied(trigger, attributions)


def _of_speech(trigger: Token, claim_type: str) -> Verdict | None:
    """A speech act is done by being told; only one announced by its own verb is still to come."""
    if claim_type in ("threat", "rejection") or trigger.lemma_ not in lexicon().verbs:
        return None
    word = local.modal(trigger)
    return local.of_modal(trigger, word) if word is not None and word != "must" else None


def _own(trigger: Token, claim_type: str, attributions: Sequence[AttributionMention]) -> Verdict | None:
    """The trigger is itself the operator: "tried to seize", "denies it", "plans", "drew up plans"."""
    if claim_type not in _WITHHELD and any(a.cue_token == trigger.i and a.cue_class == "deny" for a in attributions):
        return "denied", trigger.lower_
    if trigger.lower_ == "without":
        return "denied", trigger.lower_
    for holder in _holders(trigger):
        for kind, word in _complements(holder):
            row = _row(holder, kind, word)
            if (
                row is not None
                and (holder.i == trigger.i or row.part != "verb")
                and not _is_deed(row, claim_type, kind)
            ):
                value = _negated(trigger, row)
                return (value, holder.lower_) if value else None
    if trigger.lemma_ == "be" and any(c.dep_ == "xcomp" and scope.has_to(c) for c in trigger.rights):
        return "planned", trigger.lower_
    return None


def _holders(trigger: Token) -> Iterator[Token]:
    """The trigger and, of a verb that only carries it, the event noun or adjective."""
    yield trigger
    yield from (c for c in trigger.rights if c.dep_ in ("dobj", "acomp", "attr"))
    if trigger.lemma_ in operators.verbs("light"):
        yield from (c for c in trigger.lefts if c.dep_ == "nsubjpass")


def _is_deed(row: operators.Operator, claim_type: str, kind: str) -> bool:
    """Whether the operator is the very happening: "agreed to", "failed to honour", "foiled"."""
    if claim_type in NEGATIVE:
        return row.factuality in _NEGATIONS
    if claim_type in _PLEDGED:
        return row.lemma in operators.verbs("settling") or (kind == "np" and row.lemma in operators.verbs("pledging"))
    return claim_type == "interception" and row.factuality == "attempted"


def _complements(holder: Token) -> Iterator[tuple[str, str | None]]:
    for child in holder.rights:
        if child.dep_ in ("xcomp", "acl", "ccomp") and scope.has_to(child):
            yield "to", None
        elif child.dep_ == "xcomp" and child.tag_ == "VBG":
            yield "ing", None
        elif child.dep_ == "dobj":
            yield "np", None
        elif child.dep_ == "prep" and child.lower_ != "by":
            yield "prep", child.lower_
    if holder.dep_ in ("acomp",):
        yield "pred", None
    yield "self", None


def _row(token: Token, kind: str, word: str | None) -> operators.Operator | None:
    return next((row for row in operators.of(token) if row.factuality and row.takes(kind, word)), None)


def _negated(token: Token, row: operators.Operator) -> str | None:
    return row.negated if local.negator(token) is not None else row.factuality


def _above(trigger: Token) -> Iterator[Verdict]:
    for step in scope.steps(trigger):
        found = _step(step)
        if found is not None:
            yield found
        if _given(step):
            return


def _step(step: Step) -> Verdict | None:
    at = step.at
    if step.kind == "conj":
        return _shared(step)
    row = _row(at, step.kind, step.word)
    if row is not None:
        value = _negated(at, row)
        return (value, at.lower_) if value and value != "happened" else None
    beside = next((r for c in at.rights if c.dep_ in ("acomp", "oprd") and (r := _row(c, "to", None))), None)
    if beside is not None and step.kind in ("to", "purpose"):
        return (beside.factuality, beside.lemma) if beside.factuality and local.negator(at) is None else None
    if step.word == "without":
        return "denied", "without"
    if step.kind == "purpose":
        return "planned", "to"
    if at.lemma_ == "be" and step.kind == "to" and step.below.dep_ == "xcomp":
        return "planned", at.lower_
    if at.lemma_ == "have" and step.kind == "to" and at.tag_ in ("VBP", "VBZ", "VB"):
        return "demanded", at.lower_
    if step.kind in ("to", "ing", "part") or (step.kind in ("np", "subj") and _passes(step)):
        return local.verdict(at)
    return None


def _shared(step: Step) -> Verdict | None:
    """What coordination passes on: modals and conditions, negation only over "or" and "nor"."""
    if not scope.shares(step):
        return None
    joins = any(c.dep_ in ("cc", "preconj") and c.lower_ in ("or", "nor") for c in step.at.children)
    return local.verdict(step.at, negation=joins)


def _passes(step: Step) -> bool:
    """Whether the modals of a verb reach its noun: not where the noun takes its happening for given."""
    reached = operators.verbs("producing" if step.kind == "np" else "occurring")
    return not scope.definite(step.below) or step.at.lemma_ in reached


def _given(step: Step) -> bool:
    """Whether what is above tells nothing of the trigger any more."""
    if step.kind in ("np", "subj", "prep"):
        adjunct = step.kind == "prep" and step.at.pos_ in ("VERB", "AUX") and step.word != "into"
        return adjunct or (scope.definite(step.below) and not _passes(step))
    return step.kind == "conj" and not scope.shares(step)


def _denied(trigger: Token, attributions: Sequence[AttributionMention]) -> Verdict | None:
    """What somebody denies, where the parse does not show it: the head of the content."""
    around = holding(trigger, attributions)
    if around and around[0].cue_class == "deny" and trigger.dep_ in ("ROOT", "ccomp", "xcomp", "dobj"):
        return "denied", around[0].cue_lemma or "deny"
    return None
