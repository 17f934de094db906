"""Whether the probabilities of triggers are what they say: learned from our own passages, measured on the given ones.

    python -m training.calibrate [--gold FOLDER]

Prints, for each temperature that the scores might be divided by, the mean negative log likelihood of the labels and the
expected calibration error (ten bins; Guo et al. 2017) of "this word carries a claim". The lowest likelihood decides the
`temperature` of the triggers in `training.coder`.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from dragoman.reading.network import Floats
from dragoman.reading.typing.triggers import NONE
from training.calibration import calibration_error, cool
from training.coder import STEPS
from training.contexts import training
from training.network import bagged

TEMPERATURES = (1.0, 1.25, 1.5, 1.7, 2.0, 2.5)


def main() -> None:
    """Learn, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    items = training(parser.parse_args().gold)
    examples, _, _, settings = STEPS["triggers"]
    network = examples([item for item in items if item.own]).fit(replace(settings, temperature=1.0))
    tested = examples([item for item in items if not item.own])
    table = network.probabilities(bagged(tested.rows), np.array(tested.vectors, dtype=np.float32))
    known = {name: at for at, name in enumerate(network.labels)}
    print("\n".join(lines(table, np.array([known[label] for label in tested.labels]), known[NONE])))


def lines(table: Floats, labels: np.ndarray, none: int) -> Iterator[str]:
    """A line for each temperature."""
    for temperature in TEMPERATURES:
        cooled = cool(table, temperature)
        likelihood = -np.log(cooled[np.arange(len(labels)), labels] + 1e-12).mean()
        error = calibration_error(1.0 - cooled[:, none], labels != none)
        yield f"temperature {temperature}: likelihood {likelihood:.4f}, calibration error {error:.4f}"


if __name__ == "__main__":
    main()
