"""Whether a named person is a public one: an office stands with the name, here or at an earlier naming."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from dragoman.reading.actors.lexicon import lexicon
from dragoman.reading.actors.phrase import phrase


def public_surnames(doc: Doc) -> frozenset[str]:
    """Last names of all persons whose office the text tells."""
    heads = (token for token in doc if token.ent_type_ == "PERSON" and token.dep_ != "compound")
    return frozenset(token.lower_ for token in heads if _has_office(doc, token))


def _has_office(doc: Doc, head: Token) -> bool:
    words = [token for token in phrase(doc, head) if token.i != head.i]
    return _office(words) or _office(_apposed(head))


def _apposed(head: Token) -> Iterable[Token]:
    """Nouns in apposition to a name, on either side, and what it is said to be."""
    if head.dep_ == "appos":
        yield head.head
    for child in head.children:
        if child.dep_ == "appos":
            yield child
            yield from (t for t in child.lefts if t.dep_ == "compound")


def _office(words: Iterable[Token]) -> bool:
    return any(token.lemma_.lower().strip(".") in lexicon().office for token in words)
