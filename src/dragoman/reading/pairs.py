"""Pairs of a happening and a word near its trigger that may have to do with it, as columns."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.reading.coded import Coded
from dragoman.reading.keys import Indexes, Keys, codes

Happening = tuple[int, str]
"""Where the trigger of a claim stands in the text, and the claim's type."""


class Pairs:
    """Pairs as columns: `owner` is the happening, `at` the word, `trigger` that of the happening, `back` the sentences
    from the word to the trigger.

    `counts[n]` words are near the n-th happening; all happenings of the text belong in, for they vie for its words.
    """

    def __init__(
        self, happenings: Sequence[Happening], counts: Sequence[int], at: Indexes, back: Indexes, coded: Coded
    ):
        self.happenings, self.at, self.back, self.coded = happenings, at, back, coded
        self.owner = np.repeat(np.arange(len(happenings)), counts)
        self.triggers = np.array([index for index, _ in happenings], dtype=np.intp)
        self.trigger = self.triggers[self.owner]
        self.same: NDArray[np.bool_] = back == 0
        self.types = codes(name for _, name in happenings)[self.owner]

    def within(self, values: Keys) -> Keys:
        """Values that count in the trigger's own sentence only."""
        return np.where(self.same, values, np.uint64(0))

    def beyond(self, values: Keys) -> Keys:
        """Values that count in other sentences only."""
        return np.where(self.same, np.uint64(0), values)
