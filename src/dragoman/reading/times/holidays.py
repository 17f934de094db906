"""Religious and national days: names to dates, by fixed days, by Easter, by a weekday, or by a table of years."""

import calendar
import datetime
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from dragoman.reading.times.days import Days
from dragoman.reading.times.expression import Holiday
from dragoman.reading.times.lexicon import table

Span = tuple[datetime.date, datetime.date]
_JULIAN_LAG = 13


@lru_cache(maxsize=1)
def feasts() -> Mapping[str, list[Span]]:
    """The movable feasts of the table: name to first and last days in the order of years."""
    found: dict[str, list[Span]] = {}
    for line in files(__package__).joinpath("feasts.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, first, last = line.split("\t")
            found.setdefault(name, []).append((datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)))
    return found


@lru_cache(maxsize=1)
def names() -> re.Pattern[str]:
    """Every holiday's name as texts write it, with a capital."""
    known = {name for kind in table("holidays.toml").values() for name in kind} | set(feasts())
    either = "|".join(
        re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s") for name in sorted(known, reverse=True)
    )
    return re.compile(rf"\b(?=[A-Z])(?i:{either})(?!\w)")


def plain(name: str) -> str:
    """A name as the tables have it."""
    return " ".join(name.lower().replace("’", "'").split())


def holiday_days(meaning: Holiday, anchor: datetime.date | None, future: bool | None) -> Days | None:
    """The days of a holiday in its year, or those that the clause leans to; None where the tables don't know them."""
    if meaning.year is not None:
        spans = [span for span in occasions(meaning.name, meaning.year) if span[0].year == meaning.year]
    elif anchor is None:
        return None
    else:
        around = [span for year in (-1, 0, 1) for span in occasions(meaning.name, anchor.year + year)]
        lean = future if not meaning.step else meaning.step > 0
        spans = [min(around, key=lambda span: distance(span, anchor, lean))] if around else []
    if not spans:
        return None
    first, last = spans[0]
    return Days(first, last, "day" if first == last else "span")


def distance(span: Span, anchor: datetime.date, future: bool | None) -> tuple[bool, int]:
    """How far a holiday is from the anchor, those on the wrong side last."""
    first, last = span
    away = max((first - anchor).days, (anchor - last).days, 0)
    wrong = (future is True and last < anchor) or (future is False and first > anchor)
    return wrong, away


def occasions(name: str, year: int) -> Iterator[Span]:
    """The first and last days of a holiday in a year of our calendar."""
    tables = table("holidays.toml")
    if name in tables["fixed"]:
        yield _one(datetime.date.fromisoformat(f"{year:04d}-{tables['fixed'][name]}"))
    elif name in tables["easter"]:
        yield _one(easter(year) + datetime.timedelta(tables["easter"][name]))
    elif name in tables["orthodox_easter"]:
        yield _one(orthodox_easter(year) + datetime.timedelta(tables["orthodox_easter"][name]))
    elif name in tables["nth"]:
        yield _one(nth_weekday(year, *tables["nth"][name]))
    else:
        for feast in tables["feast"].get(name, [name]):
            yield from (span for span in feasts().get(feast, []) if span[0].year == year)


def _one(when: datetime.date) -> Span:
    return when, when


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date:
    """The nth such weekday of a month, or the last one for -1."""
    weeks = calendar.monthcalendar(year, month)
    found = [week[weekday] for week in weeks if week[weekday]]
    return datetime.date(year, month, found[nth - 1 if nth > 0 else nth])


def easter(year: int) -> datetime.date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's method)."""
    golden, century, rest = year % 19, year // 100, year % 100
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - correction + 15) % 30
    day = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * day) // 451
    month, index = divmod(moon + day - 7 * shift + 114, 31)
    return datetime.date(year, month, index + 1)


def orthodox_easter(year: int) -> datetime.date:
    """Easter Sunday of the Julian calendar as a Gregorian date, for 1900 to 2099 (Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    day = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, index = divmod(moon + day + 114, 31)
    return datetime.date(year, month, index + 1) + datetime.timedelta(_JULIAN_LAG)
