"""Whether a claim is told as having happened, by what governs its trigger in the parse."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Token

from dragoman.model import Factuality, Phase
from dragoman.reading.factuality.operators import Operator, operators
from dragoman.reading.mention import AttributionMention
from dragoman.reading.speakers import SPEECH_ACTS, holding, lexicon

_MODALS = {"may": "possible", "might": "possible", "could": "possible", "would": "possible", "can": "possible"}
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_IF = frozenset({"if", "unless", "whether", "lest"})
_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a claim is told; `why` names the word or rule that decided, null where it simply happened."""

    factuality: Factuality
    phase: Phase | None
    why: str | None


def judge(trigger: Token, claim_type: str, attributions: Sequence[AttributionMention]) -> Judgement:
    """Factuality and phase of the claim of this type that the trigger heads, by syntactic scope."""
    phase = _phase(trigger)
    for value, why in _verdicts(trigger, claim_type, attributions):
        return Judgement(cast(Factuality, value), phase, why)
    return Judgement("happened", phase, None)


def _verdicts(trigger: Token, claim_type: str, attributions: Sequence[AttributionMention]):  # type: ignore[no-untyped-def]
    own = trigger.dep_ not in ("ROOT",)
    yield from _local(trigger)
    if claim_type in SPEECH_ACTS and trigger.pos_ == "VERB":
        return
    if own:
        yield from _climb(trigger)
    for attribution in holding(trigger, attributions)[:1]:
        if attribution.cue_class == "deny":
            yield "denied", attribution.cue_lemma


def _local(token: Token):  # type: ignore[no-untyped-def]
    for child in token.children:
        lower = child.lower_
        if child.dep_ == "neg" or (child.dep_ == "det" and lower == "no"):
            yield "denied", lower
        elif child.dep_ == "aux" and lower in _FUTURE:
            yield "planned", lower
        elif child.dep_ == "aux" and lower in _MODALS:
            yield _MODALS[lower], lower
        elif child.dep_ == "mark" and lower in _IF:
            yield "possible", lower
        elif child.dep_ in ("amod", "advmod", "compound"):
            for operator in operators().get(child.lower_, ()):
                if operator.part == "adjective" and operator.factuality:
                    yield operator.factuality, lower


def _climb(token: Token):  # type: ignore[no-untyped-def]
    below, at = token, token.head
    for _ in range(_DEPTH):
        if below.i == at.i:
            return
        if below.dep_ in ("xcomp", "acl", "pcomp", "pobj", "prep", "ccomp", "conj", "dobj"):
            found = _operator(at)
            if found is not None and below.dep_ in ("xcomp", "acl", "pcomp", "pobj", "dobj", "ccomp"):
                if found.factuality:
                    yield found.factuality, at.lower_
                yield from _local(at)
            elif below.dep_ in ("xcomp", "conj"):
                yield from _local(at)
        else:
            return
        below, at = at, at.head


def _operator(token: Token) -> Operator | None:
    part = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}.get(token.pos_)
    return next((o for o in operators().get(token.lemma_, ()) if o.part == part), None)


def _phase(trigger: Token) -> Phase | None:
    for token in (trigger, trigger.head):
        operator = _operator(token)
        if (
            operator is not None
            and operator.phase
            and (token.i == trigger.i or trigger.dep_ in ("dobj", "xcomp", "nsubjpass", "nsubj"))
        ):
            return cast(Phase, operator.phase)
    return None


__all__ = ["Judgement", "judge", "lexicon"]
