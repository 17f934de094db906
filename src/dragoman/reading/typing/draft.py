"""A claim in the making: what the steps of the reading add to until the reader writes it down."""

from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Token

from dragoman.model import Commitment, Factuality, FigureWhat, Phase, PlaceRole, Relation, TermRole
from dragoman.reading.mention import ActorMention, FigureMention, Mention, PlaceMention, TimeMention


@dataclass(frozen=True, slots=True)
class Role:
    """An actor in a slot: the named mention, and the words used in the clause where they differ."""

    mention: ActorMention
    said: Mention | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a deal, demand or threat: characters, head token, role and the codebook type it speaks of.

    `by` owes it `to`, both as indexes of the claim's actors ("by.0").
    """

    start: int
    end: int
    head: int
    role: TermRole
    type: str | None = None
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()


@dataclass(slots=True)
class Draft:
    """A claim in the making; `start:end` are the characters of its evidence.

    `trigger` carries the meaning, `head` governs the predicate: of "gave an ultimatum" the noun and the verb.
    """

    trigger: Token
    head: Token
    type: str
    score: float
    start: int
    end: int
    by: list[Role] = field(default_factory=list)
    to: list[Role] = field(default_factory=list)
    places: list[tuple[PlaceMention, PlaceRole]] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    deadlines: list[TimeMention] = field(default_factory=list)
    figures: list[tuple[FigureMention, FigureWhat]] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    speakers: list[Role] = field(default_factory=list)
    commitment: Commitment | None = None
    factuality: Factuality = "happened"
    phase: Phase | None = None
    means: str | None = None
    sense: str | None = None
    links: list[tuple[Relation, "Draft"]] = field(default_factory=list)
    why: dict[str, Any] = field(default_factory=dict)
