"""Rules for times told from another time: "last week", "two days earlier", "the same day", and for lengths of time."""

from typing import cast

from dragoman.reading.times.dates import calendar, number, season, told
from dragoman.reading.times.expression import (
    Deictic,
    Duration,
    Expression,
    Recurring,
    Shift,
    Step,
    Tense,
    Unit,
    Vague,
)
from dragoman.reading.times.rule import Groups, Rule

APPROXIMATE = "(?:approximate|over|compare than)*"
COUNT = f"a? {APPROXIMATE} a? {{count:count}} (?:of the?)? (?:hyphen)?"
EVENT = "(?=other|the|a|telling|compare|cardinal|recurring)"
CLOCK_UNITS = ("TH", "TM", "TS")


def unit(groups: Groups) -> Unit:
    """The unit of time that the group names; a night counts as its day."""
    lexeme = groups["unit"]
    return cast(Unit, {"night": "D", "part": "D", "weekend": "weekend"}.get(lexeme.kind, lexeme.meaning))


def count(groups: Groups) -> float | None:
    """How many; None where the words leave it open."""
    if "count" not in groups:
        return None
    return (float(groups["count"].meaning) or 0) + (0.5 if "half" in groups else 0) or None


def step(groups: Groups) -> Expression | None:
    """ "last week", "the following day", "this year"."""
    size = unit(groups)
    if size in CLOCK_UNITS:
        return Vague("present") if number(groups, "step") == 0 else None
    if groups["unit"].kind == "night" and not told(groups) and number(groups, "step") == 0:
        return Deictic(0)
    return Step(size, number(groups, "step") or 0, "told" if told(groups) else "published")


def within(groups: Groups) -> Expression | None:
    """ "later this year", "earlier in the day": the unit itself."""
    if "step" in groups:
        return step(groups)
    size = unit(groups)
    return None if size in CLOCK_UNITS else Step(size, 0, "either")


def ago(groups: Groups) -> Expression:
    """ "two days ago"."""
    return Shift(unit(groups), count(groups), int(groups["sign"].meaning), "published")


def later(groups: Groups) -> Expression:
    """ "two days earlier", "a month later", "three weeks after"."""
    return Shift(unit(groups), count(groups), int(groups["sign"].meaning), "told")


def adjacent(groups: Groups) -> Expression:
    """ "the day before", "the night after", "the week before"."""
    sign = int(groups["sign"].meaning)
    if unit(groups) in ("W", "M", "Y"):
        return Step(unit(groups), sign, "told")
    return Shift(unit(groups), 1, int(groups["sign"].meaning), "told")


def adjacent_event(groups: Groups) -> Expression:
    """ "the day after the vote"."""
    return Shift(unit(groups), 1, int(groups["sign"].meaning), "told", event=True)


def event(groups: Groups) -> Expression:
    """ "two days after the vote"."""
    return Shift(unit(groups), count(groups), int(groups["sign"].meaning), "told", event=True)


def duration(groups: Groups) -> Expression | None:
    """ "three months", "the past two years", "10-day"."""
    many = count(groups)
    if groups["unit"].kind == "weekend" or ("count" not in groups and number(groups, "step") == 0):
        return None
    if "step" in groups and "count" not in groups:
        many = 1
    return Duration(unit(groups), many, number(groups, "step"))


def whole(groups: Groups) -> Expression | None:
    """ "the year", "the day": the one that is told of."""
    size = unit(groups)
    return Step(size, 0, "either") if size in ("D", "Y", "M") else None


def weekend(groups: Groups) -> Expression:
    """ "the weekend": the one that the clause leans to."""
    return Step("weekend", 0, "published")


def vague(groups: Groups) -> Expression:
    """ "now", "recently", "the future"."""
    return Vague(cast(Tense, groups["word"].meaning))


def vague_present(groups: Groups) -> Expression:
    """ "the same time", "this period"."""
    return Vague("present")


def past(groups: Groups) -> Expression | None:
    """ "the past"."""
    return Vague("past") if groups["past"].meaning == -1 else None


def deictic(groups: Groups) -> Expression:
    """ "today", "yesterday", "overnight"."""
    days = int(groups["day"].meaning)
    return Deictic(0, span=True) if days == 9 else Deictic(days)


RULES = (
    Rule(f"the {{unit:period}} {{sign:before}} {EVENT}", adjacent_event),
    Rule(f"{COUNT} {{unit:period}} {{sign:before}} {EVENT}", event),
    Rule("(?<=for) the {step:reaching} {unit:unit}", duration),
    Rule("(?<=over) the? {step:reaching} {unit:unit}", duration),
    Rule("the? {step:deixis} telling? {unit:period}", step),
    Rule("the? {later:later} (?:on|in|of)? the? {step:deixis}? telling? {unit:period} (?!ago|later|before)", within),
    Rule("{later:later} (?:on|in) the {unit:period}", within),
    Rule("the {unit:unit} (?!day|number|number4|year|farther|figure)", whole),
    Rule("the weekend", weekend),
    Rule("the? deixis telling? time (?!other)", vague_present),
    Rule("the? deixis telling? moment", vague_present),
    Rule("(?<=at) the time (?!other|of)", vague_present),
    Rule("the {word:adjective}", vague),
    Rule("{word:adjective} {unit:unit}?", vague),
    Rule("the {past:reaching} (?!other|unit|count|of|hyphen)", past),
    Rule(f"{COUNT} {{unit:period}} (?: and a {{half:half}})? {{sign:ago}}", ago),
    Rule(f"{APPROXIMATE} {{unit:period}} {{sign:ago}}", ago),
    Rule(f"{COUNT} {{unit:period}} {{sign:later|before}}", later),
    Rule(f"{APPROXIMATE} {{unit:period}} {{sign:later}}", later),
    Rule("the {unit:period|part} {sign:before}", adjacent),
    Rule("the {unit:unit} before {day:deictic}", lambda groups: Deictic(int(groups["day"].meaning) - 1)),
    Rule("later? {day:deictic}", deictic),
    Rule("{later:later} in the? {season:season}", season),
    Rule("{later:later} in {year:year}", calendar),
    Rule(f"the? {{step:relative|reaching}} {COUNT} {{unit:period}}", duration),
    Rule(f"{COUNT} {{unit:period}} (?: and a {{half:half}})?", duration),
    Rule(f"{COUNT} and a {{half:half}} {{unit:period}}", duration),
    Rule("(?<=before_length) the? {step:relative|reaching}? {unit:unit} (?!hyphen)", duration),
    Rule(
        "every {count:count|ordinal|other}? (?:unit|part|night|weekend|weekday|month|season)",
        lambda groups: Recurring(),
    ),
    Rule("{word:recurring}", lambda groups: Recurring()),
    Rule("compare? {word:vague}", vague),
)
