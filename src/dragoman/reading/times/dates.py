"""Rules for dates that name their day, month, year, season or holiday."""

from dragoman.reading.times.expression import (
    Ambiguous,
    Calendar,
    Expression,
    Holiday,
    Portion,
    Season,
    Step,
    Stretch,
    Weekday,
    WeekOf,
)
from dragoman.reading.times.rule import Groups, Rule

DAY_AND_MONTH = "the? {day:dayno} of? the? {month:month}"
MONTH_AND_DAY = "{month:month} the? {day:dayno}"
WEEKDAY = "(?:weekday comma? (?:the)?)?"
YEAR = "comma? (?:of|in)? {year:year|farther}"
SHORT_YEAR = "comma? quote {short:day|number}"
YEAR_STEP = "comma? (?:of|in)? the? {step:deixis} {unit:unit}"


def number(groups: Groups, label: str) -> int | None:
    """The whole number that a group stands for, if the group is there."""
    return int(groups[label].meaning) if label in groups else None


def told(groups: Groups) -> bool:
    """Whether a step counts from the time told before ("that year") and not from publication ("this year")."""
    return "step" in groups and groups["step"].kind == "telling"


def in_year(groups: Groups) -> bool:
    """Whether a step that follows counts in years ("May this year")."""
    return "unit" not in groups or groups["unit"].meaning == "Y"


def year_of(groups: Groups) -> int | None:
    """The year, before the year 1 counted as astronomers do."""
    year = number(groups, "year")
    before = "era" in groups and int(groups["era"].meaning) < 0
    return 1 - year if before and year is not None else year


def calendar(groups: Groups) -> Expression | None:
    """A date from the groups day, month, year, short, step and era."""
    if not in_year(groups):
        return None
    year, short = year_of(groups), number(groups, "short")
    if year and (number(groups, "until") or 12) < (number(groups, "month") or 0):
        year -= 1
    return Calendar(
        short if year is None else year,
        number(groups, "month"),
        number(groups, "day"),
        short=short is not None,
        step=number(groups, "step"),
        told=told(groups),
        of_year="unit" in groups,
    )


def figures(groups: Groups) -> Expression | None:
    """A date in figures with slashes or dots: the parts tell the order, or the date is ambiguous."""
    first, second = number(groups, "first") or 0, number(groups, "second") or 0
    short = groups["year"].kind != "year"
    year = number(groups, "year")
    if first > 12 >= second or first == second:
        return Calendar(year, second, first, short=short)
    if second > 12 >= first:
        return Calendar(year, first, second, short=short)
    return Ambiguous("ambiguous: day and month in figures can be read either way")


def decade(groups: Groups) -> Expression | None:
    """ "1930s", "the '90s", "the 470s BC"."""
    year = int(groups["decade"].meaning)
    if "era" in groups and int(groups["era"].meaning) < 0:
        return Stretch(-year - 8, -year + 1)
    if year < 100:
        year += 1900 if year >= 30 else 2000
    return Stretch(year, year + (99 if year % 100 == 0 else 9))


def century(groups: Groups) -> Expression | None:
    """ "the 19th century", "the 4th century BC"."""
    if groups["unit"].meaning != "century":
        return None
    nth = int(groups["nth"].meaning)
    if "era" in groups and int(groups["era"].meaning) < 0:
        return Stretch(-100 * nth + 1, -100 * (nth - 1))
    return Stretch(100 * (nth - 1), 100 * nth - 1)


def season(groups: Groups) -> Expression:
    """A season with its year or step."""
    return Season(number(groups, "season") or 1, year_of(groups), number(groups, "step"), told(groups))


def portion(groups: Groups) -> Expression | None:
    """A quarter or half of a year."""
    of, nth = groups["half"].meaning, groups["nth"]
    step = number(groups, "step")
    if not in_year(groups) or (of == "H" and nth.kind == "ordinal" and "unit" not in groups and "year" not in groups):
        return None
    which = int(nth.meaning) if nth.kind != "edge" else (4 if of == "Q" else 2)
    return Portion("Q" if of == "Q" else "H", which, number(groups, "year"), step, told(groups)) if which <= 4 else None


def portion_step(groups: Groups) -> Expression | None:
    """ "the last quarter"."""
    if groups["half"].meaning != "Q":
        return None
    return Step("Q", number(groups, "step") or 0, "told" if told(groups) else "published")


def week_of(groups: Groups) -> Expression | None:
    """ "the first week of March", "the last week in January 1990"."""
    nth = groups["nth"]
    if groups["unit"].meaning != "W":
        return None
    return WeekOf(
        -1 if nth.kind == "relative" else int(nth.meaning), number(groups, "month") or 1, number(groups, "year")
    )


def year_of_run(groups: Groups) -> Expression | None:
    """The second year of "1957-60"."""
    first, second = int(groups["first"].meaning), int(groups["second"].meaning)
    if second < 100:
        second += first - first % 100
    return Calendar(second) if first < second < first + 200 else None


def weekday(groups: Groups) -> Expression:
    """A bare day of the week or one with a step."""
    return Weekday(int(groups["weekday"].meaning), number(groups, "step"), told(groups))


def holiday(groups: Groups) -> Expression:
    """ "Christmas 1963", "last Ramadan", "Eid al-Fitr"."""
    return Holiday(str(groups["holiday"].meaning), number(groups, "year"), number(groups, "step"))


def monthday(groups: Groups) -> Expression | None:
    """ "the 28th of that month"."""
    return (
        Calendar(day=number(groups, "day"), step=number(groups, "step"), told=told(groups))
        if groups["unit"].meaning == "M"
        else None
    )


SECOND = "the? dayno? of? {until:month} dayno? comma? {year:year}"
LINK = "(?:to|and|bar|preposition)"
SHARED = (  # two dates that share their month or year: "20 to 22 October", "March 3 and 4", "January and May 1937"
    Rule(f"the? {{day:dayno}} (?= (?:{LINK}|comma) the? dayno of? {{month:month}} comma? {{year:year}}?)", calendar),
    Rule(f"(?<= {{month:month}} dayno {LINK}) {{day:dayno}} (?!month|number)", calendar),
    Rule(
        f"{{month:month}} {{day:dayno}}? (?= {LINK} the? dayno? of? {{until:month}} dayno? comma? {{year:year}})",
        calendar,
    ),
    Rule(f"{{day:dayno}} {{month:month}} (?= {LINK} the? dayno of? {{until:month}} comma? {{year:year}})", calendar),
    Rule("{year:year} (?= bar (?:year|day|number) (?!bar))", calendar),
    Rule("(?<= {first:year} bar) {second:day|number} (?!bar)", year_of_run),
)

RULES = (
    *SHARED,
    Rule("{year:year} hyphen {month:day|number} hyphen {day:day} (?!hyphen|day|number)", calendar),
    Rule("{first:day} slash {second:day} slash {year:year|day|number} (?!slash)", figures),
    Rule("{first:day} dot {second:day} dot {year:year} (?!dot)", figures),
    *(
        Rule(f"{WEEKDAY} {order} (?:{year})? {{era:era}}?", calendar)
        for order in (DAY_AND_MONTH, MONTH_AND_DAY)
        for year in (YEAR, SHORT_YEAR, YEAR_STEP)
    ),
    Rule("the {day:ordinal} of {month:month}", calendar),
    Rule(f"{{step:deixis}} {DAY_AND_MONTH}", calendar),
    Rule(f"{{step:deixis}} {MONTH_AND_DAY}", calendar),
    Rule(f"{{month:month}} (?:{YEAR})? {{era:era}}?", calendar),
    Rule(f"{{month:month}} {SHORT_YEAR}", calendar),
    Rule(f"{{month:month}} {YEAR_STEP}", calendar),
    Rule("the? {step:deixis} {month:month}", calendar),
    Rule("{day:dayno}? {month:month} {year:year|number|day} {era:era}", calendar),
    Rule("the? {season:season} of {year:year|number|day} {era:era}", season),
    Rule("{year:year|number|number4|day} {era:era}", calendar),
    Rule("{era:era} {year:year|number|number4}", calendar),
    Rule("{year:year}", calendar),
    Rule("the {unit:unit} {year:year|farther}", calendar),
    Rule("quote {short:number|day} (?!quote)", calendar),
    Rule("the? quote? {decade:decade} {era:era}?", decade),
    Rule("the? {nth:nth} {unit:unit} {era:era}?", century),
    Rule("the? {season:season} (?: comma? (?:of|in)? {year:year})?", season),
    Rule("{year:year} {season:season}", season),
    Rule("the? {step:deixis} {season:season}", season),
    Rule("the? {season:season} of {step:deixis} unit", season),
    Rule("the? {nth:nth|edge} hyphen? {half:half} (?:of {year:year})?", portion),
    Rule("the? {nth:nth|edge} hyphen? {half:half} of {step:deixis} {unit:unit}", portion),
    Rule("the? {step:deixis} {half:half}", portion_step),
    Rule("the? {nth:nth|relative} {unit:unit} (?:of|in) {month:month} (?:comma? {year:year})?", week_of),
    Rule("the? {holiday:holiday} (?:comma? {year:year})?", holiday),
    Rule("the? {step:deixis} {holiday:holiday}", holiday),
    Rule("{year:year} {holiday:holiday}", holiday),
    Rule("{weekday:weekday}", weekday),
    Rule("the? {step:deixis} {weekday:weekday}", weekday),
    Rule("the {day:dayth} of {step:deixis} {unit:unit}", monthday),
    Rule("(?<=before_day) the {day:dayth} (?!other|of)", calendar),
)
