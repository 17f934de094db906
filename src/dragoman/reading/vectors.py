"""Meanings of common English words as short vectors, so that an unlisted word is near to the listed ones.

`words.npz` holds the 40,000 most frequent words (wordfreq), embedded by all-MiniLM-L6-v2 (Apache-2.0) and reduced to
a few dimensions by principal components; `training/vectors.py` makes it.
"""

from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token


class Vectors:
    """Word to vector; an unknown word is all zeros."""

    def __init__(self, words: list[str], table: NDArray[np.float32]):
        self._rows = {word: row for row, word in enumerate(words)}
        self._table = table
        self.zeros = np.zeros(table.shape[1], dtype=np.float32)

    @property
    def width(self) -> int:
        """Numbers in a vector."""
        return int(self._table.shape[1])

    def of(self, token: Token | None) -> NDArray[np.float32]:
        """The vector of a token's lemma, else of its form."""
        if token is None:
            return self.zeros
        row = self._rows.get(token.lemma_.lower(), self._rows.get(token.lower_))
        return self.zeros if row is None else np.asarray(self._table[row], dtype=np.float32)

    @classmethod
    @cache
    def load(cls) -> "Vectors":
        """The vectors shipped with the package."""
        with resources.files(__package__).joinpath("words.npz").open("rb") as file, np.load(file) as data:
            words = str(data["words"]).split("\n")
            return cls(words, data["table"].astype(np.float32) * np.float32(data["scale"]))
