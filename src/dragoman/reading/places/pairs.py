"""Pairs of a happening and a place that may be its own."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.reading.coded import Coded
from dragoman.reading.pairs import Happening, Pairs
from dragoman.reading.places.anchors import Anchor
from dragoman.reading.places.described import DESCRIBED


class PlacePairs(Pairs):
    """Pairs of happenings and the anchors near each; `described` says which of these have no name."""

    def __init__(self, happenings: Sequence[Happening], near: Sequence[Sequence[Anchor]], coded: Coded):
        self.anchors = [anchor for some in near for anchor in some]
        at = np.array([anchor.token.i for anchor in self.anchors], dtype=np.intp)
        back = np.array([anchor.back for anchor in self.anchors], dtype=np.intp)
        super().__init__(happenings, [len(some) for some in near], at, back, coded)
        self.described: NDArray[np.bool_] = np.array([a.form == DESCRIBED for a in self.anchors], dtype=np.bool_)
