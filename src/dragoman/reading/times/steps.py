"""Steps and shifts on the calendar: so many days, weeks, months or years from an anchor."""

import datetime
from dataclasses import dataclass

from dragoman.reading.times import days
from dragoman.reading.times.days import Days
from dragoman.reading.times.expression import Duration

NO_PUBLICATION = "no publication date"
NOT_TOLD = "no time told before that it could count from"
NO_CALENDAR = "no calendar date"
OPEN = "the words leave the number open"


@dataclass(frozen=True, slots=True)
class Placed:
    """Where on the calendar: EDTF value and days, or the reason why not.

    `event` is the value of the time of the happening that "two days after the vote" counts from.
    """

    value: str | None
    days: Days | None = None
    reason: str | None = None
    event: str | None = None


def at(when: Days) -> Placed:
    """Placed at known days."""
    return Placed(when.value, when)


def unplaced(reason: str) -> Placed:
    """Not on the calendar."""
    return Placed(None, None, reason)


def dated(year: int, month: int | None, day: int | None) -> Placed:
    """A date told in full, of any age."""
    if year < days.FIRST_YEAR:
        return Placed(days.edtf_year(year) + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else ""))
    return at(month_or_day(year, month, day) if month else days.year(year))


def month_or_day(year: int, month: int, day: int | None) -> Days:
    """A day, or the month where no day is told."""
    return days.day(datetime.date(year, month, day)) if day else days.month(year, month)


def stepped(unit: str, step: int, anchor: datetime.date) -> Days:
    """The day, week, month … so many steps from the one that the anchor lies in."""
    match unit:
        case "D":
            return days.day(anchor + datetime.timedelta(step))
        case "W":
            return days.week(anchor + datetime.timedelta(7 * step))
        case "weekend":
            return days.weekend(anchor + datetime.timedelta(7 * step))
        case "M":
            moved = days.add_months(anchor.replace(day=1), step)
            return days.month(moved.year, moved.month)
        case "Y":
            return days.year(anchor.year + step)
        case "Q":
            return days.months(anchor.year, 3 * ((anchor.month - 1) // 3 + step) + 1, 3)
        case "decade" | "century":
            size = 10 if unit == "decade" else 100
            first = (anchor.year // size + step) * size
            return Days(datetime.date(first, 1, 1), datetime.date(first + size - 1, 12, 31), "span")
    raise ValueError(f"no step by {unit}")


def last_weekend(when: datetime.date) -> Days:
    """The weekend that a day lies in or that came last before it."""
    found = days.weekend(when)
    return found if found.first <= when else days.weekend(when - datetime.timedelta(7))


def shifted(unit: str, count: float, anchor: Days, exact: bool = False) -> Placed:
    """The point so many units from the anchor, as exact as the unit, or to the day where asked for."""
    night = (anchor.last - anchor.first).days <= 1
    when = anchor.last if count > 0 or night else anchor.first
    match unit:
        case "D" | "W" | "fortnight":
            size = {"D": 1, "W": 7, "fortnight": 14}[unit]
            return at(days.day(when + datetime.timedelta(round(count * size))))
        case "TH" | "TM" | "TS":
            hours = count * {"TH": 1, "TM": 1 / 60, "TS": 1 / 3600}[unit]
            return at(days.day(when + datetime.timedelta(int(hours / 24))))
        case "M":
            moved = days.add_months(when, round(count))
            return at(days.day(moved)) if exact and anchor.grain == "day" else at(days.month(moved.year, moved.month))
        case "Y" | "decade" | "century":
            size = {"Y": 1, "decade": 10, "century": 100}[unit]
            return at(days.year(when.year + round(count * size)))
    return unplaced(NO_CALENDAR)


def reaching(meaning: Duration, anchor: Days, inclusive: bool = False) -> Days:
    """The days from so long ago to the anchor, or from the anchor on; years and months keep to months.

    `inclusive`: the day of the anchor is one of them.
    """
    whole = float(meaning.count or 0)
    months = {"M": 1, "Q": 3, "H": 6, "Y": 12, "decade": 120, "century": 1200}.get(meaning.unit)
    sign = meaning.step or -1
    if months:
        moved = days.add_months(anchor.first.replace(day=1), round(sign * whole * months))
        first, last = sorted((moved, anchor.first.replace(day=1)))
        return Days(first, days.end_of_month(last), "span")
    size = {"W": 7, "fortnight": 14, "weekend": 7}.get(meaning.unit, 1)
    first, last = sorted((anchor.first, anchor.first + datetime.timedelta(round(sign * (whole * size - inclusive)))))
    return Days(first, last, "span")


def period(meaning: Duration) -> str | None:
    """ISO 8601 period: P3M, PT2H; None where the number is open."""
    if not meaning.count:
        return None
    unit, factor = {"decade": ("Y", 10), "century": ("Y", 100), "millennium": ("Y", 1000), "fortnight": ("W", 2),
                    "weekend": ("W", 1), "Q": ("M", 3), "H": ("M", 6)}.get(meaning.unit, (meaning.unit, 1))  # fmt: skip
    return f"P{'T' if unit.startswith('T') else ''}{meaning.count * factor:g}{unit.removeprefix('T')}"
