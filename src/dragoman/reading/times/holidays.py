"""Religious and national days: names to dates, by fixed days, by Easter, or by a table of years."""

import datetime

from dragoman.reading.times.days import Days
from dragoman.reading.times.expression import Holiday


def holiday_days(meaning: Holiday, anchor: datetime.date | None, future: bool | None) -> Days | None:
    """The days of a holiday in its year, or in the year that the clause leans to."""
    return None
