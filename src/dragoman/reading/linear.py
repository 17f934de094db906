"""A linear scorer over named features: small, deterministic, no dependency but NumPy.

The weights are learned by the scripts under `training/` and shipped as a compressed NumPy file of three
arrays: the labels, the feature names (joined by newlines), the weights (features x labels, half precision).
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BIAS = "(bias)"


class LinearScorer:
    """Multinomial logistic regression over sets of named features (values 1.0 unless a mapping gives others)."""

    def __init__(self, labels: list[str], features: list[str], weights: NDArray[np.float32]):
        self.labels = labels
        self._rows = {name: row for row, name in enumerate(features)}
        self._weights = weights

    @cached_property
    def column(self) -> dict[str, int]:
        """Label to column."""
        return {label: i for i, label in enumerate(self.labels)}

    def probabilities(self, features: Iterable[str] | Mapping[str, float]) -> NDArray[np.float32]:
        """Probability of each label, in the order of `labels`; unknown features count nothing."""
        return softmax(self.scores(features))

    def known(self, names: Iterable[str]) -> list[int]:
        """The rows of the features that are known."""
        return [row for row in map(self._rows.get, names) if row is not None]

    def table(self, examples: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        """Probabilities of many examples, one row each; every feature weighs 1."""
        return self.by_rows([self.known(names) for names in examples])

    def by_rows(self, rows: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """The same of examples whose rows were looked up."""
        bias = self._rows[BIAS]
        if not rows:
            return np.zeros((0, len(self.labels)), dtype=np.float32)
        starts = list(accumulate((len(row) + 1 for row in rows[:-1]), initial=0))
        picked = [at for row in rows for at in (bias, *row)]
        return softmax(np.add.reduceat(self._weights[picked], starts, axis=0))

    def scores(self, features: Iterable[str] | Mapping[str, float]) -> NDArray[np.float32]:
        """Log-odds before normalisation."""
        pairs = features.items() if isinstance(features, Mapping) else ((name, 1.0) for name in features)
        known = [(self._rows[name], value) for name, value in pairs if name in self._rows]
        total = self._weights[self._rows[BIAS]].copy()
        if known:
            rows, values = zip(*known, strict=True)
            total += np.asarray(values, dtype=np.float32) @ self._weights[list(rows)]
        return np.asarray(total, dtype=np.float32)

    def save(self, path: Path) -> None:
        """Write the weights; the same weights give the same bytes."""
        names = "\n".join(sorted(self._rows, key=self._rows.__getitem__))
        np.savez_compressed(
            path,
            labels=np.array("\n".join(self.labels)),
            features=np.array(names),
            weights=self._weights.astype(np.float16),
        )

    @classmethod
    def load(cls, path: Path) -> "LinearScorer":
        """Read weights written by `save`."""
        with np.load(path, allow_pickle=False) as data:
            labels, names = str(data["labels"]).split("\n"), str(data["features"]).split("\n")
            return cls(labels, names, data["weights"].astype(np.float32))


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scores to probabilities that sum to 1."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)
