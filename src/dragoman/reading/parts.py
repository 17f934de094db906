"""Features of examples in parts that many examples share, each part made once and kept from text to text.

Texts share most of their parts: the same function under the same type, the same word under the same governor. A part is
known by the function that makes its names and what that function is given, on which alone it may rest.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import chain, repeat
from threading import Lock

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Rows = tuple[int, ...]
Maker = Callable[..., Iterable[str]]


class Parts:
    """The parts made so far.

    `row` gives the number of a feature by its name; `nothing`, where given, stands for a name that counts nothing.
    """

    def __init__(self, row: Callable[..., int], nothing: int | None = None):
        self._row, self._default = row, () if nothing is None else (repeat(nothing),)
        self.numbers: dict[Hashable, int] = {}
        self._sums = np.zeros((0, 0), dtype=np.float32)
        self._summed = 0
        self._fresh: list[Rows] = []
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self.numbers)

    def encoded(self, names: Iterable[str]) -> Rows:
        """The numbers of the features."""
        return tuple(map(self._row, names, *self._default))

    def number(self, make: Maker, given: tuple[Hashable, ...]) -> int:
        """A new part's number."""
        rows = self.encoded(make(*given))
        with self._lock:
            return self.numbers.setdefault((make, given), self._next(rows))

    def _next(self, rows: Rows) -> int:
        self._fresh.append(rows)
        return self._summed + len(self._fresh) - 1

    def fresh(self) -> list[Rows]:
        """The rows of the parts whose sums were not asked for yet."""
        return self._fresh

    def sums(self, add: Callable[[Sequence[Rows]], Floats]) -> Floats:
        """The sum of each part, in the order of their numbers (further rows may follow); `add` sums up new ones."""
        with self._lock:
            if self._fresh:
                self._keep(add(self._fresh))
            return self._sums

    def _keep(self, sums: Floats) -> None:
        stop = self._summed + len(sums)
        if stop > len(self._sums):
            wider = np.zeros((max(stop, 2 * len(self._sums)), sums.shape[1]), dtype=np.float32)
            if self._summed:
                wider[: self._summed] = self._sums[: self._summed]
            self._sums = wider
        self._sums[self._summed : stop] = sums
        self._summed, self._fresh = stop, []


class Examples:
    """Examples made of parts: `numbers` tells the parts of each that are added up, `own` the features it has beside."""

    def __init__(self, parts: Parts):
        self.parts = parts
        self.numbers: list[Sequence[int]] = []
        self.own: list[Rows] = []
        self._number = parts.numbers.get

    def part(self, make: Maker, *given: Hashable) -> int:
        """The number of the part that `make` gives for these arguments."""
        number = self._number((make, given))
        return self.parts.number(make, given) if number is None else number

    def add(self, numbers: Sequence[int], own: Iterable[str] = ()) -> None:
        """One more example: one part at least; `own` are the names of features that few others share."""
        self.numbers.append(numbers)
        self.own.append(self.parts.encoded(own))


class Named:
    """Gives every feature name a number, for those who learn from the names."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._numbers: dict[str, int] = {}
        self.examples = Examples(Parts(self.row))

    def row(self, name: str) -> int:
        """The number of a name, a new one at the first look."""
        number = self._numbers.setdefault(name, len(self.names))
        if number == len(self.names):
            self.names.append(name)
        return number

    def lists(self) -> list[list[str]]:
        """All feature names of each example."""
        fresh = self.examples.parts.fresh()
        return [
            [self.names[row] for row in (*chain.from_iterable(fresh[number] for number in numbers), *own)]
            for numbers, own in zip(self.examples.numbers, self.examples.own, strict=True)
        ]
