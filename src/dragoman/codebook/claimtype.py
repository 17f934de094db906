"""Claim types: what each covers, and examples that hold a reader to it."""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.model import Factuality, FigureWhat, Phase, PlaceRole


class Part(BaseModel):
    """Base of the parts of a codebook file: closed, so that a mistyped key is found."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ExpectedPlace(Part):
    """A place that a claim must have."""

    text: str
    role: PlaceRole = "at"


class ExpectedFigure(Part):
    """A figure that a claim must have."""

    text: str
    what: FigureWhat


class Expected(Part):
    """A claim that a reader must find in an example; fields left out are not looked at."""

    type: str | None = None
    evidence: str
    by: list[str] | None = None
    to: list[str] | None = None
    place: list[ExpectedPlace] | None = None
    time: list[str] | None = None
    speaker: list[str] | None = None
    figures: list[ExpectedFigure] | None = None
    factuality: Factuality = "happened"
    phase: Phase | None = None
    means: str | None = None


class Example(Part):
    """A sentence with the claims that it makes."""

    text: str
    published: str | None = None
    claims: list[Expected] = Field(min_length=1)


class NearMiss(Part):
    """A sentence that looks like the type and must not give a claim of it."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class ClaimType:
    """A type of the codebook; `symmetric` types have all sides in `by`, `speech_act` ones are done by saying them.

    `holds` is "state" for what lasts until it is contradicted, "act" for what happens.
    """

    name: str
    family: str
    covers: str
    symmetric: bool = False
    speech_act: bool = False
    holds: Literal["act", "state"] = "act"
    examples: tuple[Example, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
