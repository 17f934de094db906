"""A small feed-forward scorer: named features and dense vectors in, probabilities of labels out.

One hidden layer over the sum of feature embeddings and a projection of the dense vector, plus a linear term over the
named features. Learned under `training/`; here only NumPy is needed. The file is a compressed NumPy archive in half
precision: `labels` and `features` (joined by newlines) and the six arrays of `Weights`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
BATCH = 256


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
        parts = [
            self._some(examples[first : first + BATCH], dense[first : first + BATCH])
            for first in range(0, len(examples), BATCH)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, len(self.labels)), dtype=np.float32)

    def _some(self, examples: Sequence[Sequence[str]], dense: Floats) -> Floats:
        weights = self._weights
        width = weights.bag.shape[1]
        summed = self._sums(examples)
        hidden = np.maximum(summed[:, :width] + dense @ weights.dense + weights.hidden_bias, 0.0)
        scores = hidden @ weights.out + weights.out_bias + summed[:, width:]
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)

    def _sums(self, examples: Sequence[Sequence[str]]) -> Floats:
        """The embeddings of each example's features added up; the row of nothing keeps empty examples apart."""
        nothing, row = self._nothing, self._row
        rows: list[int] = []
        starts: list[int] = []
        for names in examples:
            starts.append(len(rows))
            rows.append(nothing)
            rows.extend(map(row, names, repeat(nothing)))
        return np.asarray(np.add.reduceat(self._table[rows], starts, axis=0), dtype=np.float32)

    def save(self, path: Path) -> None:
        """Write the network; the same weights give the same arrays."""
        arrays = {field.name: getattr(self._weights, field.name).astype(np.float16) for field in fields(Weights)}
        labels, features = np.array("\n".join(self.labels)), np.array("\n".join(self.features))
        np.savez_compressed(path, labels=labels, features=features, **arrays)

    @classmethod
    def load(cls, path: Path) -> "Network":
        """Read a network written by `save`."""
        with np.load(path, allow_pickle=False) as data:
            arrays = {field.name: data[field.name].astype(np.float32) for field in fields(Weights)}
            labels, features = str(data["labels"]).split("\n"), str(data["features"]).split("\n")
        return cls(labels, features, Weights(**arrays))
