"""What a time expression says before it is placed on the calendar: the meaning of its words alone."""

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["published", "told", "either"]
Tense = Literal["past", "present", "future"]
Unit = Literal[
    "D", "W", "M", "Q", "H", "Y", "TH", "TM", "TS", "weekend", "fortnight", "decade", "century", "millennium"
]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date with the parts it names; `step` where it is told from an anchor ("last 9 August", "May this year"):
    the day of publication, or the time `told` before ("August of that year"); `of_year` where it steps to a year.

    A year below 1 counts astronomically (480 BC is -479); `short` marks a year of two digits.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    short: bool = False
    step: int | None = None
    told: bool = False
    of_year: bool = False


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A date in figures that can be read two ways."""

    reason: str


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0; `step` -1 for "last", 1 for "next", 0 for "this"."""

    number: int
    step: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """A season, spring 1 to winter 4, with its year or its step from the anchor."""

    number: int
    year: int | None = None
    step: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Portion:
    """A quarter or half of a year: `of` is Q or H."""

    of: Literal["Q", "H"]
    number: int
    year: int | None = None
    step: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class WeekOf:
    """A week of a month, counted from 1, or -1 for the last."""

    number: int
    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of years: a decade, a century, "1957-60"."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day or season that the table of holidays knows."""

    name: str
    year: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A unit of time so many steps from the anchor: "last week", "the same day", "that year"."""

    unit: Unit
    step: int
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Shift:
    """A point so many units from the anchor: "two days ago", "a month later"; no count: "years later".

    `event` says that a happening follows which it counts from ("two days after the vote").
    """

    unit: Unit
    count: float | None
    sign: int
    anchor: Anchor
    event: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `step` -1 for "the past two years", 1 for "the coming month"."""

    unit: Unit
    count: float | None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Deictic:
    """A day so many days from publication; `span` where it reaches from the day before ("overnight")."""

    days: int
    span: bool = False


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day that is named elsewhere: "at dawn", "in the evening"."""

    night: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time in hours and minutes, with the zone's distance from UTC in hours where told."""

    hour: int
    minute: int
    zone: float | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """A time without a calendar date."""

    tense: Tense


@dataclass(frozen=True, slots=True)
class Recurring:
    """A set of times: "every Friday", "daily"."""


Expression = (
    Calendar | Ambiguous | Weekday | Season | Portion | WeekOf | Stretch | Holiday | Step | Shift | Duration | Deictic
    | DayPart | Clock | Vague | Recurring
)  # fmt: skip
