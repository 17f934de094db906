"""Where to look for the event of a claim: clusters by place, area and parties, a day each."""

from collections.abc import Iterator
from typing import Any

from dragoman.assembly.cluster import Cluster
from dragoman.assembly.features import WINDOW_DAYS, Feature, Spot

_ENOUGH = 60
"""Clusters that one key hands out at most, the latest first; keeps hot places from costing quadratic time."""


class Index:
    """Clusters of the last days; what a claim can't reach any more is forgotten."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[Any, ...], list[Cluster]] = {}
        self._keys_of_day: dict[int, set[tuple[Any, ...]]] = {}

    def put(self, cluster: Cluster) -> None:
        """Make a cluster findable under what it now tells."""
        for key in _own_keys(cluster):
            held = self._by_key.setdefault(key, [])
            if cluster not in held[-_ENOUGH:]:
                held.append(cluster)
                self._keys_of_day.setdefault(cluster.day, set()).add(key)

    def near(self, one: Feature) -> Iterator[Cluster]:
        """Clusters that may be the event of a claim, each once."""
        seen: set[int] = set()
        for key in _sought_keys(one):
            for cluster in self._by_key.get(key, ())[-_ENOUGH:]:
                if id(cluster) not in seen:
                    seen.add(id(cluster))
                    yield cluster

    def forget(self, before: int) -> None:
        """Drop the clusters of the days before this one."""
        for day in [day for day in self._keys_of_day if day < before]:
            for key in self._keys_of_day.pop(day):
                self._by_key.pop(key, None)


def _own_keys(cluster: Cluster) -> Iterator[tuple[Any, ...]]:
    spot, base = cluster.spot, (cluster.group, cluster.members[0].intended, cluster.day)
    if spot is not None:
        yield (*base, "at", spot.id)
        if not spot.area and spot.cell:
            yield (*base, "cell", spot.cell)
        for whole in spot.above:
            yield (*base, "in", whole)
    if spot is None or spot.country:
        yield (*base, "nowhere", 0)
    for key in _pairs(cluster.by, cluster.to):
        yield (*base, *key)


def _sought_keys(one: Feature) -> Iterator[tuple[Any, ...]]:
    for day in _days(one):
        base = (one.group, one.intended, day)
        if one.spot is None or one.spot.country:
            for key in _pairs(one.by, one.to):
                yield (*base, *key)
        else:
            yield from _around(one.spot, base)
            yield from ((*base, "nowhere", 0),)


def _days(one: Feature) -> tuple[int, ...]:
    if one.vague:
        return (one.day,)
    if one.exact:
        return (one.day, one.day - 1, one.day + 1, one.day + 2)
    return (one.day, *range(one.day - 1, one.day - WINDOW_DAYS - 1, -1), one.day + 1)


def _around(spot: Spot, base: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    yield (*base, "at", spot.id)
    for whole in spot.above:
        yield (*base, "at", whole)
    if spot.area:
        yield (*base, "in", spot.id)
    elif spot.cell:
        row, column = spot.cell
        for down in (-1, 0, 1):
            for right in (-1, 0, 1):
                yield (*base, "cell", (row + down, column + right))


def _pairs(by: frozenset[int] | set[int], to: frozenset[int] | set[int]) -> Iterator[tuple[Any, ...]]:
    for one in sorted(by)[:3]:
        for other in sorted(to)[:3] or (0,):
            yield ("pair", min(one, other), max(one, other))
    if not by:
        for other in sorted(to)[:3]:
            yield ("pair", 0, other)
