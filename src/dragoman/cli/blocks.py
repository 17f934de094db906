"""Blocks: one reading laid out for people, one block per claim."""

import re
from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.model import DESCRIBED, ActorItem, Claim, FigureItem, PlaceItem, Reading, TimeItem

FACTUALITY = {
    "attempted": "reported as attempted",
    "demanded": "reported as demanded",
    "denied": "reported as not so",
    "happened": "reported",
    "planned": "reported as planned",
    "possible": "reported as possible",
    "threatened": "reported as threatened",
}
PHASE = {"start": ", beginning", "end": ", ended"}
NOBODY = "nobody named"
IN_OWN_VOICE = "the report itself"

_SPACE = re.compile(r"\s+")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def blocks(reading: Reading, *, marks: bool = False) -> Iterator[RenderableType]:
    """The blocks of a reading; with `marks`, evidence stands between `**`, for where nothing can be underlined."""
    yield from _head(reading)
    for number, claim in enumerate(reading.claims, 1):
        yield Padding(_claim(number, claim, reading.report.text, marks), (1, 0, 0, 1))
    yield Text()


def _head(reading: Reading) -> Iterator[RenderableType]:
    report = reading.report
    yield Rule(Text(_safe(report.title or report.id), style="bold"), align="left")
    number = len(reading.claims)
    known = (report.publisher, report.published or "undated", report.id, f"{number} claim{'s' * (number != 1)}")
    yield Text(_safe(" · ".join(filter(None, known))), style="dim")
    for warning in reading.warnings:
        yield Text(f"! {_safe(warning)}", style="yellow")


def _claim(number: int, claim: Claim, text: str, marks: bool) -> RenderableType:
    block = Table.grid(padding=(0, 1))
    block.add_column(justify="right", style="dim", min_width=8)
    block.add_column(overflow="fold")
    heading = Text.assemble((claim.type, "bold"), f"  {FACTUALITY[claim.factuality]}{PHASE.get(claim.phase or '', '')}")
    block.add_row(str(number), heading)
    for name, value in _slots(claim):
        if value:
            block.add_row(name, Text(_safe(value)))
    block.add_row("", _sentence(claim, text, marks))
    for line in _unresolved(claim):
        block.add_row("?", Text(_safe(line), style="yellow"))
    return block


def _slots(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "who", f"{_actors(claim.by) or NOBODY} → {_actors(claim.to)}" if claim.to else _actors(claim.by) or NOBODY
    yield "how", claim.means or ""
    yield "where", ", ".join(map(_place, claim.place))
    yield "when", ", ".join(map(_time, claim.time))
    yield "deadline", ", ".join(map(_time, claim.deadline))
    yield "figures", ", ".join(map(_figure, claim.figures))
    yield "terms", "; ".join(f"{term.text} ({term.role.replace('_', ' ')})" for term in claim.terms)
    yield "says", _speakers(claim)


def _actors(items: Iterable[ActorItem]) -> str:
    return ", ".join(map(_actor, items))


def _actor(item: ActorItem) -> str:
    if item.private:
        return item.text if item.text[1:].islower() else "a private person"
    if item.name and item.name != item.text:
        return f"{item.name} (“{item.text}”)"
    return item.text


def _place(item: PlaceItem) -> str:
    role = "" if item.role == "at" else f"{item.role} "
    name = f" ({item.name})" if item.name and item.name != item.text else ""
    country = f" [{item.country}]" if item.country else ""
    return f"{role}{item.text}{name}{country}"


def _time(item: TimeItem) -> str:
    return f"{item.value} (“{item.text}”)" if item.value else f"“{item.text}”"


def _figure(item: FigureItem) -> str:
    return item.text if item.what == "other" or item.what in item.text else f"{item.text} {item.what}"


def _speakers(claim: Claim) -> str:
    if not claim.speaker:
        return IN_OWN_VOICE
    levels = sorted({item.level or 0 for item in claim.speaker})
    return ", told to ".join(_actors(item for item in claim.speaker if (item.level or 0) == level) for level in levels)


def _sentence(claim: Claim, text: str, marks: bool) -> Text:
    start, end = claim.sentence.start, claim.sentence.end
    first, last = max(claim.evidence.start, start), min(claim.evidence.end, end)
    mark = "**" if marks else ""
    before, evidence, after = _safe(text[start:first]), _safe(text[first:last]), _safe(text[last:end])
    return Text.assemble(
        ("“" + before, "italic"), (f"{mark}{evidence}{mark}", "bold underline"), (after + "”", "italic")
    )


def _unresolved(claim: Claim) -> list[str]:
    """A line a reason, with all that it keeps from being resolved."""
    items: list[ActorItem | PlaceItem | TimeItem] = [*claim.by, *claim.to, *claim.speaker]
    items += [place for place in claim.place if place.reason != DESCRIBED]
    items += [*claim.time, *claim.deadline]
    reasons: dict[str, dict[str, None]] = {}
    for item in items:
        if item.reason:
            reasons.setdefault(item.reason, {})[f"“{item.text}”"] = None
    return [f"{', '.join(words)}: {reason}" for reason, words in reasons.items()]


def _safe(text: str) -> str:
    """The text without what could steer a terminal or turn its reading order, on one line."""
    return _UNSAFE.sub("\ufffd", _SPACE.sub(" ", text))
