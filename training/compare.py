"""Compare ways to learn the triggers: the network that ships, a linear model, gradient boosting on the dense vectors.

    python -m training.compare [WAY]... [--gold FOLDER] [--every 1] [--limit 30000]

Each learns from our own passages (every n-th of them) and is asked for the triggers of the given ones; printed is the
F1 of claims found with their type, and of any type. A trigger within 40 characters of a label counts, as in the claims
gold standard. `--limit` is how many examples boosting learns from: it is slow with 45 classes.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import SGDClassifier

from dragoman.reading.keys import Keys
from dragoman.reading.typing.triggers import Trigger, TriggerScorer
from dragoman.reading.vectors import Vectors
from training.coder import STEPS, Examples, trigger_examples, trigger_rows, trigger_vectors
from training.contexts import Labelled, training
from training.network import bagged

WIDTH, NEAR = 20, 40
Table = NDArray[np.float32]


@dataclass
class Model:
    """A learned way to score words: its labels, and the probabilities of each for features and dense vectors."""

    labels: list[str]
    score: Callable[[list[Keys], Table], Table]


class Scorer(TriggerScorer):
    """Finds triggers as the reader does, by another model."""

    def probabilities(self, tokens, context):
        """Probability of each label for each token."""
        if not tokens:
            return np.zeros((0, len(self._network.labels)), dtype=np.float32)
        return self._network.score(trigger_rows(tokens, context), trigger_vectors(tokens, context, self._vectors))


def network(learned: Examples, limit: int) -> Model:
    """The network that ships, learned anew."""
    fitted = learned.fit(STEPS["triggers"][3])
    return Model(fitted.labels, lambda rows, dense: fitted.probabilities(bagged(rows), dense))


def hashed(rows: list[Keys]) -> csr_matrix:
    """Examples x places, the place of a feature being the first bits of its key."""
    starts = np.cumsum([0, *map(len, rows)])
    places = (np.concatenate(rows) >> np.uint64(64 - WIDTH)).astype(np.int32)
    return csr_matrix((np.ones(len(places)), places, starts), shape=(len(rows), 1 << WIDTH))


def linear(learned: Examples, limit: int) -> Model:
    """Logistic regression over the features, one type against the rest."""
    model = SGDClassifier(loss="log_loss", alpha=3e-6, average=True, random_state=0, n_jobs=2)
    model.fit(hashed(learned.rows), learned.labels)
    return Model(list(model.classes_), lambda rows, _: model.predict_proba(hashed(rows)).astype(np.float32))


def boosting(learned: Examples, limit: int) -> Model:
    """Gradient boosting over the dense vectors: word meanings and the parser's view of the word in place."""
    chosen = np.random.default_rng(0).permutation(len(learned.labels))[:limit]
    model = HistGradientBoostingClassifier(max_iter=60, learning_rate=0.15, max_leaf_nodes=15, random_state=0)
    model.fit(np.array(learned.vectors, dtype=np.float32)[chosen], np.array(learned.labels)[chosen])
    return Model(list(model.classes_), lambda _, dense: model.predict_proba(dense).astype(np.float32))


WAYS: dict[str, Callable[[Examples, int], Model]] = {"network": network, "linear": linear, "boosting": boosting}


def hits(found: Sequence[Trigger], item: Labelled, *, typed: bool) -> int:
    """How many triggers meet a label of their own."""
    left = [(claim.start, claim.end, claim.label["type"]) for claim in item.passage.claims]
    count = 0
    for trigger in found:
        start, end = trigger.token.idx, trigger.token.idx + len(trigger.token)
        near = [
            (max(0, first - end, start - stop), at)
            for at, (first, stop, name) in enumerate(left)
            if not typed or name == trigger.type
        ]
        best = min(near, default=(NEAR + 1, 0))
        if best[0] <= NEAR:
            left.pop(best[1])
            count += 1
    return count


def measure(model: Model, items: Sequence[Labelled]) -> str:
    """F1 by type and of any type."""
    scorer = Scorer(model, Vectors.load())
    found = [scorer.find(item.context) for item in items]
    total = sum(map(len, found)) + sum(len(item.passage.claims) for item in items)
    typed, some = (
        2 * sum(hits(triggers, item, typed=typed) for triggers, item in zip(found, items, strict=True)) / total
        for typed in (True, False)
    )
    return f"F1 by type {typed:.3f}, of any type {some:.3f}"


def main() -> None:
    """Print a line for each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ways", nargs="*", default=list(WAYS))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--limit", type=int, default=30_000)
    asked = parser.parse_args()
    items = training(asked.gold)
    learned = trigger_examples([item for item in items if item.own][:: asked.every])
    tested = [item for item in items if not item.own]
    for way in asked.ways or list(WAYS):
        start = time.monotonic()
        told = measure(WAYS[way](learned, asked.limit), tested)
        print(f"{way}: {told}, {time.monotonic() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
