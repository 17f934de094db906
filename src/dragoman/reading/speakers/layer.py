"""Which attributions are worth showing: acts of saying, and attitudes that the report itself tells of."""

from collections.abc import Sequence

from dragoman.reading.mention import AttributionMention

SPEECH = frozenset({"say", "announce", "claim", "confirm", "deny", "accuse", "allege", "suggest", "quote"})
_THOUGHT = frozenset({"believe", "know"})


def shown(attributions: Sequence[AttributionMention]) -> list[AttributionMention]:
    """The attributions for the layer: no attitude without a bearer, to a mere thing, or inside what another says.

    What speakers say of others' sayings stays in, so that chains of speakers can be followed.
    """
    return [a for a in attributions if _is_shown(a)]


def _is_shown(attribution: AttributionMention) -> bool:
    if attribution.cue_class in _THOUGHT and attribution.frame in ("np", "relative", "clause"):
        return False
    if attribution.cue_class in SPEECH:
        return attribution.outer is None or bool(attribution.source)
    return attribution.outer is None and bool(attribution.source)
