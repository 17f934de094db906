"""What the type of a claim is judged by: the word, its arguments, its neighbours and the codebook's view of it."""

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Token

from dragoman.reading.network import Examples, Floats
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.words import Words
from dragoman.reading.vectors import Vectors

WINDOW = 10
GROUPS = (("dobj", "nsubjpass", "attr"), ("nsubj", "agent", "poss"), ("compound", "amod"))


def features(token: Token, context: Context) -> list[str]:
    """Named features of a candidate, each once."""
    found = Examples()
    add(token, context, found)
    return found.names()[0]


def add(token: Token, context: Context, found: Examples) -> None:
    """The candidate as one more example."""
    index, words = token.i, context.words
    own = [*_word(index, words), *_children(index, context), *_neighbours(index, words), *_bag(index, words)]
    own += _listed(index, context)
    found.add(_around(index, context, found), list(dict.fromkeys(own)))


def _around(index: int, context: Context, found: Examples) -> tuple[int, int]:
    """What a candidate shares with others: the types told in its sentence, in the one before and in the whole text."""
    words = context.words
    sentence = words.sentence(index)
    noun = words.lemma[index] if words.pos[index] == "NOUN" else "-"
    near = dict.fromkeys(name for at, name in context.types_in.get(sentence, ()) if at != index)
    before = context.sure_types.get(sentence - 1, ())
    return found.part(_beside, tuple(near)), found.part(_told, before, context.leading_types, noun)


def _beside(types: tuple[str, ...]) -> Iterator[str]:
    return (f"xs={name}" for name in types)


def _told(before: tuple[str, ...], leading: tuple[str, ...], noun: str) -> Iterator[str]:
    """What the sentence before and the whole text tell of: "the attack" may be the bombing of the line before."""
    for name in before:
        yield from (f"xp={name}", f"xpl={name}|{noun}")
    for name in leading:
        yield from (f"xd={name}", f"xdl={name}|{noun}")


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


def _word(index: int, words: Words) -> list[str]:
    lemma, pos, dep, above = words.lemma[index], words.pos[index], words.dep[index], words.head[index]
    found = [f"l={lemma}", f"lp={lemma}/{pos}", f"p={pos}", f"t={words.tag[index]}", f"d={dep}"]
    found += (f"s={lemma[-3:]}", f"w={words.lower[index]}")
    if above != index:
        head = words.lemma[above]
        found += (f"h={head}", f"dh={dep}|{head}", f"lh={lemma}|{head}", f"hp={words.pos[above]}")
    return found


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


def _neighbours(index: int, words: Words) -> tuple[str, ...]:
    lemma, padded = words.lemma[index], words.padded
    before, last, following, after = padded[index], padded[index + 1], padded[index + 3], padded[index + 4]
    return (
        *(f"n-2={before}", f"n-1={last}", f"ln-1={lemma}|{last}"),
        *(f"n1={following}", f"ln1={lemma}|{following}", f"n2={after}"),
    )


def _bag(index: int, words: Words) -> list[str]:
    start, end = words.bounds(words.sentence(index))
    first, bag = max(start, index - WINDOW), words.bag
    return [*filter(None, bag[first:index]), *filter(None, bag[index + 1 : min(end, index + WINDOW + 1)])]


def _listed(index: int, context: Context) -> Iterator[str]:
    words, types_at = context.words, context.types_at
    yield from _matched(index, context)
    types = types_at.get(index, ())
    yield f"xn={min(3, len(types))}"
    if len(types) == 1:
        yield f"x1={types[0]}"
    head = words.head[index]
    if head != index and head in types_at:
        yield from (f"xh={name}|{words.dep[index]}" for name in types_at[head])
    for child in words.children[index]:
        if child in types_at:
            yield from (f"xc={name}|{words.dep[child]}" for name in types_at[child])


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
