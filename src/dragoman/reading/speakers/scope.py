"""Whose statement a claim is: the attributions whose content holds what the claim was read from."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.reading.mention import ActorMention, AttributionMention
from dragoman.reading.speakers.found import indexed
from dragoman.reading.speakers.lexicon import source_words

VOICES = frozenset(
    {"accuse", "allege", "announce", "believe", "claim", "condemn", "confirm", "deny", "praise", "predict", "promise"}
    | {"mention", "quote", "say", "show", "suggest", "suspect"}
)
"""The classes of cue that tell their content in the source's voice."""

_OWN = VOICES - {"announce", "condemn", "praise"}
_PRESENT = frozenset({"VBP", "VBZ", "VBG"})
SPEECH_ACTS = frozenset({"demand", "threat", "ultimatum", "rejection", "accusation", "condemnation", "recognition"})

Speaker = tuple[ActorMention, int, ActorMention | None]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says so, nearest first, and how firmly; `cue` is the nearest attribution, null in the report's own voice."""

    speakers: tuple[Speaker, ...]
    commitment: str | None
    cue: AttributionMention | None


def speakers_of(
    trigger: Token, attributions: Sequence[AttributionMention], claim_type: str | None = None
) -> list[Speaker]:
    """The speakers of the claim that the trigger heads: (mention, level from 0 outwards, words used if they differ)."""
    return list(voice_of(trigger, attributions, claim_type).speakers)


def voice_of(
    trigger: Token,
    attributions: Sequence[AttributionMention],
    claim_type: str | None = None,
    authors: Collection[ActorMention] = (),
) -> Voice:
    """Speakers and commitment together.

    A speech act ("threatened", "accused") has its author as actor, so that only who relays it is a speaker; `authors`
    are the claim's actors where they are known, else the subject of the cue counts, else the nearest speaker.
    """
    around = holding(trigger, attributions)
    own = next(iter(indexed(attributions).cued(trigger.i)), None)
    if claim_type in SPEECH_ACTS:
        around = _relayed(around, authors or (own.speaker if own is not None else ()))
    elif own is not None and _is_own(own):
        around = [own, *around] if own.frame != "relative" else [own]
    nearest = around[0] if around else None
    return Voice(tuple(_levels(around)), nearest.commitment if nearest else None, nearest)


def holding(trigger: Token, attributions: Sequence[AttributionMention]) -> list[AttributionMention]:
    """The attributions in whose voice the trigger is told, narrowest content first.

    "As X said" tells what the clause beside it tells too: it counts only where nobody else does; so does a cue
    whose speaker is unknown ("reportedly").
    """
    held = [a for a in indexed(attributions).around(trigger.idx) if _speaks(a, trigger)]
    if any(a.frame != "beside" for a in held):
        held = [a for a in held if a.frame != "beside"]
    if any(a.speaker for a in held):
        held = [a for a in held if a.speaker]
    return sorted(held, key=lambda a: sum(end - start for start, end in a.content))


def _speaks(attribution: AttributionMention, trigger: Token) -> bool:
    if attribution.cue_class not in VOICES or attribution.commitment is None or attribution.cue_token == trigger.i:
        return False
    if attribution.cue_class == "believe" and attribution.cue_token is not None:
        return attribution.frame == "that" and trigger.doc[attribution.cue_token].tag_ in _PRESENT
    if attribution.cue_class in ("condemn", "praise"):
        return trigger.dep_ == "dobj" and attribution.frame == "np" and attribution.cue_token == trigger.head.i
    if attribution.cue_class == "show":
        return any(trigger.doc[actor.root].lemma_.lower() in source_words("media") for actor in attribution.speaker)
    return attribution.frame != "relative"


def _is_own(own: AttributionMention) -> bool:
    """Whether the trigger is itself a cue that makes its source the speaker ("claimed", "blamed", "promised to")."""
    fits = own.cue_class not in ("promise", "believe") or own.frame not in ("np", "beside")
    return own.cue_class in _OWN and own.commitment is not None and fits


def _relayed(around: list[AttributionMention], authors: Collection[ActorMention]) -> list[AttributionMention]:
    """Those who are none of the authors, unless they deny it; an unnamed author is taken for the nearest speaker."""
    if not authors or all(author.form == "pronoun" for author in authors):
        return around if around and around[0].cue_class == "deny" else around[1:]
    return [a for a in around if a.cue_class == "deny" or not _is_any(a.speaker, authors)]


def _is_any(speakers: Collection[ActorMention], authors: Collection[ActorMention]) -> bool:
    return any(_same(author, actor) for author in authors for actor in speakers)


def _levels(around: Sequence[AttributionMention]) -> Iterator[Speaker]:
    seen: list[ActorMention] = []
    level = 0
    for attribution in around:
        pairs = list(zip(attribution.speaker, attribution.said, strict=True))
        fresh = [(a, said) for a, said in pairs if not _unknown(a) and not any(_same(a, other) for other in seen)]
        seen += (actor for actor, _ in fresh)
        for actor, said in fresh:
            yield actor, level, said
        level += bool(fresh)


def _same(a: ActorMention, b: ActorMention) -> bool:
    """One mention, one register entry, or the same words."""
    if a.start == b.start or (a.actor is not None and a.actor == b.actor):
        return True
    return a.form != "pronoun" and a.text.lower() == b.text.lower()


def _unknown(actor: ActorMention) -> bool:
    """A first person whom nothing resolves: the report itself."""
    return actor.form == "pronoun" and actor.text.lower() in ("i", "we", "us", "you", "one")
