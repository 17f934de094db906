"""The words that tell places from other names, out of the data files beside this module."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Cues:
    """Sets of lower-case words, by what they tell (see `data/cues.toml`)."""

    of_nouns: frozenset[str]
    division_nouns: frozenset[str]
    settlement_nouns: frozenset[str]
    area_nouns: frozenset[str]
    prepositions: frozenset[str]
    institution_nouns: frozenset[str]
    street_nouns: frozenset[str]
    titles: frozenset[str]
    person_followers: frozenset[str]
    wordlike: frozenset[str]
    directions: dict[str, float]


@cache
def cues() -> Cues:
    """The cues as shipped."""
    table = tomllib.loads((_data() / "cues.toml").read_text(encoding="utf-8"))
    directions = table.pop("directions")
    return Cues(directions=directions, **{name: frozenset(words) for name, words in table.items()})


@cache
def abbreviations() -> dict[str, tuple[str, bool]]:
    """Abbreviation as written to ISO 3166-2 code and whether it may stand alone."""
    lines = (_data() / "abbreviations.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {written: (code, alone == "1") for written, code, alone in rows}


def _data() -> "resources.abc.Traversable":
    return resources.files("dragoman.reading.places") / "data"
