"""Compare ways to learn the triggers: the network that ships, a linear model, gradient boosting on the dense vectors.

    python -m training.compare [WAY]... [--gold FOLDER] [--limit 60000]

Each learns from our own passages and is asked about the words of the given ones; printed is how well it tells which of
these words carry a claim, and of which type (a word counts as told where "none" has a probability below 0.7).
`--limit` is how many examples boosting learns from: it is slow with 45 classes.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction import FeatureHasher
from sklearn.linear_model import SGDClassifier

from dragoman.reading.typing.triggers import NONE
from training.coder import STEPS, Examples, trigger_examples
from training.contexts import training

LEAST = 0.3
WIDTH = 2**20
Table = NDArray[np.float32]
Way = Callable[[Examples, Examples, int], tuple[Sequence[str], Table]]


def network(learned: Examples, asked: Examples, limit: int) -> tuple[Sequence[str], Table]:
    """The network that ships, learned anew."""
    fitted = learned.fit(STEPS["triggers"][3])
    return fitted.labels, fitted.probabilities(asked.rows, np.array(asked.vectors, dtype=np.float32))


def linear(learned: Examples, asked: Examples, limit: int) -> tuple[Sequence[str], Table]:
    """Logistic regression over the named features."""
    hasher = FeatureHasher(WIDTH, input_type="string", alternate_sign=False)
    model = SGDClassifier(loss="log_loss", alpha=3e-6, average=True, random_state=0, n_jobs=2)
    model.fit(hasher.transform(learned.rows), learned.labels)
    return list(model.classes_), model.predict_proba(hasher.transform(asked.rows))


def boosting(learned: Examples, asked: Examples, limit: int) -> tuple[Sequence[str], Table]:
    """Gradient boosting over the dense vectors: word meanings and the parser's view of the word in place."""
    chosen = np.random.default_rng(0).permutation(len(learned.labels))[:limit]
    model = HistGradientBoostingClassifier(max_iter=60, learning_rate=0.15, max_leaf_nodes=15, random_state=0)
    model.fit(np.array(learned.vectors, dtype=np.float32)[chosen], np.array(learned.labels)[chosen])
    return list(model.classes_), model.predict_proba(np.array(asked.vectors, dtype=np.float32))


WAYS: dict[str, Way] = {"network": network, "linear": linear, "boosting": boosting}


def told(labels: Sequence[str], table: Table) -> list[str]:
    """The label that each row stands for."""
    none = labels.index(NONE)
    typed = table.copy()
    typed[:, none] = 0.0
    best = typed.argmax(axis=1)
    return [NONE if row[none] > 1 - LEAST else labels[at] for row, at in zip(table, best, strict=True)]


def f1(machine: Sequence[str], gold: Sequence[str], *, typed: bool) -> float:
    """F1 over the words that carry a claim."""
    pairs = zip(machine, gold, strict=True)
    hits = sum(m != NONE and g != NONE and (m == g or not typed) for m, g in pairs)
    return 2 * hits / (sum(m != NONE for m in machine) + sum(g != NONE for g in gold))


def main() -> None:
    """Print a line for each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ways", nargs="*", default=list(WAYS))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--limit", type=int, default=60_000)
    asked = parser.parse_args()
    items = training(asked.gold)
    learned = trigger_examples(item for item in items if item.own)
    tested = trigger_examples(item for item in items if not item.own)
    for way in asked.ways or list(WAYS):
        start = time.monotonic()
        machine = told(*WAYS[way](learned, tested, asked.limit))
        figures = (f1(machine, tested.labels, typed=typed) for typed in (True, False))
        print(
            f"{way}: F1 by type {next(figures):.3f}, of any type {next(figures):.3f}, {time.monotonic() - start:.0f} s"
        )


if __name__ == "__main__":
    main()
