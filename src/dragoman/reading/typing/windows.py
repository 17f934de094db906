"""The words around a word as features of it: two before it, two after it, and the content words near by.

Every text is full of them, so they are not made into parts but summed up for all words of a text at once.
"""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from dragoman.reading.network import Network
from dragoman.reading.parts import Floats
from dragoman.reading.words import Words

PLACES = (-2, -1, 1, 2)
MARGIN = 2
REACH = 10
CONTENT = {"VERB", "NOUN", "ADJ"}
KEPT = 40_000
Rows = tuple[int, ...]


def names(index: int, words: Words) -> list[str]:
    """The features of a word by name."""
    padded = words.padded
    start, end = span(index, words)
    near = (words.lemma[at] for at in range(start, end) if at != index and words.pos[at] in CONTENT)
    return [*(f"n{place}={padded[index + MARGIN + place]}" for place in PLACES), *(f"b={lemma}" for lemma in near)]


def span(index: int, words: Words) -> tuple[int, int]:
    """The tokens near a word: `REACH` before and after it, of its own sentence."""
    start, end = words.bounds(words.sentence(index))
    return max(start, index - REACH), min(end, index + REACH + 1)


class Windows:
    """Adds up the embeddings of the words around words."""

    def __init__(self, network: Network):
        self._network = network
        self._known: dict[str, Rows] = {}

    def sums(self, indexes: Sequence[int], words: Words) -> Floats:
        """For each word what a network's features of `names` add up to."""
        if len(self._known) > KEPT:
            self._known = {}
        each = chain.from_iterable(map(self._rows, words.padded))
        rows = np.fromiter(each, dtype=np.intp).reshape(-1, len(PLACES) + 1)
        at, table = np.array(indexes, dtype=np.intp), self._network.table
        total = self._near(at, rows[MARGIN:-MARGIN, -1], words)
        for column, place in enumerate(PLACES):
            total += table[rows[at + MARGIN + place, column]]
        return total

    def _near(self, at: NDArray[np.intp], rows: NDArray[np.intp], words: Words) -> Floats:
        content = np.fromiter((pos in CONTENT for pos in words.pos), dtype=bool, count=len(words))
        each = self._network.table[np.where(content, rows, self._network.nothing)]
        before = np.concatenate([np.zeros((1, each.shape[1])), np.cumsum(each, axis=0, dtype=np.float64)])
        spans = words.spans[at]
        starts, ends = np.maximum(spans[:, 0], at - REACH), np.minimum(spans[:, 1], at + REACH + 1)
        return np.asarray(before[ends] - before[starts] - each[at], dtype=np.float32)

    def _rows(self, lemma: str) -> Rows:
        found = self._known.get(lemma)
        if found is None:
            row = self._network.row
            found = self._known[lemma] = (*(row(f"n{place}={lemma}") for place in PLACES), row(f"b={lemma}"))
        return found
