"""A reading: a report and the claims found in it, one line of `dragoman read --json`."""

from collections.abc import Iterator
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dragoman.model.claim import Claim
from dragoman.model.items import ActorItem, DescribedItem, FigureItem, PlaceItem, TimeItem
from dragoman.model.report import ReadReport
from dragoman.model.span import Record, Span, is_absent

Parts = Span | list[Span] | None


class Attribution(Record):
    """Source, cue and content of one act of saying; `time` is when it was said."""

    source: Parts
    cue: Parts
    content: Parts
    time: TimeItem | None = None


class Mentions(Record):
    """Every mention found, resolved or not; chains hold mentions of the same thing.

    `described` holds the country and side of unnamed actors, as far as the text gives them.
    """

    actors: list[ActorItem] = Field(default_factory=list)
    described: list[DescribedItem] = Field(default_factory=list)
    places: list[PlaceItem] = Field(default_factory=list)
    times: list[TimeItem] = Field(default_factory=list)
    figures: list[FigureItem] = Field(default_factory=list)
    chains: list[list[Span]] = Field(default_factory=list)


class Reading(Record):
    """A report read: stamped with the versions and hashes of all that the result depends on."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    format: Literal[1] = Field(default=1, alias="schema")
    dragoman: str
    model: str
    codebook: str
    register_: str = Field(alias="register")
    gazetteer: str
    report: ReadReport
    claims: list[Claim]
    mentions: Mentions | None = Field(default=None, exclude_if=is_absent)
    attributions: list[Attribution] | None = Field(default=None, exclude_if=is_absent)
    warnings: list[str]

    @model_validator(mode="after")
    def _spans_hold_their_text(self) -> Self:
        text = self.report.text
        for part in (self.claims, self.mentions, self.attributions):
            for span in _spans(part):
                if not span.stands_in(text):
                    raise ValueError(f"span {span.start}:{span.end} does not hold {span.text!r}")
        return self

    def to_json(self) -> str:
        """One compact JSON object in the form of the contract; layers only where they were asked for."""
        return self.model_dump_json(by_alias=True, exclude=_WHY if self.mentions is None else None)


_WHY: dict[str, Any] = {"claims": {"__all__": {"why"}}}


def _spans(part: object) -> Iterator[Span]:
    if isinstance(part, Span):
        yield part
    inner = part.__dict__.values() if isinstance(part, BaseModel) else part if isinstance(part, list) else ()
    for item in inner:
        if isinstance(item, BaseModel | list):
            yield from _spans(item)
