"""Numbers as English news writes them: digits, words, ranges, bounds and vague counts."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `words.toml`."""

    units: Mapping[str, int]
    scales: Mapping[str, int]
    vague: frozenset[str]
    bounds: Mapping[str, tuple[tuple[str, ...], ...]]
    skip_nouns: frozenset[str]
    skip_before: frozenset[str]
    cumulative: re.Pattern[str]


@cache
def words() -> Words:
    """The word lists, read once."""
    table: dict[str, Any] = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8"))
    bounds = {
        sort: tuple(sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True))
        for sort, phrases in table["bounds"].items()
    }
    return Words(
        table["units"],
        table["scales"],
        frozenset(table["vague"]["words"]),
        bounds,
        frozenset(table["skip"]["nouns"]),
        frozenset(table["skip"]["before"]),
        re.compile(rf"\b(?:{'|'.join(map(re.escape, table['cumulative']['words']))})\b", re.I),
    )


def is_number_word(word: str) -> bool:
    """Whether a lower-case token can stand in a number."""
    lists = words()
    if word in lists.units or word in lists.scales or word in lists.vague or DIGITS.fullmatch(word):
        return True
    return "-" in word and all(part in lists.units or part in lists.scales for part in word.split("-"))


def value_of(tokens: Sequence[str]) -> int | None:
    """The number that lower-case tokens spell ("1.5 million", "two hundred and ten"), null for vague counts."""
    lists = words()
    total, current = 0.0, 0.0
    seen = False
    for word in _parts(tokens):
        if word in lists.vague:
            return None
        if DIGITS.fullmatch(word):
            current += float(word.replace(",", ""))
        elif word in lists.units:
            current += lists.units[word]
        elif word in lists.scales:
            total, current = _scaled(total, current, lists.scales[word])
        else:
            continue
        seen = True
    result = total + current
    return round(result) if seen and result < 10**12 else None


def _parts(tokens: Sequence[str]) -> list[str]:
    return [part for token in tokens for part in (token.split("-") if not DIGITS.fullmatch(token) else [token])]


def _scaled(total: float, current: float, scale: int) -> tuple[float, float]:
    current = (current or 1) * scale
    return (total + current, 0.0) if scale >= 1000 else (total, current)
