"""The attributions of a text as a list that finds those around a character or with a cue at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.reading.mention import AttributionMention

_BUCKET = 256


class Attributions(list[AttributionMention]):
    """A list of attributions, not to be changed once made; text length does not slow a question down."""

    def __init__(self, made: Iterable[AttributionMention] = ()):
        super().__init__(made)
        self._buckets: dict[int, list[AttributionMention]] = defaultdict(list)
        self._cued: dict[int, list[AttributionMention]] = defaultdict(list)
        for attribution in self:
            if attribution.cue_token is not None:
                self._cued[attribution.cue_token].append(attribution)
            touched = {n for start, end in attribution.content for n in range(start // _BUCKET, end // _BUCKET + 1)}
            for bucket in touched:
                self._buckets[bucket].append(attribution)

    def around(self, at: int) -> list[AttributionMention]:
        """Those whose content holds the character, in their order."""
        return [a for a in self._buckets.get(at // _BUCKET, ()) if any(start <= at < end for start, end in a.content)]

    def cued(self, token: int) -> list[AttributionMention]:
        """Those whose cue the token heads."""
        return list(self._cued.get(token, ()))


def indexed(attributions: Sequence[AttributionMention]) -> Attributions:
    """The attributions as such a list, whatever list they came in."""
    return attributions if isinstance(attributions, Attributions) else Attributions(attributions)
