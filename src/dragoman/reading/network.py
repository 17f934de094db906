"""A small feed-forward scorer: named features and dense vectors in, probabilities of labels out.

One hidden layer over the sum of feature embeddings and a projection of the dense vector, plus a linear term over the
named features. Learned under `training/`; here only NumPy and BLIS are needed. The file is a compressed NumPy archive:
`labels` and `features` (joined by newlines) and the six arrays of `Weights`. The tables over features are in 8 bits
with one scale a row (`bag_scale`, `linear_scale`), the other arrays in half precision; without a scale an array is
taken as it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import accumulate, chain
from pathlib import Path

import numpy as np
from blis.py import gemm
from numpy.typing import NDArray

Floats = NDArray[np.float32]
BATCH = 256
SMALL = 200_000
TABLES = ("bag", "linear")
STEPS = 127


@dataclass(frozen=True, slots=True)
class Weights:
    """The arrays of a network: F features, D dense inputs, H hidden units, L labels."""

    bag: Floats  # F x H
    linear: Floats  # F x L
    dense: Floats  # D x H
    hidden_bias: Floats  # H
    out: Floats  # H x L
    out_bias: Floats  # L


class Network:
    """Scores examples, each a list of feature names and a dense vector; unknown features count nothing."""

    def __init__(self, labels: list[str], features: list[str], weights: Weights):
        self.labels = labels
        self.features = features
        self._row = {name: row for row, name in enumerate(features)}.get
        self._nothing = len(features)
        table = np.hstack([weights.bag, weights.linear])
        self._table = np.vstack([table, np.zeros((1, table.shape[1]), dtype=np.float32)])
        self._weights = weights

    def probabilities(self, examples: Sequence[Sequence[str]], dense: Floats) -> Floats:
        """Probabilities, examples x labels; `dense` is examples x D."""
        return self._scored(self._sums(examples), dense)

    def combined(self, parts: Sequence[Sequence[str]], examples: Sequence[Sequence[int]], dense: Floats) -> Floats:
        """The same where examples share features: `parts` are lists of names, an example tells which it is made of."""
        return self._scored(added(self._sums(parts), examples), dense)

    def _scored(self, summed: Floats, dense: Floats) -> Floats:
        if not len(summed):
            return np.zeros((0, len(self.labels)), dtype=np.float32)
        weights = self._weights
        width = weights.bag.shape[1]
        hidden = np.maximum(summed[:, :width] + product(dense, weights.dense) + weights.hidden_bias, 0.0)
        scores = product(hidden, weights.out) + weights.out_bias + summed[:, width:]
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)

    def _sums(self, examples: Sequence[Sequence[str]]) -> Floats:
        """The embeddings of each example's features added up; the row of nothing stands for an empty example."""
        known = ([row for row in map(self._row, names) if row is not None] for names in examples)
        return added(self._table, [rows or [self._nothing] for rows in known])

    def save(self, path: Path) -> None:
        """Write the network; the same weights give the same arrays."""
        arrays: dict[str, NDArray[np.generic]] = {}
        for field in fields(Weights):
            array = getattr(self._weights, field.name)
            if field.name in TABLES:
                arrays[field.name], arrays[f"{field.name}_scale"] = in_bytes(array)
            else:
                arrays[field.name] = array.astype(np.float16)
        labels, features = np.array("\n".join(self.labels)), np.array("\n".join(self.features))
        np.savez_compressed(path, labels=labels, features=features, **arrays)  # type: ignore[arg-type]

    @classmethod
    def load(cls, path: Path) -> "Network":
        """Read a network written by `save`."""
        with np.load(path, allow_pickle=False) as data:
            arrays = {field.name: _array(data, field.name) for field in fields(Weights)}
            labels, features = str(data["labels"]).split("\n"), str(data["features"]).split("\n")
        return cls(labels, features, Weights(**arrays))


def in_bytes(table: Floats) -> tuple[NDArray[np.int8], Floats]:
    """A table in whole steps from -127 to 127, and the size of a step in each row."""
    scale = np.abs(table).max(axis=1, keepdims=True, initial=0.0).astype(np.float32) / np.float32(STEPS)
    steps = np.rint(table / np.where(scale > 0, scale, np.float32(1)))
    return steps.astype(np.int8), scale


def _array(data: Mapping[str, NDArray[np.float32]], name: str) -> Floats:
    array = data[name].astype(np.float32)
    return array * data[f"{name}_scale"] if f"{name}_scale" in data else array


def added(table: Floats, bags: Sequence[Sequence[int]]) -> Floats:
    """For each bag of row numbers (none empty) the sum of these rows of the table."""
    sums = np.empty((len(bags), table.shape[1]), dtype=np.float32)
    for first in range(0, len(bags), BATCH):
        some = bags[first : first + BATCH]
        starts = list(accumulate(map(len, some[:-1]), initial=0))
        np.add.reduceat(table[list(chain.from_iterable(some))], starts, axis=0, out=sums[first : first + BATCH])
    return sums


def product(one: Floats, other: Floats) -> Floats:
    """The matrix product on this thread alone: threads that NumPy's BLAS wakes for it take longer than they save."""
    if one.size * other.shape[1] <= SMALL:
        return np.asarray(one @ other, dtype=np.float32)
    return np.asarray(gemm(np.ascontiguousarray(one), np.ascontiguousarray(other)), dtype=np.float32)
