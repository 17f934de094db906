"""The words that time expressions are made of, read from the data files beside this module."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

Meaning = int | float | str


@lru_cache(maxsize=8)
def table(name: str) -> dict[str, Any]:
    """A TOML file of this package."""
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def words() -> Mapping[str, tuple[str, Meaning]]:
    """Lower-case word to its class and what it stands for; compounds such as "twenty-five" included."""
    classes = table("words.toml")
    single = [kind for kind in classes if kind != "tens"]
    out = {word: (kind, meaning) for kind in single for word, meaning in classes[kind].items()}
    for kind in ("cardinal", "ordinal"):
        ones = {word: n for word, n in classes[kind].items() if 1 <= n <= 9}
        for ten, base in classes["tens"].items():
            out |= {f"{ten}{mark}{one}": (kind, base + n) for one, n in ones.items() for mark in "- "}
    return out


@lru_cache(maxsize=1)
def compounds() -> tuple[str, ...]:
    """The tens that open a compound numeral."""
    return tuple(sorted(table("words.toml")["tens"]))


@lru_cache(maxsize=1)
def abbreviations() -> tuple[str, ...]:
    """The short forms of months and weekdays, which take a dot."""
    classes = table("words.toml")
    names = [*classes["month"], *classes["weekday"]]
    return tuple(sorted(name for name in names if any(other.startswith(name) and other != name for other in names)
                        and not name.endswith("day")))  # fmt: skip
