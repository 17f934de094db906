"""What the type of a claim is judged by: the word, its arguments, its neighbours and the codebook's view of it."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from dragoman.reading.typing.context import Context
from dragoman.reading.vectors import Vectors

WINDOW = 10
BAG = {"VERB", "NOUN", "ADJ"}
GROUPS = (("dobj", "nsubjpass", "attr"), ("nsubj", "agent", "poss"), ("compound", "amod"))


def features(token: Token, context: Context) -> list[str]:
    """Named features of a candidate."""
    found = [*_word(token), *_children(token, context), *_neighbours(token), *_bag(token), *_listed(token, context)]
    found += _told(token, context)
    return list(dict.fromkeys(found))


def dense(token: Token, vectors: Vectors, tensor: NDArray[np.float32]) -> NDArray[np.float32]:
    """Vectors of the word, its governor and its main arguments, and the parser's own view of the word in place."""
    head = token.head if token.head.i != token.i else None
    preposition = _first(token, ("prep",))
    governed = _first(preposition, ("pobj",)) if preposition is not None else None
    words = [token, head, *(_first(token, group) for group in GROUPS), governed]
    return np.concatenate([*(vectors.of(word) for word in words), tensor[token.i]])


def _first(token: Token, relations: tuple[str, ...]) -> Token | None:
    return next((child for child in token.children if child.dep_ in relations), None)


def _word(token: Token) -> Iterator[str]:
    lemma = token.lemma_.lower()
    yield from (f"l={lemma}", f"lp={lemma}/{token.pos_}", f"p={token.pos_}", f"t={token.tag_}", f"d={token.dep_}")
    yield from (f"s={lemma[-3:]}", f"w={token.lower_}")
    if token.head.i != token.i:
        head = token.head.lemma_.lower()
        yield from (f"h={head}", f"dh={token.dep_}|{head}", f"lh={lemma}|{head}", f"hp={token.head.pos_}")


def _children(token: Token, context: Context) -> Iterator[str]:
    lemma = token.lemma_.lower()
    for child in token.children:
        relation, word = child.dep_, child.lemma_.lower()
        if relation in {"punct", "det"}:
            continue
        kind = context.kind(child.i)
        yield from (f"cd={relation}", f"c={relation}|{word}", f"lc={lemma}|{relation}", f"ck={relation}|{kind}")
        if relation in {"prt", "prep", "dobj", "nsubjpass"}:
            yield f"lcw={lemma}|{relation}|{word}"
        if relation in {"dobj", "nsubj", "nsubjpass"}:
            yield f"lck={lemma}|{relation}|{kind}"
        if relation == "prep":
            yield from _governed(lemma, child, context)


def _governed(lemma: str, preposition: Token, context: Context) -> Iterator[str]:
    word = preposition.lower_
    for child in preposition.children:
        if child.dep_ == "pobj":
            kind = context.kind(child.i)
            yield from (f"pp={word}|{child.lemma_.lower()}", f"pk={word}|{kind}", f"lpk={lemma}|{word}|{kind}")


def _neighbours(token: Token) -> Iterator[str]:
    lemma, doc = token.lemma_.lower(), token.doc
    for offset in (-2, -1, 1, 2):
        at = token.i + offset
        word = doc[at].lemma_.lower() if 0 <= at < len(doc) else "#"
        yield f"n{offset}={word}"
        if abs(offset) == 1:
            yield f"ln{offset}={lemma}|{word}"


def _bag(token: Token) -> Iterator[str]:
    sentence = token.sent
    first, stop = max(sentence.start, token.i - WINDOW), min(sentence.end, token.i + WINDOW + 1)
    return (f"b={near.lemma_.lower()}" for near in token.doc[first:stop] if near.i != token.i and near.pos_ in BAG)


def _listed(token: Token, context: Context) -> Iterator[str]:
    matches = context.matches_at.get(token.i, ())
    types = context.types_at.get(token.i, frozenset())
    for match in matches:
        for entry in match.entries:
            yield from (
                f"x={entry.type}",
                f"xw={entry.type}|{entry.weight}",
                f"xl={entry.type}|{len(match.tokens) > 1}",
            )
        for entry in match.doubtful:
            yield from (f"xq={entry.type}", f"xql={entry.type}|{token.lemma_.lower()}")
    yield f"xn={min(3, len(types))}"
    if len(types) == 1:
        yield f"x1={next(iter(types))}"
    if token.head.i != token.i:
        yield from (f"xh={name}|{token.dep_}" for name in context.types_at.get(token.head.i, ()))
    for child in token.children:
        yield from (f"xc={name}|{child.dep_}" for name in context.types_at.get(child.i, ()))
    sentence = token.sent
    for near in range(sentence.start, sentence.end):
        if near != token.i:
            yield from (f"xs={name}" for name in context.types_at.get(near, ()))


def _told(token: Token, context: Context) -> Iterator[str]:
    """What the sentence before and the whole text tell of: "the attack" may be the bombing of the line before."""
    start = token.sent.start
    before = context.sure_types.get(token.doc[start - 1].sent.start, frozenset()) if start else frozenset()
    noun = token.lemma_.lower() if token.pos_ == "NOUN" else "-"
    for name in before:
        yield from (f"xp={name}", f"xpl={name}|{noun}")
    for name in context.leading_types:
        yield from (f"xd={name}", f"xdl={name}|{noun}")
