"""A small feed-forward scorer: named features and dense vectors in, probabilities of labels out.

One hidden layer over the sum of feature embeddings and a projection of the dense vector, plus a linear term over the
named features. Learned under `training/`; here only NumPy and BLIS are needed. The file is a compressed NumPy archive:
`labels` and `features` (joined by newlines) and the six arrays of `Weights`. The tables over features are in 8 bits
with one scale a row (`bag_scale`, `linear_scale`), the other arrays in half precision; without a scale an array is
taken as it is.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain, repeat
from pathlib import Path

import numpy as np
from blis.py import gemm
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Indexes = NDArray[np.intp]
BATCH = 512
UNKNOWN = -1
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


class Examples:
    """Examples that share lists of feature names, its parts; each part is made once.

    Of each example `numbers` tells the parts that it is made of (one at least), `own` the names that it has alone.
    """

    def __init__(self) -> None:
        self.parts: list[tuple[str, ...]] = []
        self.numbers: list[Sequence[int]] = []
        self.own: list[Sequence[str]] = []
        self._known: dict[Hashable, int] = {}

    def part(self, make: Callable[..., Iterable[str]], *given: Hashable) -> int:
        """The number of the part that `make` gives for these arguments, on which alone it rests."""
        key = (make, given)
        number = self._known.get(key)
        if number is None:
            number = self._known[key] = len(self.parts)
            self.parts.append(tuple(make(*given)))
        return number

    def add(self, numbers: Sequence[int], own: Sequence[str] = ()) -> None:
        """One more example."""
        self.numbers.append(numbers)
        self.own.append(own)

    def names(self) -> list[list[str]]:
        """All feature names of each example."""
        return [
            [*(name for number in numbers for name in self.parts[number]), *own]
            for numbers, own in zip(self.numbers, self.own, strict=True)
        ]


class Network:
    """Scores examples, each a list of feature names and a dense vector; unknown features count nothing."""

    def __init__(self, labels: list[str], features: list[str], weights: Weights):
        self.labels = labels
        self.features = features
        self._row = {name: row for row, name in enumerate(features)}.get
        self._table = np.hstack([weights.bag, weights.linear])
        self.weights = weights

    def probabilities(self, examples: Sequence[Sequence[str]], dense: Floats) -> Floats:
        """Probabilities, examples x labels; `dense` is examples x D."""
        return self._scored(self._sums(examples), dense)

    def combined(self, given: Examples, dense: Floats) -> Floats:
        """The same for examples that share features."""
        parts = self._sums(given.parts)
        summed = added(parts, _flat(given.numbers), _lengths(given.numbers))
        return self._scored(summed + self._sums(given.own) if any(given.own) else summed, dense)

    def _scored(self, summed: Floats, dense: Floats) -> Floats:
        if not len(summed):
            return np.zeros((0, len(self.labels)), dtype=np.float32)
        weights = self.weights
        width = weights.bag.shape[1]
        hidden = np.maximum(summed[:, :width] + product(dense, weights.dense) + weights.hidden_bias, 0.0)
        scores = product(hidden, weights.out) + weights.out_bias + summed[:, width:]
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)

    def _sums(self, examples: Sequence[Sequence[str]]) -> Floats:
        """The embeddings of each example's features added up."""
        rows = np.fromiter(map(self._row, chain.from_iterable(examples), repeat(UNKNOWN)), dtype=np.intp)
        known = rows != UNKNOWN
        before = np.concatenate([[0], np.cumsum(known)])
        ends = np.concatenate([[0], np.cumsum(_lengths(examples))])
        return added(self._table, rows[known], np.diff(before[ends]))

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
