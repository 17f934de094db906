"""Operators as data: words that change whether what stands in their scope happened, or which phase it is in."""

import tomllib
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
    """One row: what the word makes of what it governs; null where it changes nothing.

    `tail` are the words that belong to it ("take" + "effect"), `types` the claim types for which the row holds.
    """

    lemma: str
    tail: tuple[str, ...]
    part: str
    governs: frozenset[str]
    factuality: str | None
    negated: str | None
    phase: str | None
    types: frozenset[str]
    but: frozenset[str]

    def takes(self, kind: str, word: str | None = None) -> bool:
        """Whether it governs this kind of complement, `word` being the preposition of a prepositional one."""
        if kind in self.governs or (word is not None and f"prep:{word}" in self.governs):
            return True
        return kind == "ing" and word is not None and "prep" in self.governs

    def fits(self, claim_type: str) -> bool:
        """Whether the row holds for claims of this type."""
        return claim_type not in self.but and (not self.types or claim_type in self.types)


Table = Mapping[tuple[str, str], tuple[Operator, ...]]


@lru_cache(maxsize=1)
def operators() -> Table:
    """The operators by lemma and part of speech, those with a tail first."""
    text = resources.files(__package__).joinpath("operators.tsv").read_text(encoding="utf-8")
    table: dict[tuple[str, str], list[Operator]] = defaultdict(list)
    for line in text.splitlines():
        if line and not line.startswith("#"):
            row = _operator(line.split("\t"))
            table[row.lemma, row.part].append(row)
    return {key: tuple(sorted(rows, key=lambda row: -len(row.tail))) for key, rows in table.items()}


def _operator(cells: list[str]) -> Operator:
    lemma, *tail = cells[0].split(" ")
    factuality, negated, phase = (None if cell == "-" else cell for cell in cells[3:6])
    types = cells[6]
    listed = frozenset() if types == "-" else frozenset(types.removeprefix("!").split(","))
    only, but = (frozenset[str](), listed) if types.startswith("!") else (listed, frozenset[str]())
    return Operator(lemma, tuple(tail), cells[1], frozenset(cells[2].split(",")), factuality, negated, phase, only, but)


@lru_cache(maxsize=16)
def verbs(key: str) -> frozenset[str]:
    """A list of verb lemmas: `occurring`, `producing`, such as `occurring` or `light`."""
    data = tomllib.loads(resources.files(__package__).joinpath("verbs.toml").read_text(encoding="utf-8"))
    return frozenset(data[key])


def of(token: Token) -> tuple[Operator, ...]:
    """The rows that fit the token: with its particle, and in the passive without an agent the rows for that."""
    part = _PARTS.get(token.pos_)
    if part is None:
        return ()
    table, lemma = operators(), token.lemma_.lower()
    rows = table.get((lemma, part), ()) or table.get((token.lower_, part), ())
    if part != "verb":
        return rows
    if token.tag_ == "VBN":
        rows += table.get((token.lower_, "adjective"), ())
    if (lemma, "passive") in table and is_passive(token) and agent(token) is None:
        rows = table[lemma, "passive"] + rows
    particle = any(c.dep_ == "prt" for c in token.rights)
    return tuple(row for row in rows if (_has(token, row.tail) if row.tail else not particle))


def governing(token: Token, kind: str, word: str | None = None) -> Operator | None:
    """The row of the token that changes the factuality of this kind of complement."""
    return next((row for row in of(token) if row.factuality and row.takes(kind, word)), None)


def _has(token: Token, tail: tuple[str, ...]) -> bool:
    holders = [token]
    for word in tail:
        found = next((c for h in holders for c in h.rights if c.lower_ == word), None)
        if found is None:
            return False
        holders.append(found)
    return True


def modifier(token: Token, part: str) -> Operator | None:
    """The row of an adjective, adverb or determiner that modifies something."""
    rows = operators().get((token.lower_, part), ())
    return next((row for row in rows if "mod" in row.governs), None)
