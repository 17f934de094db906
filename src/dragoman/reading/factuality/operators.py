"""Operators as data: words that change whether what stands in their scope happened, or which phase it is in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Operator:
    """One row: what the word makes of its complement; null where it changes nothing."""

    lemma: str
    part: str
    factuality: str | None
    negated: str | None
    phase: str | None


@lru_cache(maxsize=1)
def operators() -> Mapping[str, tuple[Operator, ...]]:
    """The operators by lemma."""
    table: dict[str, list[Operator]] = defaultdict(list)
    text = resources.files(__package__).joinpath("operators.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            lemma, part, *effects = line.split("\t")
            table[lemma].append(Operator(lemma, part, *(None if e == "-" else e for e in effects)))
    return {lemma: tuple(rows) for lemma, rows in table.items()}
