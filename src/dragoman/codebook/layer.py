"""One codebook file as it is written: any of the sections below, closed against mistyped keys."""

from typing import Any, Literal

from pydantic import Field, field_validator

from dragoman.codebook.claimtype import Example, NearMiss, Part
from dragoman.codebook.rule import SCHEMES
from dragoman.codebook.trigger import Need, Pos, Weight, expand, parse_args
from dragoman.model import Factuality, Phase


class TypeEntry(Part):
    """`[types.NAME]`: what a type covers, with examples and near misses."""

    family: str | None = None
    covers: str | None = None
    symmetric: bool = False
    speech_act: bool = False
    holds: Literal["act", "state"] = "act"
    examples: list[Example] = Field(default_factory=list)
    near_misses: list[NearMiss] = Field(default_factory=list)

    def given(self) -> dict[str, Any]:
        """The keys that the file gives."""
        values = {name: getattr(self, name) for name in self.model_fields_set}
        return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


class Frame(Part):
    """`[[frames]]`: wordings of one type that share part of speech, arguments and all the rest."""

    type: str
    pos: Pos
    words: list[str] = Field(min_length=1)
    args: str = ""
    needs: str = ""
    means: str | None = None
    weight: Weight = "strong"
    sense: str | None = None
    phase: Phase | None = None

    @field_validator("words")
    @classmethod
    def _words_are_words(cls, words: list[str]) -> list[str]:
        if empty := [text for text in words if not text.strip() or not all(all(r) for r in expand(text))]:
            raise ValueError(f"{empty[0]!r} is no wording")
        return words

    @field_validator("args")
    @classmethod
    def _args_are_read(cls, args: str) -> str:
        parse_args("verb", args)
        return args

    @field_validator("needs")
    @classmethod
    def _needs_are_read(cls, needs: str) -> str:
        for part in needs.split():
            Need.parse(part)
        return needs


class LightVerbFrame(Part):
    """`[[light_verbs]]`: verbs that lend event nouns their arguments."""

    words: list[str] = Field(min_length=1)
    link: Literal["obj", "subj"] = "obj"
    args: str = ""
    phase: Phase | None = None
    sense: str | None = None


class MeansEntry(Part):
    """`[means.NAME]`: words that tell a means and the types it goes with."""

    words: list[str] = Field(min_length=1)
    types: list[str] = Field(min_length=1)


class RuleEntry(Part):
    """`[[codes.SCHEME]]`: conditions and the code; conditions left out hold always."""

    type: list[str] | None = None
    factuality: list[Factuality] | None = None
    phase: list[Literal["start", "end", "none"]] | None = None
    means: list[str] | None = None
    by: list[str] | None = None
    to: list[str] | None = None
    terms: list[str] | None = None
    sense: list[str] | None = None
    foreign: bool | None = None
    words: list[str] | None = None
    code: str | None = None
    mode: str | None = None

    def conditions(self) -> dict[str, Any]:
        """The conditions that the file gives."""
        return {name: getattr(self, name) for name in sorted(self.model_fields_set - {"code", "mode"})}


class Layer(Part):
    """A codebook file."""

    types: dict[str, TypeEntry] = Field(default_factory=dict)
    frames: list[Frame] = Field(default_factory=list)
    light_verbs: list[LightVerbFrame] = Field(default_factory=list)
    means: dict[str, MeansEntry] = Field(default_factory=dict)
    noun_classes: dict[str, list[str]] = Field(default_factory=dict)
    codes: dict[str, list[RuleEntry]] = Field(default_factory=dict)

    @field_validator("codes")
    @classmethod
    def _schemes_are_known(cls, codes: dict[str, list[RuleEntry]]) -> dict[str, list[RuleEntry]]:
        if unknown := set(codes) - set(SCHEMES):
            raise ValueError(f"no scheme is called {min(unknown)!r}: there are {', '.join(SCHEMES)}")
        return codes
