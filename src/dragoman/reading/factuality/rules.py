"""Factuality by rule: the nearest word that governs the trigger decides."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dragoman.reading.factuality import above, local, operators, scope
from dragoman.reading.factuality.local import Verdict
from dragoman.reading.mention import AttributionMention
from dragoman.reading.speakers import SPEECH_ACTS, holding, indexed, lexicon

NEGATIVE = frozenset({"rejection", "obstruction", "violation", "sanction"})
"""Types that are told by a negation ("did not allow", "would not accept"): it does not deny them."""

_WITHHELD = frozenset({"obstruction", "rejection"})
_WH = frozenset({"WP", "WRB", "WDT", "WP$"})
_GONE = frozenset({"abduction", "detention"})
_DENY = frozenset({"deny", "denies", "denied", "denying"})
_WEAK = frozenset({"would", "will", "should", "wo"})
_PREDICATES = frozenset({"oprd", "acomp", "attr", "ccomp", "xcomp", "prep", "dobj"})
_ATTITUDES = frozenset({"support", "recognition"})
_PLEDGED = frozenset({"agreement", "ceasefire", "alliance"})
_NEGATIONS = frozenset({"denied", "attempted"})


def verdict(trigger: Token, claim_type: str, attributions: Sequence[AttributionMention]) -> Verdict | None:
    """The factuality where it is not simply "happened", and the word that makes it so."""
    if claim_type in SPEECH_ACTS:
        return _of_speech(trigger, claim_type)
    own = _own(trigger, claim_type, attributions)
    if own is not None:
        return own
    found = _beside(trigger, claim_type)
    outer = list(above.verdicts(trigger))
    denial = next((v for v in outer if v[0] == "denied" and v[1] in _DENY), None)
    if denial is not None:
        return denial
    if found is not None and found[1] in _WEAK and outer and outer[0][0] != "planned":
        return outer[0]
    return found or next(iter(outer), None) or _denied(trigger, attributions) or _open(trigger)


def _beside(trigger: Token, claim_type: str) -> Verdict | None:
    """What stands beside the trigger; where the type itself is told by a negation, that denies nothing."""
    if claim_type in _GONE and trigger.lemma_ in ("see", "hear", "return"):
        return None
    withheld = claim_type in NEGATIVE and local.negator(trigger) is not None
    if withheld and local.modal(trigger) not in (None, "will"):
        return None
    return local.verdict(trigger, negation=claim_type not in NEGATIVE)


def _open(trigger: Token) -> Verdict | None:
    """A question whether it happened; a headline's infinitive."""
    heading = trigger.dep_ == "ROOT" or (trigger.dep_ in ("acl", "relcl") and trigger.head.dep_ == "ROOT")
    if heading and trigger.pos_ == "VERB" and scope.has_to(trigger):
        return "planned", "to"
    sentence = trigger.sent
    ends = next((t.text for t in reversed(list(sentence)) if not t.is_space and not t.is_quote), "")
    asks = ends == "?" and not any(t.tag_ in _WH for t in sentence)
    return ("possible", "?") if asks else None


def _of_speech(trigger: Token, claim_type: str) -> Verdict | None:
    """A speech act is done by being told; only one announced by its own verb is still to come."""
    denial = next((v for v in above.verdicts(trigger) if v[0] == "denied" and v[1] in _DENY), None)
    if denial is not None:
        return denial
    if claim_type in ("threat", "rejection") or trigger.lemma_ not in lexicon().verbs:
        return None
    word = local.modal(trigger)
    return local.of_modal(trigger, word) if word in ("will", "shall") else None


def _own(trigger: Token, claim_type: str, attributions: Sequence[AttributionMention]) -> Verdict | None:
    """The trigger is itself the operator: "tried to seize", "denies it", "plans", "drew up plans"."""
    if claim_type not in _WITHHELD and any(a.cue_class == "deny" for a in indexed(attributions).cued(trigger.i)):
        return "denied", trigger.lower_
    if trigger.lower_ == "without":
        return "denied", trigger.lower_
    if claim_type not in _WITHHELD and _calls_untrue(trigger):
        return "denied", trigger.lower_
    for holder in _holders(trigger):
        for kind, word in _complements(holder):
            row = operators.governing(holder, kind, word)
            if (
                row is not None
                and (holder.i == trigger.i or row.part != "verb")
                and not _is_deed(row, claim_type, kind)
            ):
                value = above.negated(trigger, row)
                return (value, holder.lower_) if value else None
    if trigger.lemma_ == "be" and any(c.dep_ == "xcomp" and scope.has_to(c) for c in trigger.rights):
        return "planned", trigger.lower_
    return None


def _calls_untrue(trigger: Token) -> bool:
    """ "called the story a fabrication", "were untrue"."""
    if trigger.lemma_ not in operators.verbs("calling"):
        return False
    said = (t for c in trigger.rights if c.dep_ in _PREDICATES for t in c.subtree)
    return any(t.lemma_.lower() in operators.verbs("untrue") for t in said)


def _holders(trigger: Token) -> Iterator[Token]:
    """The trigger and, of a verb that only carries it, the event noun or adjective."""
    yield trigger
    yield from (c for c in trigger.rights if c.dep_ in ("dobj", "acomp", "attr"))
    if trigger.lemma_ in operators.verbs("light"):
        yield from (c for c in trigger.lefts if c.dep_ == "nsubjpass")


def _is_deed(row: operators.Operator, claim_type: str, kind: str) -> bool:
    """Whether the operator is the very happening ("agreed to", "failed to honour", "foiled"), or what somebody is for:
    "backs the plan to withdraw"."""
    if claim_type in NEGATIVE and row.factuality in _NEGATIONS:
        return True
    if claim_type in _ATTITUDES and row.part == "noun":
        return True
    if claim_type == "agreement" and row.lemma in operators.verbs("pledging"):
        return True
    if claim_type in ("sanction", "detention") and row.part == "passive":
        return True
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
    if any(child.dep_ == "nsubjpass" for child in holder.lefts):
        yield "np", None
    if holder.dep_ == "acomp":
        yield "pred", None
    yield "self", None


def _denied(trigger: Token, attributions: Sequence[AttributionMention]) -> Verdict | None:
    """What somebody denies, where the parse does not show it: the head of the content."""
    around = holding(trigger, attributions)
    if around and around[0].cue_class == "deny" and trigger.dep_ in ("ROOT", "ccomp", "xcomp", "dobj"):
        return "denied", around[0].cue_lemma or "deny"
    return None
