"""Prints every measure; with a folder of labelled data, those that need it too."""

import sys
from collections.abc import Iterator
from pathlib import Path

from bench import contract, labelled, sizes, speed, steps, times


def report(folders: list[str]) -> Iterator[str]:
    """Every line of every measure."""
    yield from sizes.report()
    yield from speed.report()
    yield from times.report()
    yield from steps.report()
    for folder in folders:
        yield from contract.report(Path(folder))
        yield from labelled.report(Path(folder))


for line in report(sys.argv[1:]):
    print(line, flush=True)
