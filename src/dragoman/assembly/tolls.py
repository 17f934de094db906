"""Tolls: figures of a happening as they were reported, a range by speaker and over time; never added up."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.ledger.told import Told
from dragoman.model import FigureItem

UNITS = "other"
"""Figures of things (strikes, villages, weapons) stand in their claims only: they count different things."""


@dataclass(frozen=True, slots=True)
class Count:
    """One figure as told: `low` and `high` bound it, null where it is open to that side; `text` are the words."""

    low: int | None
    high: int | None
    text: str
    published: str | None
    cumulative: bool
    told: Told


@dataclass(frozen=True, slots=True)
class SpeakerToll:
    """What one speaker reported, in the order of publication."""

    speaker: str
    counts: tuple[Count, ...]

    @property
    def last(self) -> Count:
        """What it said last."""
        return self.counts[-1]


@dataclass(frozen=True, slots=True)
class Toll:
    """All that was reported of one sort of people of a happening: `low` to `high` over all speakers (null: unknown)."""

    what: str
    low: int | None
    high: int | None
    speakers: tuple[SpeakerToll, ...]


def voice_of(told: Told) -> str:
    """Who says so, as lines name it: the nearest speaker, else the outlet in its own voice."""
    nearest = [item for item in told.claim.speaker if not item.level]
    if not nearest:
        return told.origin.publisher or told.origin.name or "the report"
    return " and ".join("a private person" if item.private else item.name or item.text for item in nearest)


def tolls_of(claims: Iterable[Told]) -> list[Toll]:
    """The figures of an event's claims by what they count."""
    found: dict[str, dict[str, list[Count]]] = {}
    for told in claims:
        if told.claim.factuality in ("happened", "denied"):
            for item in told.claim.figures:
                if item.what == UNITS:
                    continue
                found.setdefault(item.what, {}).setdefault(voice_of(told), []).append(_count(item, told))
    return [_toll(what, voices) for what, voices in sorted(found.items())]


def _toll(what: str, voices: dict[str, list[Count]]) -> Toll:
    speakers = tuple(
        SpeakerToll(voice, tuple(sorted(counts, key=lambda count: (count.published or "", count.told.number))))
        for voice, counts in sorted(voices.items())
    )
    numbers = [n for speaker in speakers for count in speaker.counts for n in (count.low, count.high) if n is not None]
    return Toll(what, min(numbers, default=None), max(numbers, default=None), speakers)


def _count(item: FigureItem, told: Told) -> Count:
    low = item.value if item.value is not None else item.low
    high = item.value if item.value is not None else item.high
    return Count(low, high, item.text, told.origin.published, item.cumulative, told)


def shown(low: int | None, high: int | None) -> str:
    """A range in words: "12", "12–15", "at least 12", "up to 15", "unknown" (never 0 for what is not known)."""
    if low is None and high is None:
        return "unknown"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"
