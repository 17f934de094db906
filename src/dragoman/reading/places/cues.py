"""The words that tell places from other names, out of the data files beside this module."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True)
class Cues:
    """Sets of lower-case words, by what they tell (see `data/cues.toml`)."""

    of_nouns: frozenset[str]
    division_nouns: frozenset[str]
    settlement_nouns: frozenset[str]
    area_nouns: frozenset[str]
    prepositions: frozenset[str]
    close_prepositions: frozenset[str]
    inner_words: frozenset[str]
    not_places: frozenset[str]
    institution_nouns: frozenset[str]
    street_nouns: frozenset[str]
    titles: frozenset[str]
    person_followers: frozenset[str]
    taking_verbs: frozenset[str]
    leaving_verbs: frozenset[str]
    attack_nouns: frozenset[str]
    generic_before: frozenset[str]
    generic_after: frozenset[str]
    facilities: frozenset[str]
    reaching: frozenset[str]
    directions: dict[str, float]
    descriptions: dict[str, tuple[str, ...]]
    families: dict[str, str]


@cache
def cues() -> Cues:
    """The cues as shipped."""
    table = tomllib.loads((_data() / "cues.toml").read_text(encoding="utf-8"))
    directions = table.pop("directions")
    descriptions = {noun: tuple(kinds) for noun, kinds in table.pop("descriptions").items()}
    families = {kind: family for family, kinds in table.pop("families").items() for kind in kinds}
    return Cues(
        directions=directions,
        descriptions=descriptions,
        families=families,
        **{name: frozenset(words) for name, words in table.items()},
    )


@cache
def abbreviations() -> dict[str, tuple[str, bool]]:
    """Abbreviation as written to ISO 3166-2 code and whether it may stand alone."""
    return {written: (code, alone == "1") for written, code, alone in _rows("abbreviations.tsv")}


@cache
def wordlike() -> dict[str, str]:
    """Names of places that are English words ("word") or common names of people ("person"), in lower case."""
    return dict(_rows("wordlike.tsv"))


@cache
def demonyms() -> dict[str, str]:
    """Words for peoples in lower case, singular and plural, to the country's code ("-" for none)."""
    table: dict[str, str] = dict(_rows("demonyms.tsv"))
    return table | {f"{word}s": code for word, code in table.items()}


def _rows(table: str) -> list[Any]:
    lines = (_data() / table).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _data() -> "resources.abc.Traversable":
    return resources.files("dragoman.reading.places") / "data"
