"""Operators as data: words that change whether what stands in their scope happened, or which phase it is in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from spacy.tokens import Token

from dragoman.reading.speakers.source import agent, is_passive

_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adverb"}


@dataclass(frozen=True, slots=True)
class Operator:
    """One row: what the word makes of what it governs; null where it changes nothing."""

    lemma: str
    part: str
    governs: frozenset[str]
    factuality: str | None
    negated: str | None
    phase: str | None

    def takes(self, kind: str, word: str | None = None) -> bool:
        """Whether it governs this kind of complement, `word` being the preposition of a prepositional one."""
        return kind in self.governs or (kind in ("prep", "ing") and f"prep:{word}" in self.governs)


Table = Mapping[tuple[str, str], tuple[Operator, ...]]


@lru_cache(maxsize=1)
def operators() -> Table:
    """The operators by lemma (with its particle) and part of speech."""
    text = resources.files(__package__).joinpath("operators.tsv").read_text(encoding="utf-8")
    table: dict[tuple[str, str], list[Operator]] = defaultdict(list)
    for line in text.splitlines():
        if line and not line.startswith("#"):
            lemma, part, governs, *effects = line.split("\t")
            row = Operator(lemma, part, frozenset(governs.split(",")), *(None if e == "-" else e for e in effects))
            table[lemma, part].append(row)
    return {key: tuple(rows) for key, rows in table.items()}


def of(token: Token) -> tuple[Operator, ...]:
    """The rows that fit the token: with its particle, and in the passive without an agent the rows for that."""
    part = _PARTS.get(token.pos_)
    if part is None:
        return ()
    table, lemma = operators(), token.lemma_.lower()
    if part != "verb":
        return table.get((lemma, part), ()) or table.get((token.lower_, part), ())
    particle = next((c.lower_ for c in token.rights if c.dep_ in ("prt", "advmod")), None)
    rows = table.get((f"{lemma} {particle}", "verb"), ()) if particle else ()
    if not rows and is_passive(token) and agent(token) is None:
        rows = table.get((lemma, "passive"), ())
    return rows + table.get((lemma, "verb"), ())


def modifier(token: Token, part: str) -> Operator | None:
    """The row of an adjective, adverb or determiner that modifies something."""
    rows = operators().get((token.lower_, part), ())
    return next((row for row in rows if "mod" in row.governs), None)
