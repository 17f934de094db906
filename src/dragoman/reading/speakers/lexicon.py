"""The cue lexicon: words that introduce what somebody says, thinks, wants or denies, and what they do to it."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

Part = Literal["verb", "noun", "adverb", "adjective", "phrase"]
FRAMES = frozenset({"that", "to", "ing", "quote", "np", "so", "whom", "claim", "by", "colon"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of the lexicon; `factuality`, `commitment` and `type` are null where the cue changes nothing.

    `word` is the lemma, `tail` the particles or prepositions that belong to it ("point" + "out").
    """

    word: str
    tail: tuple[str, ...]
    part: Part
    cls: str
    frames: frozenset[str]
    factuality: str | None
    commitment: str | None
    type: str | None

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions that may introduce the content."""
        return frozenset(frame.removesuffix(":np") for frame in self.frames - FRAMES)


Rows = Mapping[str, tuple[Cue, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The rows by part of speech and first word."""

    verbs: Rows
    nouns: Rows
    adverbs: Rows
    adjectives: Rows
    phrases: Rows

    def __iter__(self) -> Iterator[Cue]:
        for rows in (self.verbs, self.nouns, self.adverbs, self.adjectives, self.phrases):
            for cues in rows.values():
                yield from cues

    def classes(self) -> frozenset[str]:
        """Every class of the lexicon."""
        return frozenset(cue.cls for cue in self)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon as shipped."""
    text = resources.files(__package__).joinpath("cues.tsv").read_text(encoding="utf-8")
    return parse(text)


@cache
def source_words(key: str) -> frozenset[str]:
    """A list of words around sources: `carriers`, `channels` or `media`."""
    text = resources.files(__package__).joinpath("sources.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[key])


def parse(text: str) -> Lexicon:
    """A lexicon from tab-separated rows; lines that begin with # are comments."""
    table: dict[str, dict[str, list[Cue]]] = defaultdict(lambda: defaultdict(list))
    for line in text.splitlines():
        if line and not line.startswith("#"):
            cue = _cue(line.split("\t"))
            table[cue.part][cue.word].append(cue)
    parts = ("verb", "noun", "adverb", "adjective", "phrase")
    return Lexicon(*({word: tuple(cues) for word, cues in table[part].items()} for part in parts))


def _cue(row: list[str]) -> Cue:
    cue, part, cls, frames, *effects = row
    word, *tail = cue.split(" ")
    kept = frozenset() if frames == "-" else frozenset(frames.split(","))
    factuality, commitment, kind = (None if value == "-" else value for value in effects)
    return Cue(word, tuple(tail), part, cls, kept, factuality, commitment, kind)  # type: ignore[arg-type]
