"""The word lists of the recognition, read once from the TOML files beside the code."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Lexicon:
    """Head nouns by kind, and the small classes; all words are lower-case lemmas."""

    kind_of: Mapping[str, str]
    modifier_kind: Mapping[str, str]
    side: Mapping[str, str]
    partitive: frozenset[str]
    collective: frozenset[str]
    nominal: frozenset[str]
    pronoun: frozenset[str]
    office: frozenset[str]
    member: frozenset[str]
    stopped: frozenset[str]
    locative: frozenset[str]
    speech_noun: frozenset[str]
    domestic: frozenset[str]
    bare: frozenset[str]
    foreign: frozenset[str]
    sure: frozenset[str]
    munition: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The word lists."""
    nouns, words = _toml("nouns.toml"), _toml("words.toml")
    return Lexicon(
        kind_of=_turned(nouns),
        modifier_kind=_turned(words["modifier"]),
        side=_turned(words["side"]),
        **{name: frozenset(words[name]) for name in Lexicon.__dataclass_fields__ if isinstance(words.get(name), list)},
    )


def _toml(name: str) -> dict[str, Any]:
    with (_HERE / name).open("rb") as file:
        return tomllib.load(file)


def _turned(table: Mapping[str, list[str]]) -> dict[str, str]:
    """Word to the first heading that lists it."""
    out: dict[str, str] = {}
    for heading, words in table.items():
        for word in words:
            out.setdefault(word, heading)
    return out
