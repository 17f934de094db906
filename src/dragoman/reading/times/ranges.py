"""Stretches of time told by their two ends: "from 20 to 22 October", "between May and July", "1957-60"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from dragoman.reading.mention import TimeMention

LONGEST = 6
GAPS = frozenset(("", "-", "–", "—", "and", "to"))


def merged(doc: Doc, times: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """The times with the two ends of a stretch as one mention."""
    held: TimeMention | None = None
    for time in times:
        if held and ends(doc, held, time):
            held = stretch(doc, held, time)
            continue
        if held:
            yield held
        held = time
    if held:
        yield held


def ends(doc: Doc, first: TimeMention, second: TimeMention) -> bool:
    """Whether the second time is the other end of the first."""
    if first.kind not in ("date", "time") or second.kind not in ("date", "time") or not first.value or not second.value:
        return False
    if second.start - first.end > LONGEST:
        return False
    both = doc[first.first : second.stop]
    gap = both.text[first.end - both.start_char : second.start - both.start_char].strip()
    if gap not in GAPS or (first.role in ("until", "before", "after")):
        return False
    return gap in ("-", "–", "—") or second.role == "until" or first.role == "since" or adjacent(first, second)


def adjacent(first: TimeMention, second: TimeMention) -> bool:
    """Whether the second time begins where the first ends."""
    if not first.latest or not second.earliest:
        return False
    gap = date.fromisoformat(second.earliest) - date.fromisoformat(first.latest)
    return 0 <= gap.days <= 1


def stretch(doc: Doc, first: TimeMention, second: TimeMention) -> TimeMention:
    """One mention from the start of the first to the end of the second."""
    values = (first.value or "").split("/")[0], (second.value or "").split("/")[-1]
    over = TimeMention.between(
        doc,
        first.start,
        second.end,
        bare=first.bare,
        kind=first.kind,
        value=values[0] if values[0] == values[1] else "/".join(values),
        role="during",
        earliest=first.earliest,
        latest=second.latest,
    )
    return replace(over, deadline=False, inferred=first.inferred or second.inferred)
