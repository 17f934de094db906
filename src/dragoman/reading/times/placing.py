"""From the meaning of an expression to days on the calendar.

Two anchors: the day of publication and the time told last. News is told from publication; a text that tells of
years long past goes on from the time told last (Strötgen and Gertz 2013 call it the narrative domain).
"""

import datetime
from dataclasses import replace
from functools import singledispatchmethod

from dragoman.reading.times import days
from dragoman.reading.times.days import Days
from dragoman.reading.times.expression import (
    Ambiguous,
    Calendar,
    Clock,
    DayPart,
    Deictic,
    Duration,
    Expression,
    Holiday,
    Portion,
    Recurring,
    Season,
    Shift,
    Step,
    Stretch,
    Vague,
    Weekday,
    WeekOf,
)
from dragoman.reading.times.holidays import holiday_days
from dragoman.reading.times.lexicon import table
from dragoman.reading.times.setting import Setting
from dragoman.reading.times.steps import (
    NO_CALENDAR,
    NO_PUBLICATION,
    NOT_TOLD,
    OPEN,
    Placed,
    at,
    dated,
    last_weekend,
    month_or_day,
    period,
    reaching,
    shifted,
    stepped,
    unplaced,
)

TELLING = Calendar | Deictic | Weekday | Season | Portion | WeekOf | Step | Shift
NEAR, CLOSE = 8, 4
RECENT = 60


class Calendarist:
    """Places the expressions of one text in their order; keeps what was told last."""

    def __init__(self, published: datetime.date | None, narrative: bool, told: Days | None = None):
        self.published = published
        self.narrative = narrative
        self.told = told
        self.sentence = -9
        self.leaning: bool | None = None
        self.year: tuple[int, int, int] | None = None

    def place(self, meaning: Expression, setting: Setting) -> Placed:
        """Place one expression."""
        self.leaning = setting.future
        try:
            placed = self._place(meaning, setting)
        except (ValueError, OverflowError):
            return unplaced("no such day on the calendar")
        if placed.days and isinstance(meaning, TELLING) and not (setting.passing and self.told):
            self._tell(meaning, placed.days, setting)
        return placed

    def _tell(self, meaning: Expression, when: Days, setting: Setting) -> None:
        """Keep a time as told; a bare year in passing holds for its own sentence only."""
        if when.grain == "year" and isinstance(meaning, Calendar):
            self.year = (when.first.year, setting.sentence, setting.clause)
            if not setting.opening and self.told:
                return
        self.told, self.sentence = when, setting.sentence

    @property
    def anchor(self) -> Days | None:
        """Where "last" and "next" count from."""
        if self.narrative and self.told:
            return self.told
        return days.day(self.published) if self.published else None

    @singledispatchmethod
    def _place(self, meaning: Expression, setting: Setting) -> Placed:
        return unplaced(NO_CALENDAR)

    @_place.register
    def _(self, meaning: Ambiguous, setting: Setting) -> Placed:
        return unplaced(meaning.reason)

    @_place.register
    def _(self, meaning: Vague, setting: Setting) -> Placed:
        return unplaced(NO_CALENDAR)

    @_place.register
    def _(self, meaning: Recurring, setting: Setting) -> Placed:
        return unplaced("a set of times")

    @_place.register
    def _(self, meaning: Calendar, setting: Setting) -> Placed:
        if meaning.year is not None:
            return dated(self._full(meaning.year) if meaning.short else meaning.year, meaning.month, meaning.day)
        anchor = self._from(meaning.told)
        if anchor is None:
            return unplaced(NOT_TOLD if meaning.told else NO_PUBLICATION)
        if meaning.month is None:
            return self._day_alone(meaning, anchor, setting)
        if (meaning.step is not None and meaning.day is None) or meaning.told or meaning.of_year:
            return dated(self._step_year(meaning, anchor.first), meaning.month, meaning.day)
        if self.year and meaning.step is None and self._same_year(self.year, setting):
            return dated(self.year[0], meaning.month, meaning.day)
        return at(self._nearest(meaning.month, meaning.day, anchor, self._lean(meaning.step, setting.future)))

    def _same_year(self, told: tuple[int, int, int], setting: Setting) -> bool:
        """Whether a date takes the year told in its sentence; in news in its clause."""
        _, sentence, clause = told
        return sentence == setting.sentence and (self.narrative or clause == setting.clause)

    def _from(self, told: bool) -> Days | None:
        return self.told if told and self.told else self.anchor

    def _full(self, short: int) -> int:
        """A year of two digits: no more than ten years after publication."""
        latest = (self.published.year if self.published else 2025) + 10
        return latest - (latest - short) % 100

    def _lean(self, step: int | None, future: bool | None) -> bool | None:
        return future if not step else step > 0

    def _step_year(self, meaning: Calendar, anchor: datetime.date) -> int:
        step = meaning.step or 0
        if meaning.of_year:
            return anchor.year + step
        if step > 0 and (meaning.month or 0) > anchor.month and not meaning.told:
            return anchor.year
        if step < 0 and (meaning.month or 13) < anchor.month:
            return anchor.year
        return anchor.year + step

    def _day_alone(self, meaning: Calendar, anchor: Days, setting: Setting) -> Placed:
        if self.told and meaning.step is None and setting.sentence - self.sentence <= NEAR:
            anchor = self.told
        when = days.add_months(anchor.first.replace(day=1), meaning.step or 0)
        return dated(when.year, when.month, meaning.day)

    def _nearest(self, month: int, day: int | None, anchor: Days, future: bool | None) -> Days:
        """The month or day of that name that the clause leans to."""
        if self.narrative:
            return self._next_told(month, day, anchor)
        today = anchor.first
        here = month_or_day(today.year, month, day)
        if future is False or future is None:
            if here.first <= today:
                return here
            past = month_or_day(today.year - 1, month, day)
            near = (here.first - today).days < 60 and (today - past.last).days > 240
            return here if future is None and near else past
        recent = day is not None and 0 <= (today - here.last).days < RECENT
        return here if here.last >= today or recent else month_or_day(today.year + 1, month, day)

    def _next_told(self, month: int, day: int | None, anchor: Days) -> Days:
        year = anchor.first.year
        return month_or_day(year, month, day)

    @_place.register
    def _(self, meaning: Weekday, setting: Setting) -> Placed:
        anchor = self.anchor
        if anchor is None:
            return unplaced(NO_PUBLICATION)
        today = anchor.first
        told = self.told if setting.due and self.told and self.told.grain == "day" else None
        if told and 0 <= setting.sentence - self.sentence <= 1:
            return at(days.day(told.last + datetime.timedelta((meaning.number - told.last.weekday()) % 7)))
        back = datetime.timedelta((today.weekday() - meaning.number) % 7)
        ahead = datetime.timedelta((meaning.number - today.weekday()) % 7)
        lean = setting.future if not meaning.step else meaning.step > 0
        if meaning.step and not back:
            return at(days.day(today + datetime.timedelta(7 * meaning.step)))
        return at(days.day(today + ahead if lean else today - back))

    @_place.register
    def _(self, meaning: Season, setting: Setting) -> Placed:
        anchor = self._from(meaning.told)
        year = meaning.year
        if year is not None and year < days.FIRST_YEAR:
            return Placed(f"{days.edtf_year(year)}-{20 + meaning.number}")
        if year is None:
            if anchor is None:
                return unplaced(NO_PUBLICATION)
            year = anchor.first.year + (meaning.step or 0)
            if not meaning.step and not self.narrative and not setting.future:
                year -= days.months(year, 3 * meaning.number, 3).first > anchor.first
        return at(days.months(year, 3 * meaning.number, 3))

    @_place.register
    def _(self, meaning: Portion, setting: Setting) -> Placed:
        anchor = self._from(meaning.told)
        year = meaning.year
        if year is None:
            if anchor is None:
                return unplaced(NO_PUBLICATION)
            year = anchor.first.year + (meaning.step or 0)
            if meaning.step is None and not setting.future:
                start = self._portion(meaning, year).first
                year -= start > anchor.first and (setting.future is False or (start - anchor.first).days > 100)
        return at(self._portion(meaning, year))

    @staticmethod
    def _portion(meaning: Portion, year: int) -> Days:
        size = 3 if meaning.of == "Q" else 6
        return days.months(year, size * (meaning.number - 1) + 1, size)

    @_place.register
    def _(self, meaning: WeekOf, setting: Setting) -> Placed:
        month = self._place(Calendar(meaning.year, meaning.month), setting)
        if month.days is None:
            return month
        if meaning.number < 0:
            last = month.days.last
            return at(days.week(last - datetime.timedelta((last.weekday() + 1) % 7)))
        first = month.days.first + datetime.timedelta(7 * (meaning.number - 1))
        return at(Days(first, first + datetime.timedelta(6), "span"))

    @_place.register
    def _(self, meaning: Stretch, setting: Setting) -> Placed:
        if meaning.first < days.FIRST_YEAR:
            return Placed(f"{days.edtf_year(meaning.first)}/{days.edtf_year(meaning.last)}")
        run = Days(datetime.date(meaning.first, 1, 1), datetime.date(meaning.last, 12, 31), "span")
        whole = {9: 3, 99: 2}.get(meaning.last - meaning.first, 0)
        value = f"{meaning.first:04d}"[:whole].ljust(4, "X") if whole and not meaning.first % 10 else run.value
        return Placed(value, run)

    @_place.register
    def _(self, meaning: Holiday, setting: Setting) -> Placed:
        if meaning.name in table("holidays.toml")["national"]:
            return unplaced("each country keeps it on another day")
        if self.anchor is None and meaning.year is None:
            return unplaced(NO_PUBLICATION)
        found = holiday_days(meaning, self.anchor.first if self.anchor else None, setting.future)
        return at(found) if found else unplaced("the table of holidays does not know that year")

    @_place.register
    def _(self, meaning: Step, setting: Setting) -> Placed:
        anchor = self._stepping(meaning, setting)
        if anchor is None:
            return unplaced(NO_PUBLICATION if meaning.anchor == "published" else NOT_TOLD)
        if meaning.unit == "weekend" and meaning.step == 0 and not setting.future:
            return at(last_weekend(anchor.first))
        return at(stepped(meaning.unit, meaning.step, anchor.last if meaning.step > 0 else anchor.first))

    def _stepping(self, meaning: Step, setting: Setting) -> Days | None:
        """Where a step counts from; "the day" of news is the one just told or that of publication."""
        if meaning.anchor == "published":
            return self.anchor
        near = self.told and self.told.grain == "day" and setting.sentence - self.sentence <= 1
        if meaning.anchor == "either" and meaning.unit == "D" and not self.narrative and not near:
            return self.anchor
        return self.told or self.anchor

    @_place.register
    def _(self, meaning: Shift, setting: Setting) -> Placed:
        near = self.narrative or setting.sentence - self.sentence <= CLOSE
        anchor = (near and self.told) or self.anchor if meaning.anchor == "told" else self.anchor
        if anchor is None:
            return unplaced(NO_PUBLICATION)
        if meaning.count is None:
            return unplaced(OPEN) if meaning.unit not in ("TH", "TM", "TS") else at(days.day(anchor.first))
        count = meaning.sign * meaning.count
        return self._after(meaning, count, anchor, setting) if meaning.event else shifted(meaning.unit, count, anchor)

    def _after(self, meaning: Shift, count: float, anchor: Days, setting: Setting) -> Placed:
        """ "Two days after the vote": told with its date, else counted from the date told before, else unknown."""
        event = shifted(meaning.unit, -count, anchor).value
        if not self.told or setting.sentence - self.sentence > 1:
            return Placed(None, None, NOT_TOLD, event)
        if self.sentence == setting.sentence:
            return Placed(anchor.value, anchor, event=event)
        return replace(shifted(meaning.unit, count, anchor), event=anchor.value)

    @_place.register
    def _(self, meaning: Deictic, setting: Setting) -> Placed:
        if self.published is None:
            return unplaced(NO_PUBLICATION)
        today = self.published + datetime.timedelta(meaning.days)
        return at(Days(today - datetime.timedelta(1), today, "span") if meaning.span else days.day(today))

    @_place.register
    def _(self, meaning: DayPart, setting: Setting) -> Placed:
        placed = self._same_day(setting)
        if not (meaning.night and setting.over and placed.days):
            return placed
        return at(Days(placed.days.first - datetime.timedelta(1), placed.days.last, "span"))

    @_place.register
    def _(self, meaning: Clock, setting: Setting) -> Placed:
        return self._same_day(setting)

    def _same_day(self, setting: Setting) -> Placed:
        if self.told and self.told.grain == "day" and setting.sentence - self.sentence <= NEAR:
            return at(self.told)
        if self.narrative or not self.published:
            return unplaced("no day named" if self.published else NO_PUBLICATION)
        return at(days.day(self.published))

    @_place.register
    def _(self, meaning: Duration, setting: Setting) -> Placed:
        start = self.told or self.anchor
        if not meaning.count:
            here = start if setting.limit else self.anchor if meaning.step else None
            return at(here) if here and meaning.unit in ("TH", "TM") else unplaced(OPEN)
        if setting.limit and start:
            return shifted(meaning.unit, meaning.count, start, exact=True)
        if self.anchor and (meaning.step or setting.perfect):
            return self._reach(meaning, self.anchor, setting.inclusive and not meaning.step)
        return Placed(period(meaning))

    @staticmethod
    def _reach(meaning: Duration, anchor: Days, inclusive: bool) -> Placed:
        if meaning.unit in ("TH", "TM", "TS"):
            return at(anchor)
        return at(reaching(meaning, anchor, inclusive))
