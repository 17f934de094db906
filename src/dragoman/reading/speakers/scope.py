"""Whose statement a claim is: the attributions whose content holds what the claim was read from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.reading.mention import ActorMention, AttributionMention

VOICES = frozenset(
    {
        "say",
        "announce",
        "claim",
        "confirm",
        "deny",
        "accuse",
        "allege",
        "suspect",
        "predict",
        "promise",
        "suggest",
        "believe",
        "witness",
    }
)
_OWN = VOICES - {"announce", "witness"}
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
    """The speakers of the claim that the trigger heads: (mention, level from 0 outwards, words used if they differ).

    A speech act ("threatened", "accused") has its author as actor, so that its own cue gives it no speaker.
    """
    return list(voice_of(trigger, attributions, claim_type).speakers)


def voice_of(trigger: Token, attributions: Sequence[AttributionMention], claim_type: str | None = None) -> Voice:
    """Speakers and commitment together; `claim_type` as for `speakers_of`."""
    around = holding(trigger, attributions)
    own = next((a for a in attributions if a.cue_token == trigger.i), None)
    if claim_type in SPEECH_ACTS:
        around = _relayed(around, own)
    elif own is not None and _is_own(own):
        around = [own, *around] if own.frame != "relative" else [own]
    nearest = around[0] if around else None
    return Voice(tuple(_levels(around)), nearest.commitment if nearest else None, nearest)


def _is_own(own: AttributionMention) -> bool:
    """Whether the trigger is itself a cue that makes its source the speaker ("claimed", "blamed", "promised to")."""
    fits = own.cue_class != "promise" or own.frame != "np"
    return own.cue_class in _OWN and own.commitment is not None and fits


def _relayed(around: list[AttributionMention], own: AttributionMention | None) -> list[AttributionMention]:
    """Of a speech act only those who relay it: not its author, who is the nearest speaker unless its cue says else."""
    if own is None or not own.speaker:
        return around[1:]
    authors = {actor.start for actor in own.speaker}
    if any(actor.form == "pronoun" for actor in own.speaker):
        return around[1:]
    return [a for a in around if not authors & {actor.start for actor in a.speaker}]


def _levels(around: Sequence[AttributionMention]) -> Iterator[Speaker]:
    seen: set[int] = set()
    level = 0
    for attribution in around:
        pairs = zip(attribution.speaker, attribution.said, strict=True)
        fresh = [(actor, said) for actor, said in pairs if actor.start not in seen and not _unknown(actor)]
        seen.update(actor.start for actor, _ in fresh)
        for actor, said in fresh:
            yield actor, level, said
        level += bool(fresh)


def _unknown(actor: ActorMention) -> bool:
    """A first person whom nothing resolves: the report itself."""
    return actor.form == "pronoun" and actor.text.lower() in ("i", "we", "us", "you", "one")


def holding(trigger: Token, attributions: Sequence[AttributionMention]) -> list[AttributionMention]:
    """The attributions in whose voice the trigger is told, narrowest content first."""
    at = trigger.idx
    held = [a for a in attributions if _speaks(a, trigger) and any(start <= at < end for start, end in a.content)]
    if any(a.frame != "as" for a in held):
        held = [a for a in held if a.frame != "as"]
    return sorted(held, key=lambda a: sum(end - start for start, end in a.content))


def _speaks(attribution: AttributionMention, trigger: Token) -> bool:
    return attribution.cue_class in VOICES and attribution.commitment is not None and attribution.cue_token != trigger.i
