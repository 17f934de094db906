"""Which times belong to a happening: its own clause's, else those of the clause that governs it.

A linear scorer over the pair of trigger and time decides, learned from labelled passages by
`training/attach_times.py`; whether a time is a deadline is decided before, by its cues.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from spacy.tokens import Token

from dragoman.reading.linear import LinearScorer
from dragoman.reading.mention import TimeMention
from dragoman.reading.times.ranges import merged
from dragoman.reading.times.signs import counts_from, signs

WEIGHTS = Path(__file__).with_name("linking.npz")
BELONGS = "belongs"
OTHERWISE = "other"
THRESHOLD = 0.45
BACK, FAR = 2, 60


@dataclass(frozen=True, slots=True)
class Attached:
    """The times and deadlines of one happening in the order of the text; none is in both."""

    times: tuple[TimeMention, ...] = ()
    deadlines: tuple[TimeMention, ...] = ()


@lru_cache(maxsize=1)
def scorer() -> LinearScorer:
    """The learned weights."""
    return LinearScorer.load(WEIGHTS)


def attach(trigger: Token, times: Sequence[TimeMention]) -> Attached:
    """The times and deadlines that belong to the happening which the trigger token heads."""
    near = reachable(trigger, times)
    model = scorer()
    column = model.column[BELONGS]
    own = [time for time in near if model.probabilities(signs(trigger, time, near))[column] >= THRESHOLD]
    return sorted_out([replace(time, value=time.event) if counts_from(trigger, time) else time for time in own])


def reachable(trigger: Token, times: Sequence[TimeMention]) -> list[TimeMention]:
    """The times of the trigger's sentence, stretches as one; where it has none, those told just before."""
    sentence = trigger.sent
    first = bisect_left(times, sentence.start, key=lambda time: time.first)
    last = bisect_left(times, sentence.end, lo=first, key=lambda time: time.first)
    inside = [time for time in times[first:last] if time.kind != "set"]
    if not inside:
        before = times[max(first - BACK, 0) : first]
        inside = [time for time in before if time.value and time.kind != "set" and sentence.start - time.root < FAR]
    return list(merged(trigger.doc, inside))


def sorted_out(times: Sequence[TimeMention]) -> Attached:
    """Deadlines apart from the rest, with the day itself as value; the same value only once."""
    deadlines = [replace(time, value=limit(time)) for time in times if time.deadline]
    rest = [time for time in times if not time.deadline]
    return Attached(tuple(once(rest)), tuple(once(deadlines)))


def limit(time: TimeMention) -> str | None:
    """The day or point of a deadline: its value without the open start."""
    return (time.value or "").removeprefix("../") or None


def once(times: Sequence[TimeMention]) -> list[TimeMention]:
    """The times without a second one of the same value."""
    seen: set[str] = set()
    kept = []
    for time in times:
        if time.value is None or time.value not in seen:
            seen.add(time.value or "")
            kept.append(time)
    return kept
