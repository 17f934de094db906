"""Denials that only point back: "Moscow denied it", "which the rebels dispute". Each is a claim of its own."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from dragoman.reading.mention import AttributionMention
from dragoman.reading.speakers import SPEECH_ACTS, lexicon
from dragoman.reading.typing.draft import Draft, Role

_SHORT = 5
_WINDOW = 60


def settle(drafts: Sequence[Draft], said: Sequence[AttributionMention], doc: Doc) -> list[Draft]:
    """The claims with a denied copy of the claim before, for every denial whose own words name no happening.

    What else was read from the words of such a denial is left out. The claims come in the order of the text.
    """
    kept = list(drafts)
    for denial in said:
        if denial.cue_class == "deny" and denial.commitment and denial.speaker and denial.cue_token is not None:
            others = [draft for draft in kept if not _read_from(draft, denial)]
            denied = _denied(denial, others, doc)
            if denied is not None:
                kept = [*others, _copy(denied, denial, doc)]
    return sorted(kept, key=lambda draft: (draft.start, draft.end))


def _read_from(draft: Draft, denial: AttributionMention) -> bool:
    """Whether the draft was read from the cue, or from the few words denied."""
    if denial.cue_token in (draft.trigger.i, draft.head.i):
        return True
    return denial.frame != "relative" and any(a <= draft.trigger.idx < b for a, b in denial.content)


def _denied(denial: AttributionMention, drafts: Sequence[Draft], doc: Doc) -> Draft | None:
    """The claim that the denial is of: the one it stands beside, or the last that somebody else told."""
    cue = doc[denial.cue_token or 0]
    if denial.frame == "relative":
        inside = [d for d in drafts if any(start <= d.trigger.idx < end for start, end in denial.content)]
        return max(inside, key=lambda d: (not _modifies(d), d.trigger.i), default=None)
    if not _points_back(denial, doc):
        return None
    before = [d for d in drafts if cue.i - _WINDOW < d.trigger.i < cue.i and d.type not in SPEECH_ACTS]
    told = [d for d in before if d.speakers and not _tells(denial, d)]
    return max(told, key=lambda d: d.trigger.i, default=None)


def _modifies(draft: Draft) -> bool:
    """A claim told in passing, by an adjective or a noun inside the clause."""
    return draft.trigger.pos_ not in ("VERB", "AUX")


def _points_back(denial: AttributionMention, doc: Doc) -> bool:
    """Whether the content is a pronoun or names an act of saying ("the charge")."""
    if denial.frame == "claim":
        return True
    if not denial.content:
        return False
    start, end = denial.content[0][0], denial.content[-1][1]
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or len(span) >= _SHORT:
        return False
    return span.root.pos_ == "PRON" or span.root.lemma_ in lexicon().nouns


def _tells(denial: AttributionMention, draft: Draft) -> bool:
    return any(role.mention.start == actor.start for role in draft.speakers for actor in denial.speaker)


def _copy(draft: Draft, denial: AttributionMention, doc: Doc) -> Draft:
    cue = doc[denial.cue_token or 0]
    ranges = [*denial.cue, *(denial.content if denial.frame != "relative" else ())]
    end = max(stop for _, stop in ranges)
    pairs = zip(denial.speaker, denial.said, strict=True)
    return replace(
        draft,
        trigger=cue,
        head=cue,
        start=min(start for start, _ in ranges),
        end=end if end - denial.cue[0][0] < 2 * _WINDOW else denial.cue[-1][1],
        times=[],
        deadlines=[],
        figures=[],
        terms=[],
        speakers=[Role(actor, words, 0) for actor, words in pairs],
        commitment="denies",
        factuality="denied",
        phase=None,
        links=[("denies", draft)],
        why={**draft.why, "factuality": denial.cue_lemma},
    )
