"""What else holds over time: a siege, truce, alliance or population goes on until it is ended or its time is up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from dragoman.assembly.statements import Matter, Statement


@dataclass(slots=True)
class Standing:
    """One matter without a break, from the day `since` up to (not with) `ended`, null while it still holds.

    `supported` is the day of the last claim that it holds, `denied_by` the voices that deny it.
    """

    matter: Matter
    since: int
    ended: int | None
    supported: int
    voices: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    claims: tuple[int, ...] = ()


def standings(said: Mapping[Matter, Sequence[Statement]]) -> dict[Matter, list[Standing]]:
    """The spells of every matter; one that ends at a place also ends what names no parties there, and the reverse."""
    ends: dict[tuple[str, int], list[Statement]] = {}
    for matter, each in said.items():
        if matter.place is not None:
            over = [one for one in each if not one.holds and not one.denied]
            ends.setdefault((matter.kind, matter.place), []).extend(over)
    found = {}
    for matter, each in said.items():
        others = ends.get((matter.kind, matter.place), []) if matter.place is not None else []
        closing = [one for one in others if one.matter != matter and not (one.matter.parties and matter.parties)]
        found[matter] = spells(matter, [*each, *closing])
    return found


def spells(matter: Matter, said: Iterable[Statement]) -> list[Standing]:
    """The spells that statements about one matter make, in their order, whatever the order of the statements."""
    track = _Track(matter)
    for one in sorted(said, key=attrgetter("day", "holds", "anchor")):
        track.take(one)
    track.run_out(None)
    return track.found


class _Track:
    """One matter, walked through statement by statement."""

    def __init__(self, matter: Matter) -> None:
        self._matter = matter
        self._current: Standing | None = None
        self._limit: int | None = None
        self._voices: set[str] = set()
        self._denied: set[str] = set()
        self._claims: list[int] = []
        self.found: list[Standing] = []

    def _end(self, day: int | None) -> None:
        """The present spell is over (null: it still holds): note who told of it."""
        if self._current:
            self._current.ended = day
            self._current.voices = tuple(sorted(self._voices))
            self._current.denied_by = tuple(sorted(self._denied))
            self._current.claims = tuple(self._claims)
        self._current, self._limit = None, None

    def run_out(self, day: int | None) -> None:
        """End what was said to end before this day (null: ever)."""
        if self._limit is not None and (day is None or day > self._limit):
            self._end(self._limit + 1)
        elif day is None:
            self._end(None)

    def take(self, one: Statement) -> None:
        """Take in what one claim says."""
        self.run_out(one.day)
        if one.holds:
            self._hold(one)
        elif self._current:
            self._claims.append(one.claim)
            if one.denied:
                self._denied.add(one.voice)
            else:
                self._end(one.day)

    def _hold(self, one: Statement) -> None:
        if self._current is None:
            self._current = Standing(self._matter, one.day, None, one.day)
            self._voices, self._denied, self._claims = set(), set(), []
            self.found.append(self._current)
        self._current.supported = max(self._current.supported, one.day)
        self._voices.add(one.voice)
        self._claims.append(one.claim)
        self._limit = one.ends if one.ends is not None else self._limit
