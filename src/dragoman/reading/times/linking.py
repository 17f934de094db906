"""Which times belong to a happening: its own clause's, else those of the clause that governs it.

A linear scorer over the pair of trigger and time decides, learned from labelled passages by
`training/attach_times.py`. It also decides between time and deadline, among times that have a cue for one.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from spacy.tokens import Doc, Token

from dragoman.reading.linear import LinearScorer
from dragoman.reading.mention import TimeMention
from dragoman.reading.times.cues import cues
from dragoman.reading.times.lean import governor
from dragoman.reading.times.ranges import merged
from dragoman.reading.times.signs import counts_from, signs
from dragoman.reading.words import Word, Words

WEIGHTS = Path(__file__).with_name("linking.npz")
TIME, DEADLINE, OTHER = "time", "deadline", "other"
LEAST, LEAST_DUE, LEAN = 0.38, 0.2, 0.3
BACK, FAR, NEXT = 2, 60, 40


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
    return attach_all([Words(trigger.doc).plain[trigger.i]], times, trigger.doc)[0]


def attach_all(triggers: Sequence[Word], times: Sequence[TimeMention], doc: Doc) -> list[Attached]:
    """The same for many triggers of one text."""
    seen: dict[int, list[TimeMention]] = {}
    near = []
    for trigger in triggers:
        start = trigger.sent.start
        if start not in seen:
            seen[start] = reachable(trigger, times, doc)
        near.append(seen[start])
    rows = [signs(trigger, time, own) for trigger, own in zip(triggers, near, strict=True) for time in own]
    chances = iter(scorer().table(rows).tolist())
    return [_attached(trigger, own, chances) for trigger, own in zip(triggers, near, strict=True)]


def _attached(trigger: Word, near: Sequence[TimeMention], chances: Iterator[list[float]]) -> Attached:
    column = scorer().column
    own: list[TimeMention] = []
    due: list[TimeMention] = []
    for time in near:
        shares = next(chances)
        at, limit, may_end = shares[column[TIME]], shares[column[DEADLINE]], limited(trigger, time)
        least = LEAST_DUE if time.deadline else LEAST
        if may_end and limit > at * (LEAN if time.deadline else 1) and limit + at >= least:
            due.append(replace(time, deadline=True, value=point(time)))
        elif time.root < trigger.sent.end and at / (1 if may_end else 1 - limit) >= LEAST:
            own.append(replace(time, deadline=False, value=told_of(trigger, time)))
    if not due and near and binding(trigger):
        due = [replace(time, value=point(time)) for time in near if time.first >= trigger.sent.end][:1]
    return Attached(tuple(once(own)), tuple(once(due)))


def binding(trigger: Word) -> bool:
    """Whether the happening is an ultimatum or a deal, whose term may stand in the next sentence."""
    words = [trigger, *(child for child in trigger.children if child.dep_ in ("dobj", "pobj", "attr"))]
    return any(word.pos_ in ("NOUN", "PROPN") and word.lemma_.lower() in cues("binding") for word in words)


def told_of(trigger: Word, time: TimeMention) -> str | None:
    """The value as it holds for the happening: that of the event a shift counts from; the mere day in "since Friday,
    when it began"; open after a whole clause with "since" ("have fled since the offensive began in May").
    """
    if counts_from(trigger, time):
        return time.event
    if time.role == "since" and trigger.doc[time.root].is_ancestor(trigger):
        return (time.value or "").removesuffix("/..") or None
    clause = governor(trigger.doc[time.root])
    if time.value is None or clause is None or clause.i == trigger.i or clause.is_ancestor(trigger):
        return time.value
    since = any(child.dep_ == "mark" and child.lower_ == "since" for child in clause.children)
    return f"{time.value}/.." if since and "/" not in time.value else time.value


def limited(trigger: Word, time: TimeMention) -> bool:
    """Whether a cue allows the time to be a deadline: its own, its preposition, or the happening's own word."""
    if time.deadline or time.role in ("until", "by", "before"):
        return True
    return time.kind == "duration" or trigger.lemma_.lower() in cues("limits") | cues("ending")


def reachable(trigger: Word, times: Sequence[TimeMention], doc: Doc) -> list[TimeMention]:
    """The times of the trigger's sentence, stretches as one; where it has none, those told just before; and deadlines
    told just after.
    """
    sentence = trigger.sent
    first = bisect_left(times, sentence.start, key=lambda time: time.first)
    last = bisect_left(times, sentence.end, lo=first, key=lambda time: time.first)
    inside = [time for time in times[first:last] if time.kind != "set"]
    if not inside:
        before = times[max(first - BACK, 0) : first]
        inside = [time for time in before if time.value and time.kind != "set" and sentence.start - time.root < FAR]
    after = bisect_left(times, sentence.end + NEXT, lo=last, key=lambda time: time.first)
    inside += [time for time in times[last:after] if time.deadline]
    return list(merged(doc, inside))


def point(time: TimeMention) -> str | None:
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
