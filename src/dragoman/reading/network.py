"""A small feed-forward scorer: features and dense vectors in, probabilities of labels out.

One hidden layer over the sum of feature embeddings and a projection of the dense vector, plus a linear term over the
features. Learned under `training/`; here only NumPy and BLIS are needed. The file is a compressed NumPy archive:
`labels` (joined by newlines), `features` (their keys) and the six arrays of `Weights`. The tables over features are in
a few whole steps with one scale a row (`bag_scale`, `linear_scale`), the other arrays in half precision; without a
scale an array is taken as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import NamedTuple

import numpy as np
from blis.py import gemm
from numpy.typing import NDArray

from dragoman.reading.keys import Indexes, Keys

Floats = NDArray[np.float32]
BATCH, CHUNK = 256, 32
SPARE = 3
NOBODY, NOTHING = np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.uint64)
SMALL, SHORT = 200_000, 1 << 15
TABLES = ("bag", "linear")
STEPS = 31
"""The steps on either side of zero: few, so that files stay small."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The arrays of a network: F features, D dense inputs, H hidden units, L labels."""

    bag: Floats  # F x H
    linear: Floats  # F x L
    dense: Floats  # D x H
    hidden_bias: Floats  # H
    out: Floats  # H x L
    out_bias: Floats  # L


class Features(NamedTuple):
    """The features of some examples: those that every example has, features x examples, and more, one key each, with
    the number of the example that it belongs to."""

    each: Keys
    owners: Indexes = NOBODY
    more: Keys = NOTHING

    def lists(self) -> list[Keys]:
        """The keys of each example, for those who learn from them."""
        order = np.argsort(self.owners, kind="stable")
        borders = np.searchsorted(self.owners[order], np.arange(1, self.each.shape[1]))
        both = zip(self.each.T, np.split(self.more[order], borders), strict=True)
        return [keys[keys != 0] for keys in map(np.concatenate, both)]


class Network:
    """Scores examples, each with the keys of its features and a dense vector; unknown features count nothing.

    `table` holds the embedding of each feature in a row, then a row of zeros whose number is `nothing`.
    """

    def __init__(self, labels: list[str], features: Keys, weights: Weights):
        self.labels = labels
        self.features = features
        self.nothing = len(features)
        embedded = np.hstack([weights.bag, weights.linear])
        self.table = np.vstack([embedded, np.zeros((1, embedded.shape[1]), dtype=np.float32)])
        self.weights = weights
        self._places = Places(features)

    def rows(self, keys: Keys) -> Indexes:
        """Where the embeddings of features lie in the table; the last row, all zeros, for those not known."""
        return self._places.of(keys)

    def probabilities(self, given: Features, dense: Floats, beside: Floats | None = None) -> Floats:
        """Probabilities, examples x labels; `dense` is examples x D, `beside` are sums of embeddings known already."""
        if not len(dense):
            return np.zeros((0, len(self.labels)), dtype=np.float32)
        summed = self._sums(given)
        return self._scored(summed if beside is None else summed + beside, dense)

    def _sums(self, given: Features) -> Floats:
        """The embeddings of each example's features added up."""
        rows = self.rows(given.each).T
        summed = np.concatenate([self._added(rows[first : first + BATCH]) for first in range(0, len(rows), BATCH)])
        if len(given.more):
            table, lengths = aligned(self.rows(given.more), given.owners, len(rows), self.nothing)
            order = np.argsort(lengths)
            for chosen in (order[first : first + CHUNK] for first in range(0, len(order), CHUNK)):
                summed[chosen] += self._added(table[chosen, : lengths[chosen[-1]]])
        return summed

    def _added(self, rows: Indexes) -> Floats:
        """The sum of each line of rows of the table; as a product, since NumPy sums along that axis more slowly."""
        return np.asarray((np.ones((1, rows.shape[1]), dtype=np.float32) @ self.table[rows])[:, 0], dtype=np.float32)

    def _scored(self, summed: Floats, dense: Floats) -> Floats:
        weights = self.weights
        width = weights.bag.shape[1]
        hidden = np.maximum(summed[:, :width] + product(dense, weights.dense) + weights.hidden_bias, 0.0)
        scores = product(hidden, weights.out) + weights.out_bias + summed[:, width:]
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)

    def save(self, path: Path) -> None:
        """Write the network; the same weights give the same arrays."""
        arrays: dict[str, NDArray[np.generic]] = {}
        for field in fields(Weights):
            array = getattr(self.weights, field.name)
            if field.name in TABLES:
                arrays[field.name], arrays[f"{field.name}_scale"] = in_bytes(array)
            else:
                arrays[field.name] = array.astype(np.float16)
        arrays["labels"] = np.array("\n".join(self.labels))
        np.savez_compressed(path, features=self.features, **arrays)  # type: ignore[arg-type]

    @classmethod
    def load(cls, path: Path) -> "Network":
        """Read a network written by `save`."""
        with np.load(path, allow_pickle=False) as data:
            arrays = {field.name: _array(data, field.name) for field in fields(Weights)}
            return cls(str(data["labels"]).split("\n"), data["features"], Weights(**arrays))


def in_bytes(table: Floats) -> tuple[NDArray[np.int8], Floats]:
    """A table in whole steps from -`STEPS` to `STEPS`, and the size of a step in each row."""
    scale = np.abs(table).max(axis=1, keepdims=True, initial=0.0).astype(np.float32) / np.float32(STEPS)
    steps = np.rint(table / np.where(scale > 0, scale, np.float32(1)))
    return steps.astype(np.int8), scale


def _array(data: Mapping[str, NDArray[np.float32]], name: str) -> Floats:
    array = data[name].astype(np.float32)
    return array * data[f"{name}_scale"] if f"{name}_scale" in data else array


class Places:
    """Finds the places of keys in a list: a table of slots by the keys' first bits, and further ones for those that
    share a slot."""

    def __init__(self, keys: Keys):
        self._none = len(keys)
        self._keys = np.append(keys, np.uint64(0))
        bits = max(1, SPARE + len(keys).bit_length())
        self._shift = np.uint64(64 - bits)
        slots, left = (keys >> self._shift).astype(np.intp), np.arange(len(keys))
        self._levels: list[Indexes] = []
        while len(left) or not self._levels:
            level = np.full(1 << bits, self._none, dtype=np.intp)
            level[slots[left]] = left
            self._levels.append(level)
            left = left[level[slots[left]] != left]

    def of(self, keys: Keys) -> Indexes:
        """The place of each key, one after the last for a key that isn't there."""
        slots = (keys >> self._shift).astype(np.intp)
        found = self._levels[0][slots]
        for level in self._levels[1:]:
            wrong = self._keys[found] != keys
            found[wrong] = level[slots[wrong]]
        found[self._keys[found] != keys] = self._none
        return found


def aligned(rows: Indexes, owners: Indexes, count: int, nothing: int) -> tuple[Indexes, Indexes]:
    """A line for each of `count` owners with its rows but `nothing`, which fills it up; and how many each has."""
    known = rows != nothing
    rows, owners = rows[known], owners[known]
    # Small numbers are sorted by their digits, which is faster.
    order = np.argsort(owners.astype(np.int16) if count < SHORT else owners, kind="stable")
    owners = owners[order]
    lengths = np.bincount(owners, minlength=count)
    table = np.full((count, lengths.max(initial=0)), nothing, dtype=np.intp)
    table[owners, np.arange(len(owners)) - (np.cumsum(lengths) - lengths)[owners]] = rows[order]
    return table, lengths


def product(one: Floats, other: Floats) -> Floats:
    """The matrix product on this thread alone: threads that NumPy's BLAS wakes for it take longer than they save."""
    if one.size * other.shape[1] <= SMALL:
        return np.asarray(one @ other, dtype=np.float32)
    return np.asarray(gemm(np.ascontiguousarray(one), np.ascontiguousarray(other)), dtype=np.float32)
