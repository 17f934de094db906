"""What a place is for any happening: its kind, how it stands in its clause, how much the text speaks of it."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.reading.coded import MARGIN
from dragoman.reading.keys import Indexes, Keys, code, codes, numbers, truths
from dragoman.reading.mention import PlaceMention
from dragoman.reading.places.anchors import spoken_of
from dragoman.reading.places.pairs import PlacePairs

OPENING, MOST, MANY = 3, 3, 6


def itself(pairs: PlacePairs) -> dict[str, Keys]:
    """What an anchor is, and how it stands in its clause."""
    coded, at, anchors = pairs.coded, pairs.at, pairs.anchors
    found = pairs.stands
    function = codes(standing.function for standing in found)
    opens = [anchor.place.first < OPENING and anchor.form == "name" for anchor in anchors]
    acting = np.array([standing.acting for standing in found], dtype=np.bool_)
    return {
        "word": codes(standing.word for standing in found),
        "above": coded.lemma[pairs.above],
        "function": pairs.within(function),
        "argument": np.where(pairs.same & (pairs.above == pairs.trigger), function, np.uint64(0)),
        "acting": truths(acting),
        "embedded": _only([standing.embedded for standing in found]),
        "opening": _only(opens),
        "dep": coded.dep[at],
        "feature": codes(str(anchor.place.feature) for anchor in anchors),
        "form": codes(anchor.form for anchor in anchors),
        "relation": np.array([code(a.place.relation) if a.place.relation else 0 for a in anchors], dtype=np.uint64),
        "previous": coded.padded[at + MARGIN - 1],
        "described": _only(pairs.described),
        "noun": coded.lemma[at],
        "mine": numbers(np.minimum(2, _counted(pairs, ~acting))),
        "own": numbers(np.minimum(MOST, _counted(pairs, np.ones(len(at), dtype=np.bool_)))),
    }


def _only(values: Sequence[bool] | NDArray[np.bool_]) -> Keys:
    """The code of yes; nothing for no."""
    return np.where(np.asarray(values, dtype=np.bool_), truths([True]), np.uint64(0))


def _counted(pairs: PlacePairs, chosen: NDArray[np.bool_]) -> Indexes:
    """For each pair the number of chosen names in the trigger's sentence."""
    kept = pairs.same & ~pairs.described & chosen
    return np.asarray(np.bincount(pairs.owner[kept], minlength=len(pairs.happenings))[pairs.owner], dtype=np.intp)


def spoken(pairs: PlacePairs, places: Sequence[PlaceMention]) -> dict[str, Keys]:
    """How much the text speaks of a place."""
    counts = Counter(place.text.casefold() for place in places)
    words, names = pairs.coded.words.plain, [anchor.place.text.casefold() for anchor in pairs.anchors]
    starts = pairs.coded.words.spans[pairs.triggers, 0]
    spoken = {
        start: [place and place.text.casefold() for place in spoken_of(places, start, words)]
        for start in set(starts.tolist())
    }
    told = [spoken[start] for start in starts[pairs.owner].tolist()]
    return {
        "topic": truths([name == topic for name, (topic, _) in zip(names, told, strict=True)]),
        "latest": truths([name == latest for name, (_, latest) in zip(names, told, strict=True)]),
        "named": numbers([min(MOST, counts[name]) for name in names]),
        "offered": numbers(np.minimum(MANY, np.bincount(pairs.owner)[pairs.owner])),
        "back": numbers(pairs.back),
        "away": numbers(np.minimum(1, pairs.back)),
    }
