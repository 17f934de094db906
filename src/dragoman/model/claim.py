"""A claim: one statement by one speaker, tied to the characters it was read from."""

from typing import Any, Literal

from pydantic import ConfigDict, Field

from dragoman.model.items import ActorItem, FigureItem, PlaceItem, TermItem, TimeItem
from dragoman.model.span import Record, Span, is_absent

Factuality = Literal["happened", "planned", "threatened", "demanded", "possible", "attempted", "denied"]
Phase = Literal["start", "end"]
Commitment = Literal["says", "claims", "confirms", "denies", "alleges"]
Relation = Literal["same", "denies", "responds", "updates", "part_of"]


class Extent(Record):
    """Offsets of a sentence; its text is the report's."""

    start: int
    end: int


class Link(Record):
    """How a claim stands to an earlier claim of the same report."""

    rel: Relation
    claim: str


class Codes(Record):
    """Other schemes' codes for a claim; null where the scheme has none."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    plover: str | None = None
    plover_mode: str | None = None
    acled: str | None = None
    cameo: str | None = None
    ucdp: str | None = None
    pax: str | None = None
    ceasefire: str | None = None


class Claim(Record):
    """One statement that something happened, holds, is planned, demanded, threatened or did not happen."""

    id: str
    type: str
    evidence: Span
    sentence: Extent
    by: list[ActorItem]
    to: list[ActorItem]
    place: list[PlaceItem]
    time: list[TimeItem]
    deadline: list[TimeItem]
    speaker: list[ActorItem]
    factuality: Factuality
    phase: Phase | None
    means: str | None
    figures: list[FigureItem]
    terms: list[TermItem]
    loaded: list[str]
    commitment: Commitment | None
    links: list[Link]
    same_as: str | None
    codes: Codes
    why: dict[str, Any] | None = Field(default=None, exclude_if=is_absent)
