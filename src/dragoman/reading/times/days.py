"""Days, months and years on the calendar, and their EDTF form.

Dates before the year 1 have no `datetime.date`; they stay strings and carry no arithmetic.
"""

import calendar
import datetime
from dataclasses import dataclass
from typing import Literal

Grain = Literal["day", "month", "year", "span"]
FIRST_YEAR, LAST_YEAR = 1, 9998


@dataclass(frozen=True, slots=True)
class Days:
    """A run of days, inclusive; the grain says whether it is one day, month or year of the calendar or a free span."""

    first: datetime.date
    last: datetime.date
    grain: Grain = "day"

    @property
    def value(self) -> str:
        """EDTF: 2018-04-17, 2018-04, 2018 or first/last."""
        match self.grain:
            case "day":
                return self.first.isoformat()
            case "month":
                return self.first.isoformat()[:7]
            case "year":
                return self.first.isoformat()[:4]
        if self.first.day == 1 and self.last == end_of_month(self.last):
            if self.first.month == 1 and self.last.month == 12:
                return f"{self.first:%Y}/{self.last:%Y}".replace(" ", "0")
            return f"{self.first.isoformat()[:7]}/{self.last.isoformat()[:7]}"
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def day(when: datetime.date) -> Days:
    """One day."""
    return Days(when, when)


def month(year: int, number: int) -> Days:
    """One month."""
    first = datetime.date(year, number, 1)
    return Days(first, end_of_month(first), "month")


def months(year: int, first: int, count: int) -> Days:
    """A run of months; `first` may lie outside 1 to 12."""
    years, index = divmod(12 * year + first - 1, 12)
    last_year, last = divmod(12 * year + first + count - 2, 12)
    return Days(datetime.date(years, index + 1, 1), end_of_month(datetime.date(last_year, last + 1, 1)), "span")


def year(number: int) -> Days:
    """One year."""
    return Days(datetime.date(number, 1, 1), datetime.date(number, 12, 31), "year")


def week(when: datetime.date) -> Days:
    """The week, Monday to Sunday, that a day lies in."""
    monday = when - datetime.timedelta(when.weekday())
    return Days(monday, monday + datetime.timedelta(6), "span")


def weekend(when: datetime.date) -> Days:
    """The Saturday and Sunday of the week that a day lies in."""
    sunday = week(when).last
    return Days(sunday - datetime.timedelta(1), sunday, "span")


def end_of_month(when: datetime.date) -> datetime.date:
    """The last day of the month that a day lies in."""
    return when.replace(day=calendar.monthrange(when.year, when.month)[1])


def add_months(when: datetime.date, count: int) -> datetime.date:
    """The same day of another month, or the last one where that month is shorter."""
    years, index = divmod(12 * when.year + when.month - 1 + count, 12)
    first = datetime.date(years, index + 1, 1)
    return first.replace(day=min(when.day, end_of_month(first).day))


def parse_day(text: str | None) -> datetime.date | None:
    """The day that an ISO date or date-time opens with; None where it has none."""
    try:
        return datetime.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def edtf_year(number: int) -> str:
    """A year of any age: -479 is 480 BC."""
    return f"-{-number:04d}" if number < 0 else f"{number:04d}"
