"""Parts of feature lists that many examples share: each is made once, and an example is told by their numbers."""

from collections.abc import Callable, Hashable, Iterable, Sequence


class Parts:
    """Lists of feature names in the order of their numbers."""

    def __init__(self) -> None:
        self.names: list[tuple[str, ...]] = []
        self._numbers: dict[Hashable, int] = {}

    def of(self, make: Callable[..., Iterable[str]], *given: Hashable) -> int:
        """The number of the names that `make` gives for these arguments, on which alone they rest."""
        key = (make, given)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.names)
            self.names.append(tuple(make(*given)))
        return number

    def spelled(self, numbers: Sequence[int]) -> list[str]:
        """The feature names of an example."""
        return [name for number in numbers for name in self.names[number]]
