"""Who held a place when: a timeline made from evidence alone, whatever the order in which it arrived.

A takeover ends the hold of others that day. A claim that somebody holds a place contradicts a rival that others have
said to hold it: both stand side by side as contested, unless the rival's last support is older than `FRESH_DAYS` or
came only from the voice that now says otherwise. Nothing ends by itself; every answer gives its last support's age.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations, groupby
from operator import attrgetter
from typing import NamedTuple

from dragoman.assembly.evidence import Evidence
from dragoman.assembly.sides import Sides
from dragoman.ledger.days import OPEN

FRESH_DAYS = 30


class Holding(NamedTuple):
    """One holder within a segment; `claims` and `voices` support it, `denied_by` say that it does not hold."""

    holder: str
    since: int
    supported: int
    voices: tuple[str, ...]
    claims: tuple[int, ...]
    denied_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """From `start` up to (not with) `end` the same holders, side by side; none where the last one left."""

    start: int
    end: int
    holdings: tuple[Holding, ...]
    contested: bool


@dataclass(slots=True)
class _Standing:
    since: int
    supported: int
    area: bool
    voices: dict[str, int] = field(default_factory=dict)
    claims: list[int] = field(default_factory=list)
    denied: dict[str, int] = field(default_factory=dict)
    told: Holding | None = None
    """How it was told last, null where it has changed since: most days change one holder of several."""

    def holding(self, holder: str) -> Holding:
        """How it is told."""
        if self.told is None:
            voices, denied = tuple(sorted(self.voices)), tuple(sorted(self.denied))
            self.told = Holding(holder, self.since, self.supported, voices, tuple(self.claims), denied)
        return self.told


def timeline(evidence: Iterable[Evidence], sides: Sides) -> list[Segment]:
    """The segments of a place in the order of days; sorted evidence in, the same segments for the same evidence."""
    track = _Track(sides)
    for day, said in groupby(evidence, key=attrgetter("day")):
        track.day(day, list(said))
    return track.segments()


def at(segments: list[Segment], day: int) -> Segment | None:
    """The segment that a day lies in, null before the first."""
    return next((segment for segment in reversed(segments) if segment.start <= day < segment.end), None)


class _Track:
    """The holders of one place, walked through day by day."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._standing: dict[str, _Standing] = {}
        self._marks: list[tuple[int, tuple[Holding, ...], bool]] = []

    def day(self, day: int, said: list[Evidence]) -> None:
        """Take in all that is said of one day; its order within the day does not matter."""
        losses, gains, holds, denials = _by_kind(said)
        for one in losses:
            self._lose(one)
        self._gain(day, gains)
        for one in holds:
            self._hold(one, one.holders)
        for one in denials:
            self._deny(one)
        self._mark(day)

    def _keys(self, holders: Iterable[str], day: int) -> tuple[str, ...]:
        return self._sides.wholes(holders, day)

    def _lose(self, one: Evidence) -> None:
        for key in self._keys(one.holders, one.day):
            for standing in [key, *(other for other in self._standing if other.startswith("~"))]:
                if standing == key or (key.startswith("~") and self._sides.together(key, standing, one.day)):
                    self._standing.pop(standing, None)

    def _gain(self, day: int, gains: list[Evidence]) -> None:
        if not gains:
            return
        takers = {key for one in gains for key in self._keys(one.holders, day)}
        for rival in [key for key in self._standing if key not in takers]:
            if not any(self._sides.together(rival, taker, day) for taker in takers) or self._lost(rival, gains, day):
                del self._standing[rival]
        for one in gains:
            self._support(one, one.holders)
        for taker in takers:
            self._standing[taker].denied.clear()
            self._standing[taker].told = None

    def _lost(self, rival: str, gains: list[Evidence], day: int) -> bool:
        return any(rival in self._keys(one.losers, day) for one in gains)

    def _hold(self, one: Evidence, holders: tuple[str, ...]) -> None:
        keys = self._keys(holders, one.day)
        for rival in [key for key in self._standing if key not in keys]:
            if any(self._sides.together(rival, key, one.day) for key in keys):
                continue
            standing = self._standing[rival]
            fresh = one.day - standing.supported <= FRESH_DAYS
            if one.area and not standing.area and fresh:
                return
            if not fresh or set(standing.voices) == {one.voice}:
                del self._standing[rival]
        self._support(one, holders)

    def _support(self, one: Evidence, holders: tuple[str, ...]) -> None:
        for key in self._keys(holders, one.day):
            standing = self._standing.setdefault(key, _Standing(one.day, one.day, one.area))
            standing.told = None
            standing.supported = max(standing.supported, one.day)
            standing.area &= one.area
            standing.voices[one.voice] = one.day
            if standing.denied:
                standing.denied = {
                    voice: said
                    for voice, said in standing.denied.items()
                    if voice != one.voice and one.day - said <= FRESH_DAYS
                }
            if one.claim not in standing.claims:
                standing.claims.append(one.claim)

    def _deny(self, one: Evidence) -> None:
        for key in self._keys(one.holders, one.day):
            if standing := self._standing.get(key):
                standing.told = None
                standing.denied[one.voice] = one.day
                standing.voices.pop(one.voice, None)
                if not standing.voices:
                    del self._standing[key]
        if one.losers:
            self._support(one, one.losers)

    def _mark(self, day: int) -> None:
        holdings = tuple(standing.holding(key) for key, standing in sorted(self._standing.items()))
        self._marks.append((day, holdings, self._contested(day)))

    def _contested(self, day: int) -> bool:
        rivals = any(not self._sides.together(*pair, day) for pair in combinations(sorted(self._standing), 2))
        return rivals or any(standing.denied for standing in self._standing.values())

    def segments(self) -> list[Segment]:
        """The segments so far: days on which nothing but the support changed are drawn together."""
        found: list[Segment] = []
        for at, (day, holdings, contested) in enumerate(self._marks):
            end = self._marks[at + 1][0] if at + 1 < len(self._marks) else OPEN
            last = found[-1] if found else None
            if last and _same(last, holdings, contested):
                found[-1] = Segment(last.start, end, holdings, contested)
            elif holdings or found:
                found.append(Segment(day, end, holdings, contested))
        return found


def _same(last: Segment, holdings: tuple[Holding, ...], contested: bool) -> bool:
    before = [(one.holder, one.since) for one in last.holdings]
    return before == [(one.holder, one.since) for one in holdings] and last.contested == contested


def _by_kind(said: Iterable[Evidence]) -> tuple[list[Evidence], ...]:
    """Losses, gains, holds (those on the place itself first) and denials."""
    found: dict[str, list[Evidence]] = {"lose": [], "gain": [], "hold": [], "deny": []}
    for one in said:
        found[one.kind].append(one)
    found["hold"].sort(key=attrgetter("area", "holders"))
    return tuple(found.values())
