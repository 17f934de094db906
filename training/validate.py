"""Cross-validate the whole reader on the gold standard's train files: every network is learned anew for each fold.

    python -m training.validate [--gold FOLDER] [--folds 5]

Our own passages and the codebook's examples are always learned from, the given passages are tested on in turn.
"""

import argparse
import random
from pathlib import Path

from dragoman.reading.reader import Reader
from dragoman.reading.typing.coder import Coder
from dragoman.scoring.printed import lines
from dragoman.scoring.result import PassageScore, Result, score
from training.coder import learn
from training.contexts import Labelled, folds, training

SEED = 3


def main() -> None:
    """Print the figures over all folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--folds", type=int, default=5)
    arguments = parser.parse_args()
    items = training(arguments.gold)
    random.Random(SEED).shuffle(items)
    scores: list[PassageScore] = []
    for learned, tested in folds(items, arguments.folds):
        scores += measure(learned, tested)
        print(f"{len(scores)} passages", flush=True)
    print("\n".join(lines(Result(scores))))


def measure(learned: list[Labelled], tested: list[Labelled]) -> list[PassageScore]:
    """A reader learned from some passages, measured on others."""
    reader = Reader()
    names = ("triggers", "roles", "counts", "inheritance")
    reader._coder = Coder(reader.codebook, *(learn(name, learned) for name in names))
    reader._terms = learn("terms", learned)
    return [score(item.passage, reader.read(item.passage.report()).claims, reader.codebook) for item in tested]


if __name__ == "__main__":
    main()
