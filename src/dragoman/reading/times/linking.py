"""Which times belong to a happening: its own clause's, else those of the clause that governs it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dragoman.reading.mention import TimeMention
from dragoman.reading.times.deadlines import cues
from dragoman.reading.times.lean import governor


@dataclass(frozen=True, slots=True)
class Attached:
    """The times and deadlines of one happening, nearest first; none is in both."""

    times: tuple[TimeMention, ...] = ()
    deadlines: tuple[TimeMention, ...] = ()


def attach(trigger: Token, times: Sequence[TimeMention]) -> Attached:
    """The times and deadlines that belong to the happening which the trigger token heads."""
    sentence = trigger.sent
    near = [time for time in times if sentence.start <= time.root < sentence.end and time.kind in ("date", "time")]
    clause: Token | None = governor(trigger)
    while clause is not None:
        own = [time for time in near if governor(trigger.doc[time.root]) == clause]
        if own and not (clause != governor(trigger) and clause.lemma_ in cues("saying")):
            return sorted_out(own)
        clause = governor(clause.head) if clause.head.i != clause.i else None
    return Attached()


def sorted_out(times: Sequence[TimeMention]) -> Attached:
    """Deadlines apart from the rest, with the day itself as value."""
    return Attached(
        tuple(time for time in times if not time.deadline),
        tuple(replace(time, value=(time.value or "").removeprefix("../") or None) for time in times if time.deadline),
    )
