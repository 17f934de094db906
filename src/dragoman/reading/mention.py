"""Mentions as the steps of the reading hand them on: spans of the parsed text with what was made of them.

Offsets `start:end` count characters of the text, `first:stop` tokens of the parse, `root` is the token that heads
the mention. The records of `model` are made from these at the end of the way.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Self

from spacy.tokens import Doc, Span

from dragoman.model import FigureWhat, PlaceRole, TimeRole

ActorForm = Literal["name", "description", "pronoun", "demonym", "place"]
TimeKind = Literal["date", "time", "duration", "set"]


def tokens_at(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The tokens `first:stop` that cover the characters `start:end`.

    Found by halving: spaCy's own `Doc.char_span` walks through all sentences, which makes many mentions of a long
    text quadratic.
    """
    first = max(bisect_right(doc, start, key=lambda token: token.idx) - 1, 0)
    stop = bisect_left(doc, end, lo=first, key=lambda token: token.idx)
    if not first < stop:
        raise ValueError(f"no token at {start}:{end}")
    return first, stop


def head_of(doc: Doc, first: int, stop: int) -> int:
    """The token of `first:stop` whose head lies outside, the one nearest to the root of its sentence if several."""
    outer = [i for i in range(first, stop) if doc[i].head.i == i or not first <= doc[i].head.i < stop]
    if len(outer) == 1:
        return outer[0]
    return min(outer, key=lambda i: (sum(1 for _ in doc[i].ancestors), doc[i].dep_ == "det"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Characters of the text, the tokens that cover them and the token that heads them."""

    start: int
    end: int
    text: str
    first: int
    stop: int
    root: int

    @classmethod
    def over(cls, span: Span, **fields: object) -> Self:
        """The mention that covers a spaCy span."""
        return cls(
            start=span.start_char,
            end=span.end_char,
            text=span.text,
            first=span.start,
            stop=span.end,
            root=span.root.i,
            **fields,
        )

    @classmethod
    def between(cls, doc: Doc, start: int, end: int, **fields: object) -> Self:
        """The mention of the characters `start:end`, which need not keep to token borders."""
        first, stop = tokens_at(doc, start, end)
        covered = doc[first:stop]
        offset = covered.start_char
        return cls(
            start=start,
            end=end,
            text=covered.text_with_ws[start - offset : end - offset],
            first=first,
            stop=stop,
            root=head_of(doc, first, stop),
            **fields,
        )

    def overlaps(self, other: "Mention") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Mention):
    """A time expression; `text` keeps its preposition, `bare` is where the TIMEX proper begins (characters).

    `deadline` says that a deadline cue governs it ("until", "by", "within", "have until"). `clock` is the time of day
    as told (hh:mm, with the distance from UTC where a zone is named). `event` is the value of the time of what it
    counts from: in "on Friday, two days after the vote" that of the vote.
    """

    bare: int
    kind: TimeKind
    value: str | None
    role: TimeRole
    earliest: str | None
    latest: str | None
    inferred: bool = False
    deadline: bool = False
    reason: str | None = None
    clock: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Mention):
    """A named place as resolved; `place` is the gazetteer's id or null with a `reason`."""

    place: str | None = None
    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    score: float | None = None
    feature: str | None = None
    relation: PlaceRole | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention(Mention):
    """Somebody who may act, speak or suffer.

    `form` says how: by name, description ("the group"), pronoun, demonym ("Russian" in "Russian jets") or a place
    that stands for a government. `actor` is the register's id; kind as in the register, or "described".
    `country` is an ISO 3166 code where known; `side` the register id of those the text ties it to ("pro-government").
    """

    form: ActorForm
    actor: str | None = None
    name: str | None = None
    kind: str | None = None
    private: bool = False
    country: str | None = None
    side: str | None = None
    plural: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMention(Mention):
    """A count; `noun` is the token counted ("civilians"), `what` its sort before any claim is known, or null."""

    value: int | None
    low: int | None = None
    high: int | None = None
    what: FigureWhat | None = None
    noun: int | None = None
    cumulative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionMention:
    """An act of saying: who (`source`), the cue and what is said, each as character ranges.

    `speaker` is the mention that the source resolves to (after coreference), `cue_lemma` the cue's head and
    `cue_class` its class in the cue lexicon; `outer` is the index of the attribution that this one stands in.
    `frame` is how the content is given: that, to, ing, np, quote, clause or a preposition. `commitment` is null where
    the act of saying is itself denied ("has not said").
    """

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    speaker: tuple[ActorMention, ...] = ()
    said: tuple[ActorMention | None, ...] = ()
    cue_token: int | None = None
    cue_lemma: str | None = None
    cue_class: str | None = None
    commitment: str | None = None
    frame: str | None = None
    outer: int | None = None
    time: TimeMention | None = None


@dataclass(slots=True)
class Chain:
    """Mentions of the same thing in the order of the text; `basis` says what each link rests on."""

    mentions: list[Mention] = field(default_factory=list)
    basis: list[str] = field(default_factory=list)


Referents = Mapping[int, Mention]
"""Root token of a pronoun or description to the named mention that it stands for."""
