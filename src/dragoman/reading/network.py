"""A small feed-forward scorer: named features and dense vectors in, probabilities of labels out.

One hidden layer over the sum of feature embeddings and a projection of the dense vector, plus a linear term over the
named features. Learned under `training/`; here only NumPy and BLIS are needed. The file is a compressed NumPy archive:
`labels` and `features` (joined by newlines) and the six arrays of `Weights`. The tables over features are in 8 bits
with one scale a row (`bag_scale`, `linear_scale`), the other arrays in half precision; without a scale an array is
taken as it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain
from pathlib import Path

import numpy as np
from blis.py import gemm
from numpy.typing import NDArray

from dragoman.reading.parts import Examples, Floats, Parts, Rows

Indexes = NDArray[np.intp]
BATCH = 512
KEPT = 60_000
"""Parts of examples kept from text to text; about 1 KB each."""
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
    """Scores examples, each a list of feature names and a dense vector; unknown features count nothing.

    `table` holds the embedding of each feature in a row, then a row of zeros whose number is `nothing`.
    """

    def __init__(self, labels: list[str], features: list[str], weights: Weights):
        self.labels = labels
        self.features = features
        self._row = {name: row for row, name in enumerate(features)}.get
        self.nothing = len(features)
        embedded = np.hstack([weights.bag, weights.linear])
        self.table = np.vstack([embedded, np.zeros((1, embedded.shape[1]), dtype=np.float32)])
        self.weights = weights
        self._parts = Parts(self._row, self.nothing)

    def probabilities(self, examples: Sequence[Sequence[str]], dense: Floats) -> Floats:
        """Probabilities, examples x labels; `dense` is examples x D."""
        return self._scored(self._sums([self._parts.encoded(names) for names in examples]), dense)

    def examples(self) -> Examples:
        """To be filled with examples of parts; parts of earlier texts are known already, up to a number."""
        if len(self._parts) > KEPT:
            self._parts = Parts(self._row, self.nothing)
        return Examples(self._parts)

    def row(self, name: str) -> int:
        """Where the embedding of a feature lies in the table; the last row, all zeros, for one that is not known."""
        return self._row(name, self.nothing)

    def combined(self, given: Examples, dense: Floats, beside: Floats | None = None) -> Floats:
        """The probabilities of what `examples` was filled with; `beside` are sums of embeddings known already."""
        if not given.numbers:
            return self._scored(np.zeros((0, 0), dtype=np.float32), dense)
        summed = added(given.parts.sums(self._sums), _flat(given.numbers), _lengths(given.numbers))
        if any(given.own):
            summed += self._sums(given.own)
        return self._scored(summed if beside is None else summed + beside, dense)

    def _scored(self, summed: Floats, dense: Floats) -> Floats:
        if not len(summed):
            return np.zeros((0, len(self.labels)), dtype=np.float32)
        weights = self.weights
        width = weights.bag.shape[1]
        hidden = np.maximum(summed[:, :width] + product(dense, weights.dense) + weights.hidden_bias, 0.0)
        scores = product(hidden, weights.out) + weights.out_bias + summed[:, width:]
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)

    def _sums(self, examples: Sequence[Rows]) -> Floats:
        """The embeddings of each example's features added up."""
        return added(self.table, _flat(examples), _lengths(examples))

    def save(self, path: Path) -> None:
        """Write the network; the same weights give the same arrays."""
        arrays: dict[str, NDArray[np.generic]] = {}
        for field in fields(Weights):
            array = getattr(self.weights, field.name)
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


def added(table: Floats, rows: Indexes, lengths: Indexes) -> Floats:
    """The sums of rows of a table, given one run of row numbers after the other; an empty run gives zeros."""
    ends = np.cumsum(lengths)
    starts = ends - lengths
    sums = np.zeros((len(lengths), table.shape[1]), dtype=np.float32)
    for first in range(0, len(lengths), BATCH):
        some = np.flatnonzero(lengths[first : first + BATCH]) + first
        if len(some):
            low, high = starts[some[0]], ends[some[-1]]
            sums[some] = np.add.reduceat(table[rows[low:high]], starts[some] - low, axis=0)
    return sums


def _flat(lists: Sequence[Sequence[int]]) -> Indexes:
    return np.fromiter(chain.from_iterable(lists), dtype=np.intp)


def _lengths(lists: Sequence[Sequence[object]]) -> Indexes:
    return np.fromiter(map(len, lists), dtype=np.intp, count=len(lists))


def product(one: Floats, other: Floats) -> Floats:
    """The matrix product on this thread alone: threads that NumPy's BLAS wakes for it take longer than they save."""
    if one.size * other.shape[1] <= SMALL:
        return np.asarray(one @ other, dtype=np.float32)
    return np.asarray(gemm(np.ascontiguousarray(one), np.ascontiguousarray(other)), dtype=np.float32)
