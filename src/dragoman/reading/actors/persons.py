"""Who is a public person, and for whom they act: an office stands with the name somewhere, or they are known by it."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Doc, Token

from dragoman.reading.actors.kinds import noun_kind, sort_of
from dragoman.reading.actors.lexicon import lexicon
from dragoman.reading.actors.named import Names
from dragoman.reading.actors.phrase import phrase

PERSON = "person"


@dataclass(frozen=True, slots=True)
class Office:
    """What a public person acts for: a kind of actor and a country, as far as they are told."""

    kind: str = PERSON
    country: str | None = None


def offices(doc: Doc, names: Names) -> Mapping[str, Office]:
    """Last names of all persons whose office the text tells, with the office."""
    heads = (token for token in doc if token.ent_type_ == "PERSON" and token.dep_ != "compound")
    told = ((token.lower_, _office(doc, token, names)) for token in heads)
    return {name: office for name, office in reversed(list(told)) if office is not None}


def known(name: str) -> Office | None:
    """The office of somebody who is known by this name alone."""
    return _holders().get(name.lower())


def _office(doc: Doc, head: Token, names: Names) -> Office | None:
    before = [token for token in phrase(doc, head) if token.i != head.i]
    for title in (*before, *_apposed(head)):
        if title.lemma_.lower().strip(".") in lexicon().office:
            return _of(title, names)
    return None


def _of(title: Token, names: Names) -> Office:
    sort = sort_of(title, names)
    nation = next((n.actor for t in _around(title) if (n := names.by_token.get(t.i)) and n.actor), None)
    kind = noun_kind(title) if sort.kind in (None, PERSON) else sort.kind
    if kind in (None, PERSON, "civilians") and nation is not None and nation.kind != "community":
        kind = nation.kind
    return Office(kind or PERSON, sort.country or (nation.country if nation else None))


def _around(title: Token) -> Iterator[Token]:
    """A title, the words beside it before the same name, and those below it."""
    yield from title.subtree
    yield from (t for t in title.head.lefts if t.i < title.i)


def _apposed(head: Token) -> Iterable[Token]:
    """Nouns in apposition to a name, on either side, and what it is said to be."""
    if head.dep_ == "appos":
        yield head.head
    for child in head.children:
        if child.dep_ == "appos":
            yield child
            yield from (t for t in child.lefts if t.dep_ == "compound")


@cache
def _holders() -> Mapping[str, Office]:
    with (Path(__file__).parent / "officeholders.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {row["name"].lower(): Office(row["kind"], row["country"] or None) for row in rows}
