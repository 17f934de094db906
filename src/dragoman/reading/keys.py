"""Features of many examples at once, as numbers: the key of a feature is made from its name and the values it joins.

A value is any word; its code is a fixed number of 64 bits. The key of "under this verb, this noun" is the sum of the
codes of the feature's name and of its values, each multiplied by an odd number of its place, so that a whole column of
examples takes one step. Code 0 stands for a value that an example doesn't have: then it has no such feature (key 0).
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Indexes = NDArray[np.intp]

REMEMBERED = 1 << 17
LARGEST = 100
FACTORS: Sequence[int] = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
"""An odd number for each place of a value in a feature (xxHash's primes and others of their kind)."""


@lru_cache(maxsize=REMEMBERED)
def code(value: str) -> int:
    """The number of a value: the same everywhere and always, never 0."""
    return int.from_bytes(blake2b(value.encode("utf-8", "surrogatepass"), digest_size=8).digest()) or 1


def codes(values: Iterable[str]) -> Keys:
    """The codes of values, in their order."""
    return np.fromiter(map(code, values), dtype=np.uint64)


def truths(values: Sequence[bool] | NDArray[np.bool_]) -> Keys:
    """The codes of yes and no."""
    return _truths()[np.asarray(values, dtype=np.intp)]


def numbers(values: Sequence[int] | Indexes) -> Keys:
    """The codes of small whole numbers, from -`LARGEST` to `LARGEST`."""
    return _numbers()[np.asarray(values, dtype=np.intp) + LARGEST]


@cache
def _truths() -> Keys:
    return codes(["False", "True"])


@cache
def _numbers() -> Keys:
    return codes(map(str, range(-LARGEST, LARGEST + 1)))


class Templates:
    """Features by name, each with the columns whose values it joins (four at most)."""

    def __init__(self, named: Mapping[str, tuple[str, ...]]):
        self.named = dict(named)
        self.columns = sorted({column for columns in named.values() for column in columns})
        at = {column: place for place, column in enumerate(self.columns, 1)}
        width = max(map(len, named.values()))
        # Column 0, of nothing but zeros, fills the places that a feature doesn't need.
        picked = [[at[column] for column in columns] + [0] * (width - len(columns)) for columns in named.values()]
        self._picked = np.array(picked, dtype=np.intp).T
        self._factors = np.array(FACTORS[:width], dtype=np.uint64)[:, None, None]
        self._needed = (self._picked > 0)[:, :, None]
        self._names = codes(named)[:, None]

    def __len__(self) -> int:
        return len(self.named)

    def keys(self, table: Mapping[str, Keys]) -> Keys:
        """The keys, features x examples; `table` gives the codes of each column, one for each example."""
        count = len(table[self.columns[0]])
        given = [np.zeros(count, dtype=np.uint64), *(table[column] for column in self.columns)]
        values = np.concatenate(given).reshape(len(given), count)
        joined = values[self._picked]
        keys = (joined * self._factors).sum(axis=0, dtype=np.uint64) + self._names
        if not values[1:].all():
            keys[((joined == 0) & self._needed).any(axis=0)] = 0
        return np.asarray(keys, dtype=np.uint64)
