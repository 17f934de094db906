"""One-to-one pairing of labelled and read items, nearest first."""

from collections.abc import Callable, Sequence
from typing import TypeVar

G = TypeVar("G")
M = TypeVar("M")


def pair(
    gold: Sequence[G],
    read: Sequence[M],
    fits: Callable[[G, M], bool],
    distance: Callable[[G, M], int] = lambda _gold, _read: 0,
) -> list[tuple[int, int]]:
    """Indexes of gold and read items that fit, each used once, the nearest first."""
    possible = sorted((distance(g, m), i, j) for i, g in enumerate(gold) for j, m in enumerate(read) if fits(g, m))
    taken_gold: set[int] = set()
    taken_read: set[int] = set()
    pairs = []
    for _, i, j in possible:
        if i not in taken_gold and j not in taken_read:
            taken_gold.add(i)
            taken_read.add(j)
            pairs.append((i, j))
    return pairs
