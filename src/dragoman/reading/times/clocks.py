"""Rules for clock times and parts of the day."""

from dragoman.reading.times.dates import number, told
from dragoman.reading.times.expression import Clock, DayPart, Deictic, Expression, Step
from dragoman.reading.times.rule import Groups, Rule

ZONE = "(?: open? {zone:zone} close? | (?:other|local)? time | local)?"


def clock(groups: Groups) -> Expression | None:
    """ "6.30 p.m.", "7 pm", "14:58 UTC", "0530"."""
    hour, minute = number(groups, "hour") or 0, number(groups, "minute") or 0
    if "military" in groups:
        hour, minute = divmod(number(groups, "military") or 0, 100)
    half = groups.get("meridiem") or groups.get("part")
    if half:
        if hour > 12:
            return None
        hour = hour % 12 + int(half.meaning)
    zone = float(groups["zone"].meaning) if "zone" in groups else None
    return Clock(hour, minute, zone) if hour <= 24 and minute < 60 else None


def part(groups: Groups) -> Expression:
    """ "at dawn", "last night", "that evening", "the next morning"."""
    if "step" not in groups:
        return DayPart(night=groups["part"].kind == "night") if "part" in groups else DayPart()
    step = number(groups, "step") or 0
    if told(groups) or step > 0:
        return Step("D", step, "told")
    return Deictic(step)


def small_hours(groups: Groups) -> Expression:
    """ "the early hours"."""
    return DayPart()


RULES = (
    Rule(f"{{hour:day|number|cardinal}} (?:(?:colon|dot) {{minute:day|number}})? {{meridiem:meridiem}} {ZONE}", clock),
    Rule(f"{{hour:day|number}} colon {{minute:day|number}} (?:colon (?:day|number))? {ZONE}", clock),
    Rule("(?<=at_about) {hour:day} dot {minute:day|number} (?!other|dot|unit)", clock),
    Rule(f"(?<=at) {{military:number4|year}} unit? {ZONE}", clock),
    Rule(f"(?<=at approximate) {{military:number4|year}} unit? {ZONE}", clock),
    Rule("{military:number4|year} (?: local | time | {zone:zone})", clock),
    Rule("{hour:day|cardinal} in the {part:part}", clock),
    Rule("{hour:day|cardinal} clock clock", clock),
    Rule("{hour:day|cardinal} clock quote clock", clock),
    Rule("the? edge? {part:daypart} unit", part),
    Rule("the (?:edge|ordinal) unit (?!of)", small_hours),
    Rule("ordinal light", part),
    Rule("the? (?: {step:deixis} telling?)? {part:daypart}", part),
)
