"""Meanings of common English words as short vectors, so that an unlisted word is near to the listed ones.

`words.npz` holds the 40,000 most frequent words (wordfreq), embedded by all-MiniLM-L6-v2 (Apache-2.0) and reduced to
a few dimensions by principal components; `training/vectors.py` makes it.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from dragoman.reading.words import Words


class Vectors:
    """Word to vector; an unknown word is all zeros."""

    def __init__(self, words: list[str], table: NDArray[np.float32]):
        self._rows = {word: row for row, word in enumerate(words)}
        self.unknown = len(words)
        self._table = np.vstack([table, np.zeros((1, table.shape[1]), dtype=np.float32)])
        self._texts: WeakKeyDictionary[Words, NDArray[np.intp]] = WeakKeyDictionary()

    @property
    def width(self) -> int:
        """Numbers in a vector."""
        return int(self._table.shape[1])

    def of(self, token: Token | None) -> NDArray[np.float32]:
        """The vector of a token's lemma, else of its form."""
        row = self.unknown if token is None else self.row(token.lemma_.lower(), token.lower_)
        return np.asarray(self._table[row], dtype=np.float32)

    def row(self, lemma: str, form: str) -> int:
        """Where the vector of a word lies in the table: that of its lemma, else of its form, else zeros."""
        row = self._rows.get(lemma)
        return self._rows.get(form, self.unknown) if row is None else row

    def rows(self, words: Words) -> NDArray[np.intp]:
        """Where the vectors of the words of a text lie, and last that of no word; worked out once for a text."""
        found = self._texts.get(words)
        if found is None:
            found = np.array([*map(self.row, words.lemma, words.lower), self.unknown], dtype=np.intp)
            self._texts[words] = found
        return found

    def beside(self, rows: Sequence[Sequence[int]] | NDArray[np.intp]) -> NDArray[np.float32]:
        """One line for each of `rows` (all of one length), with the vectors of its words side by side."""
        if not len(rows):
            return np.zeros((0, 0), dtype=np.float32)
        picked = self._table[np.asarray(rows, dtype=np.intp)]
        return np.asarray(picked.reshape(len(rows), -1), dtype=np.float32)

    @classmethod
    @cache
    def load(cls) -> "Vectors":
        """The vectors shipped with the package."""
        with resources.files(__package__).joinpath("words.npz").open("rb") as file, np.load(file) as data:
            words = str(data["words"]).split("\n")
            return cls(words, data["table"].astype(np.float32) * np.float32(data["scale"]))
