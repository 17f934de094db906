"""The word lists of coreference, read once from the TOML file beside the code."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType


@cache
def words(section: str) -> Mapping[str, frozenset[str]]:
    """A section of the word lists: heading to its words."""
    with (Path(__file__).parent / "words.toml").open("rb") as file:
        table = tomllib.load(file)[section]
    return MappingProxyType({name: frozenset(listed) for name, listed in table.items()})
