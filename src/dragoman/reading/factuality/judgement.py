"""Whether a claim is told as having happened, by what governs its trigger in the parse."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Token

from dragoman.model import Factuality, Phase
from dragoman.reading.factuality import phases, rules
from dragoman.reading.mention import AttributionMention


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a claim is told; `why` names the word that decided, null where it simply happened."""

    factuality: Factuality
    phase: Phase | None
    why: str | None


def judge(trigger: Token, claim_type: str, attributions: Sequence[AttributionMention]) -> Judgement:
    """Factuality and phase of the claim of this type that the trigger heads, by syntactic scope."""
    found, phase = rules.verdict(trigger, claim_type, attributions), phases.phase(trigger, claim_type)
    factuality, why = found or ("happened", None)
    return Judgement(cast(Factuality, factuality), cast(Phase, phase[0]) if phase else None, why)


def judge_either(head: Token, trigger: Token, claim_type: str, attributions: Sequence[AttributionMention]) -> Judgement:
    """The judgement of the head of the predicate; where that is simply told, of the word that carries the meaning."""
    first = judge(head, claim_type, attributions)
    if trigger.i == head.i or first.why is not None:
        return first
    second = judge(trigger, claim_type, attributions)
    return Judgement(second.factuality, first.phase or second.phase, second.why)
