"""What an unnamed actor is: kind, country and side from its head noun and the words before it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.reading.actors.lexicon import lexicon
from dragoman.reading.actors.named import Named, Names

_MODIFIERS = {"amod", "compound", "nmod", "npadvmod", "poss", "nounmod"}


@dataclass(frozen=True, slots=True)
class Sort:
    """Kind, country and side of a described actor; `named` is the register's actor that it belongs to by name."""

    kind: str | None
    country: str | None = None
    side: str | None = None
    named: Named | None = None


def sort_of(head: Token, names: Names) -> Sort:
    """The sort of actor that a head noun with its modifiers describes."""
    noun = measured(head)
    kind = noun_kind(noun)
    before = [token for root in dict.fromkeys((head, noun)) for token in modifiers(root)]
    if kind != "object" and noun.lemma_.lower() not in lexicon().sure:
        kind = next((k for t in before if (k := lexicon().modifier_kind.get(word(t)))), kind)
    tied = next((n for t in [*before, *_of(noun)] if (n := names.by_token.get(t.i)) and n.actor), None)
    country = tied.actor.country if tied and tied.actor else None
    return Sort(kind, country, _side(tied), tied)


def noun_kind(noun: Token) -> str | None:
    """The kind that a noun means by itself; null for a noun that names no actor."""
    table = lexicon().kind_of
    kind = table.get(noun.lemma_.lower()) or table.get(noun.lower_)
    return kind or (table.get(noun.lower_.removesuffix("s")) if noun.tag_ == "NNPS" else None)


def measured(head: Token) -> Token:
    """The noun that is counted or measured out: "civilians" of "thousands of civilians", else the head itself."""
    for _ in range(3):
        inner = [o for p in head.rights if p.lower_ == "of" for o in p.rights if o.dep_ == "pobj"]
        if not inner or not (head.lemma_.lower() in lexicon().partitive or head.pos_ in ("NUM", "DET", "PRON")):
            break
        head = inner[0]
    return head


def modifiers(head: Token) -> Iterator[Token]:
    """The words before a head that say what or whose it is, nearest first, those inside compounds too."""
    for child in reversed(list(head.lefts)):
        if child.dep_ in _MODIFIERS:
            yield child
            if child.pos_ != "VERB":
                yield from modifiers(child)


def _of(noun: Token) -> list[Token]:
    return [o for p in noun.rights if p.lower_ in ("of", "from") for o in p.rights if o.dep_ == "pobj"]


def _side(tied: Named | None) -> str | None:
    if tied is None or tied.actor is None:
        return None
    return f"gov-{tied.nation.lower()}" if tied.nation else tied.actor.id


def word(token: Token) -> str:
    """The lemma of a modifier in lower case, with what a hyphen ties before it ("anti-government")."""
    doc, at = token.doc, token.i
    if at > 1 and doc[at - 1].text == "-" and not doc[at - 1].whitespace_ and not doc[at - 2].whitespace_:
        return f"{doc[at - 2].lower_}-{token.lemma_.lower()}"
    return token.lemma_.lower()
