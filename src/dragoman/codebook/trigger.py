"""Triggers: the words that carry a happening, with the pattern that says where its roles stand."""

from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.model import Phase

Pos = Literal["verb", "noun", "adj", "phrase"]
Weight = Literal["strong", "weak"]
Slot = Literal["by", "to", "place", "figure", "terms"]
Function = Literal[
    "subj",
    "obj",
    "iobj",
    "of",
    "by",
    "with",
    "against",
    "between",
    "from",
    "to",
    "into",
    "in",
    "at",
    "on",
    "over",
    "under",
    "along",
    "among",
    "through",
    "via",
    "for",
    "poss",
    "mod",
    "comp",
    "head",
    "stem",
]
Args = tuple[tuple[Slot, tuple[Function, ...]], ...]

SLOTS = frozenset(get_args(Slot))
FUNCTIONS = frozenset(get_args(Function))
DEFAULT_ARGS: dict[Pos, Args] = {
    "verb": (("by", ("subj", "by")), ("to", ("obj",))),
    "noun": (("by", ("poss", "by", "mod")), ("to", ("of", "against", "on"))),
    "adj": (("by", ("stem", "by")), ("to", ("head",))),
    "phrase": (("by", ("subj",)), ("to", ("obj",))),
}


@dataclass(frozen=True, slots=True, order=True)
class Need:
    """A constraint: one of the words at `function` is of one of the noun classes."""

    function: str
    classes: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> "Need":
        """Read "obj:place|town"; a ValueError names what is wrong."""
        function, colon, classes = text.partition(":")
        if function not in FUNCTIONS or not colon or not classes:
            raise ValueError(f"{text!r} is no need: write function:class, as in obj:place")
        return cls(function, tuple(classes.split("|")))


@dataclass(frozen=True, slots=True)
class Trigger:
    """One wording of one type.

    `words` are lemmas in order; a first word "*-" stands for the free part of a hyphenated word ("*-held"). `strong`
    words nearly always mean the type in reports on conflict, `weak` ones only with fitting arguments. `args` gives for
    each slot the grammatical functions that fill it, best first; `sense` is a finer sort for the rules to codes.
    """

    words: tuple[str, ...]
    pos: Pos
    type: str
    args: Args
    means: str | None = None
    weight: Weight = "strong"
    needs: tuple[Need, ...] = ()
    sense: str | None = None
    phase: Phase | None = None

    @property
    def text(self) -> str:
        """The words with spaces between."""
        return " ".join(self.words)

    @property
    def key(self) -> tuple[tuple[str, ...], Pos, str, tuple[Need, ...]]:
        """What makes a trigger the same trigger when a user's file is laid over."""
        return (self.words, self.pos, self.type, self.needs)


def parse_args(pos: Pos, text: str) -> Args:
    """The defaults of the part of speech with "slot:function …" laid over; "slot:-" empties a slot."""
    slots: dict[Slot, list[Function]] = {slot: list(functions) for slot, functions in DEFAULT_ARGS[pos]}
    named: set[str] = set()
    for part in text.split():
        slot, _, function = part.partition(":")
        if slot not in SLOTS or function not in {*FUNCTIONS, "-"}:
            raise ValueError(f"{part!r} is no argument: write slot:function, as in to:obj")
        if slot not in named:
            slots[slot] = []  # type: ignore[index]
            named.add(slot)
        if function != "-":
            slots[slot].append(function)  # type: ignore[index, arg-type]
    return tuple((slot, tuple(functions)) for slot, functions in slots.items() if functions)


def expand(words: str) -> list[tuple[str, ...]]:
    """Every reading of "lay|put down arms|weapon": one tuple of lemmas for each choice."""
    readings: list[tuple[str, ...]] = [()]
    for word in words.split():
        readings = [(*reading, choice) for reading in readings for choice in word.split("|")]
    return readings
