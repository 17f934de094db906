"""Fit a linear scorer with scikit-learn and hand it over in the package's own form."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from dragoman.reading.linear import BIAS, LinearScorer

Features = Mapping[str, float] | Sequence[str]


def fit(rows: Sequence[Features], labels: Sequence[str], *, strength: float = 1.0, seen: int = 2) -> LinearScorer:
    """Multinomial logistic regression; `strength` is scikit-learn's C, features rarer than `seen` are dropped."""
    valued = [row if isinstance(row, Mapping) else dict.fromkeys(row, 1.0) for row in rows]
    counts = Counter(name for row in valued for name in row)
    names = sorted(name for name, n in counts.items() if n >= seen and "\n" not in name)
    column = {name: i for i, name in enumerate(names)}
    matrix = _matrix(valued, column)
    model = LogisticRegression(C=strength, max_iter=500, tol=1e-4)
    model.fit(matrix, list(labels))
    weights, bias = model.coef_.T, model.intercept_
    if weights.shape[1] == 1:
        weights, bias = np.hstack([-weights / 2, weights / 2]), np.hstack([-bias / 2, bias / 2])
    table = np.vstack([weights, bias]).astype(np.float32)
    return LinearScorer([str(c) for c in model.classes_], [*names, BIAS], table)


def _matrix(rows: Sequence[Mapping[str, float]], column: Mapping[str, int]) -> sparse.csr_matrix:
    at, values, starts = [], [], [0]
    for row in rows:
        for name, value in row.items():
            if name in column:
                at.append(column[name])
                values.append(value)
        starts.append(len(at))
    return sparse.csr_matrix((values, at, starts), shape=(len(rows), len(column)), dtype=np.float32)
