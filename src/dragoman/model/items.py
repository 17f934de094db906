"""The parts of a claim: who, where, when, how many, under which terms."""

from typing import Literal

from pydantic import Field

from dragoman.model.span import Span, is_absent

PlaceRole = Literal["at", "from", "to", "via", "near"]
TimeRole = Literal["at", "since", "until", "by", "during", "before", "after"]
TermRole = Literal["option", "or_else", "obligation", "content"]
FigureWhat = Literal[
    "killed",
    "injured",
    "missing",
    "detained",
    "abducted",
    "displaced",
    "evacuated",
    "returned",
    "surrendered",
    "residents",
    "fighters",
    "released",
    "protesters",
    "other",
]


class ActorItem(Span):
    """A named mention of an actor; `said` is the pronoun or description used in the clause where that differs.

    `actor` is the register's id and `name` its neutral name, both null where the register has none (`reason` says
    why). `private` marks victims, witnesses and bystanders: they have neither. `level` counts speakers outwards
    from the nearest (0) and is null elsewhere.
    """

    said: Span | None = None
    actor: str | None
    name: str | None
    kind: str | None = None
    private: bool
    level: int | None = Field(default=None, ge=0, exclude_if=is_absent)
    reason: str | None = None


class DescribedItem(Span):
    """What the text gives of an actor that it does not name: kind, country (ISO 3166) and side (a register id)."""

    kind: str
    country: str | None
    side: str | None
    reason: str | None


DESCRIBED = "described, not named"
"""The reason of a place or an actor that a report describes and doesn't name ("the airport", "their families")."""


class PlaceItem(Span):
    """A place, named or described; latitude and longitude in degrees (WGS 84), `radius_km` the extent of one named."""

    said: Span | None = None
    role: PlaceRole = "at"
    place: str | None
    name: str | None = None
    country: str | None = None
    lat: float | None
    lon: float | None
    radius_km: float | None = None
    score: float | None = None
    reason: str | None


class TimeItem(Span):
    """A time expression with its EDTF `value`; `earliest` and `latest` are ISO days (inclusive)."""

    value: str | None
    role: TimeRole
    earliest: str | None
    latest: str | None
    inferred: bool = False
    reason: str | None


class FigureItem(Span):
    """A count of people or units; `of` names side or group, `cumulative` marks a running total."""

    value: int | None
    low: int | None
    high: int | None
    what: FigureWhat
    of: str | None = None
    cumulative: bool = False


class TermItem(Span):
    """A term of a deal, ultimatum, demand or threat; `by` owes `to`, both indexes such as "by.0" of the claim."""

    role: TermRole
    type: str | None = None
    by: list[str] = Field(default_factory=list)
    to: list[str] = Field(default_factory=list)
