"""Cross-validate the reader on the gold standard's train files: its networks are learned anew for each fold.

    python -m training.validate [STEP]... [--gold FOLDER] [--folds 5]

Where steps are named (see `training.coder`), only theirs are learned anew, the others are as shipped. Our own passages
and the codebook's examples are always learned from, the given passages are tested on in turn. What our own examples are
taught is worked out once, from our own passages alone; the given ones are taught their labels.
"""

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dragoman.reading.reader import Reader
from dragoman.reading.typing.coder import Coder
from dragoman.reading.vectors import Vectors
from dragoman.scoring.printed import lines
from dragoman.scoring.result import PassageScore, Result, score
from training.coder import STEPS
from training.contexts import Labelled, folds, training
from training.network import Network, fit, softened

SEED = 3
CODER = ("triggers", "roles", "counts", "inheritance")


def main() -> None:
    """Print the figures over all folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("steps", nargs="*", default=list(STEPS))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--folds", type=int, default=5)
    arguments = parser.parse_args()
    items = training(arguments.gold)
    random.Random(SEED).shuffle(items)
    own, parts = [item for item in items if item.own], list(folds(items, arguments.folds))
    learned = [[item for item in some if not item.own] for some, _ in parts]
    networks = {name: learn(name, own, learned) for name in arguments.steps or STEPS}
    scores: list[PassageScore] = []
    for fold, (_, tested) in enumerate(parts):
        scores += measure({name: found[fold] for name, found in networks.items()}, tested)
    print("\n".join(lines(Result(scores))))


def learn(name: str, own: Sequence[Labelled], folds: Sequence[Sequence[Labelled]]) -> list[Network]:
    """The network of a step for each fold, learned from our own passages and the given ones of the fold."""
    start = time.monotonic()
    examples, _, _, settings = STEPS[name]
    table = examples(own).table()
    taught, networks = softened(table, settings), []
    for given in folds:
        more = examples(given).table()
        exact = np.eye(len(table.kinds), dtype=np.float32)[[table.kinds.index(label) for label in more.labels.tolist()]]
        networks.append(fit(table.beside(more), settings, np.concatenate([taught, exact])))
        print(f"{name}: {len(networks)} folds, {time.monotonic() - start:.0f} s", flush=True)
    return networks


def measure(networks: dict[str, Network], tested: Sequence[Labelled]) -> list[PassageScore]:
    """A reader with these networks, else those shipped, measured on passages."""
    reader = Reader()
    scorers = {name: scorer.shipped() for name, (_, scorer, _, _) in STEPS.items()}
    scorers |= {name: STEPS[name][1](network, Vectors.load()) for name, network in networks.items()}
    reader._coder = Coder(reader.codebook, *(scorers[name] for name in CODER))
    reader._terms = scorers["terms"]
    return [score(item.passage, reader.read(item.passage.report()).claims, reader.codebook) for item in tested]


if __name__ == "__main__":
    main()
