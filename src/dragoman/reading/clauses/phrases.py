"""Noun phrases: the head noun with what identifies it, and the heads of a coordination."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from dragoman.reading.words import Node

LEFT = {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "advmod", "npadvmod", "case"}
NOUNS = {"NOUN", "PROPN", "PRON", "NUM"}


def phrase(head: Token) -> Span:
    """The noun phrase that `head` heads: its left modifiers, the word and an "of" phrase; no relative clause."""
    first = min((left_edge(child) for child in head.lefts if child.dep_ in LEFT), default=head.i)
    last = max((_right_edge(child) for child in head.rights if _identifies(child)), default=head.i)
    return head.doc[first : last + 1]


def left_edge(token: Token) -> int:
    """Index of the first token of what `token` heads."""
    return int(token.left_edge.i)


def _identifies(child: Token) -> bool:
    if child.dep_ == "case":
        return True
    return child.dep_ == "prep" and child.lower_ == "of" and child.i == child.head.i + 1


def _right_edge(child: Token) -> int:
    if child.dep_ != "prep":
        return int(child.i)
    objects = [token for token in child.children if token.dep_ == "pobj"]
    return max((phrase(token).end - 1 for token in objects), default=child.i - 1)


def conjuncts(head: Node) -> Iterator[Node]:
    """The heads that `head` is the first of: itself and what is joined to it, nouns only."""
    yield head
    for child in head.rights:
        if child.dep_ == "conj" and child.pos_ in NOUNS:
            yield from conjuncts(child)
