"""Pairs of a happening and a place that may be its own."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.reading.coded import Coded
from dragoman.reading.keys import Indexes
from dragoman.reading.pairs import Happening, Pairs
from dragoman.reading.places import paths
from dragoman.reading.places.anchors import Anchor
from dragoman.reading.places.described import DESCRIBED


class Standing(NamedTuple):
    """How an anchor stands in its clause, whatever happening asks."""

    word: str
    above: int
    function: str
    acting: bool
    embedded: bool


def _standing(anchor: Anchor) -> Standing:
    token = anchor.token
    before, head = paths.preposition(token), paths.governor(token)
    stop = anchor.place.stop if anchor.form == "name" else token.i + 1
    word = before.lower_ if before is not None else "-"
    return Standing(word, head.head.i, head.dep_, paths.acts(token), paths.embedded(token, stop))


class PlacePairs(Pairs):
    """Pairs of happenings and the anchors near each; `described` says which of these have no name."""

    def __init__(self, happenings: Sequence[Happening], near: Sequence[Sequence[Anchor]], coded: Coded):
        self.anchors = [anchor for some in near for anchor in some]
        at = np.array([anchor.token.i for anchor in self.anchors], dtype=np.intp)
        back = np.array([anchor.back for anchor in self.anchors], dtype=np.intp)
        super().__init__(happenings, [len(some) for some in near], at, back, coded)
        self.described: NDArray[np.bool_] = np.array([a.form == DESCRIBED for a in self.anchors], dtype=np.bool_)

    @cached_property
    def stands(self) -> list[Standing]:
        """How each anchor stands in its clause."""
        known = {(anchor.token.i, anchor.form): anchor for anchor in self.anchors}
        stands = {key: _standing(anchor) for key, anchor in known.items()}
        return [stands[anchor.token.i, anchor.form] for anchor in self.anchors]

    @cached_property
    def above(self) -> Indexes:
        """The word that governs each anchor."""
        return np.array([standing.above for standing in self.stands], dtype=np.intp)
