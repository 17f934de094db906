"""What the type of a claim is judged by: the word, its arguments, its neighbours and the codebook's view of it."""

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Token

from dragoman.reading.network import Floats
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.words import Words
from dragoman.reading.vectors import Vectors

WINDOW = 10
BAG = {"VERB", "NOUN", "ADJ"}
GROUPS = (("dobj", "nsubjpass", "attr"), ("nsubj", "agent", "poss"), ("compound", "amod"))


def features(token: Token, context: Context) -> list[str]:
    """Named features of a candidate."""
    index, words = token.i, context.words
    found = [*_word(index, words), *_children(index, context), *_neighbours(index, words), *_bag(index, words)]
    found += _listed(index, context)
    found += _told(index, context)
    return list(dict.fromkeys(found))


def dense(tokens: Sequence[Token], context: Context, vectors: Vectors) -> Floats:
    """Vectors of each word, its governor and its main arguments, and the parser's own view of the word in place."""
    words = context.words
    rows = [
        [vectors.unknown if i is None else vectors.row(words.lemma[i], words.lower[i]) for i in _seen(token.i, words)]
        for token in tokens
    ]
    tensor = np.asarray(context.doc.tensor, dtype=np.float32)
    return np.hstack([vectors.beside(rows), tensor[[token.i for token in tokens]]]) if rows else tensor[:0]


def _seen(index: int, words: Words) -> list[int | None]:
    head = words.head[index] if words.head[index] != index else None
    preposition = _first(index, ("prep",), words)
    governed = _first(preposition, ("pobj",), words) if preposition is not None else None
    return [index, head, *(_first(index, group, words) for group in GROUPS), governed]


def _first(index: int, relations: tuple[str, ...], words: Words) -> int | None:
    return next((child for child in words.children[index] if words.dep[child] in relations), None)


def _word(index: int, words: Words) -> Iterator[str]:
    lemma, pos, dep = words.lemma[index], words.pos[index], words.dep[index]
    yield from (f"l={lemma}", f"lp={lemma}/{pos}", f"p={pos}", f"t={words.tag[index]}", f"d={dep}")
    yield from (f"s={lemma[-3:]}", f"w={words.lower[index]}")
    if words.head[index] != index:
        head = words.lemma[words.head[index]]
        yield from (f"h={head}", f"dh={dep}|{head}", f"lh={lemma}|{head}", f"hp={words.pos[words.head[index]]}")


def _children(index: int, context: Context) -> Iterator[str]:
    words = context.words
    lemma = words.lemma[index]
    for child in words.children[index]:
        relation, word = words.dep[child], words.lemma[child]
        if relation in {"punct", "det"}:
            continue
        kind = context.kind(child)
        yield from (f"cd={relation}", f"c={relation}|{word}", f"lc={lemma}|{relation}", f"ck={relation}|{kind}")
        if relation in {"prt", "prep", "dobj", "nsubjpass"}:
            yield f"lcw={lemma}|{relation}|{word}"
        if relation in {"dobj", "nsubj", "nsubjpass"}:
            yield f"lck={lemma}|{relation}|{kind}"
        if relation == "prep":
            yield from _governed(lemma, child, context)


def _governed(lemma: str, preposition: int, context: Context) -> Iterator[str]:
    words = context.words
    word = words.lower[preposition]
    for child in words.children[preposition]:
        if words.dep[child] == "pobj":
            kind = context.kind(child)
            yield from (f"pp={word}|{words.lemma[child]}", f"pk={word}|{kind}", f"lpk={lemma}|{word}|{kind}")


def _neighbours(index: int, words: Words) -> Iterator[str]:
    lemma = words.lemma[index]
    for offset in (-2, -1, 1, 2):
        at = index + offset
        word = words.lemma[at] if 0 <= at < len(words) else "#"
        yield f"n{offset}={word}"
        if abs(offset) == 1:
            yield f"ln{offset}={lemma}|{word}"


def _bag(index: int, words: Words) -> Iterator[str]:
    start, end = words.bounds(words.sentence(index))
    near = range(max(start, index - WINDOW), min(end, index + WINDOW + 1))
    return (f"b={words.lemma[at]}" for at in near if at != index and words.pos[at] in BAG)


def _listed(index: int, context: Context) -> Iterator[str]:
    words, types_at = context.words, context.types_at
    yield from _matched(index, context)
    types = types_at.get(index, ())
    yield f"xn={min(3, len(types))}"
    if len(types) == 1:
        yield f"x1={types[0]}"
    if words.head[index] != index:
        yield from (f"xh={name}|{words.dep[index]}" for name in types_at.get(words.head[index], ()))
    for child in words.children[index]:
        yield from (f"xc={name}|{words.dep[child]}" for name in types_at.get(child, ()))
    in_sentence = context.types_in.get(words.sentence(index), ())
    yield from (f"xs={name}" for near, name in in_sentence if near != index)


def _matched(index: int, context: Context) -> Iterator[str]:
    for match in context.matches_at.get(index, ()):
        for entry in match.entries:
            yield from (
                f"x={entry.type}",
                f"xw={entry.type}|{entry.weight}",
                f"xl={entry.type}|{len(match.tokens) > 1}",
            )
        for entry in match.doubtful:
            yield from (f"xq={entry.type}", f"xql={entry.type}|{context.words.lemma[index]}")


def _told(index: int, context: Context) -> Iterator[str]:
    """What the sentence before and the whole text tell of: "the attack" may be the bombing of the line before."""
    words = context.words
    noun = words.lemma[index] if words.pos[index] == "NOUN" else "-"
    for name in context.sure_types.get(words.sentence(index) - 1, ()):
        yield from (f"xp={name}", f"xpl={name}|{noun}")
    for name in context.leading_types:
        yield from (f"xd={name}", f"xdl={name}|{noun}")
