"""What the type of a claim is judged by: the word, its arguments, its neighbours and the codebook's view of it."""

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Token

from dragoman.reading.clauses.lexicon import TriggerMatch
from dragoman.reading.parts import Examples, Floats, Named
from dragoman.reading.typing import windows
from dragoman.reading.typing.context import Context
from dragoman.reading.vectors import Vectors
from dragoman.reading.words import Words

SILENT = {"punct", "det"}
STEPS = 4
UPWARD = {"conj", "xcomp", "advcl", "dobj", "pobj", "prep", "pcomp", "attr", "dative"}
RELATIVES = {"who", "which", "that"}
WORDED = {"prt", "prep", "dobj", "nsubjpass"}
KINDRED = {"dobj", "nsubj", "nsubjpass"}
GROUPS = (("dobj", "nsubjpass", "attr"), ("nsubj", "agent", "poss"), ("compound", "amod"))

Wording = tuple[tuple[tuple[str, str], ...], bool, tuple[str, ...]]
"""What of a match the features rest on: types with their weights, whether it has several words, types in doubt."""


def features(token: Token, context: Context) -> list[str]:
    """Named features of a candidate."""
    named = Named()
    add([token], context, named.examples)
    return [*named.lists()[0], *windows.names(token.i, context.words)]


def add(tokens: Sequence[Token], context: Context, found: Examples) -> None:
    """The candidates as further examples, but for the words around them."""
    words, types_at = context.words, context.types_at
    beside = [tuple(dict.fromkeys(name for _, name in context.types_in.get(at, ()))) for at in range(len(words.starts))]
    for token in tokens:
        index = token.i
        sentence = words.sentence(index)
        numbers = _word(index, words, found)
        if index in types_at:
            others = tuple(dict.fromkeys(name for at, name in context.types_in[sentence] if at != index))
            numbers += (found.part(_beside, others), _listed(index, context, found))
        else:
            numbers += (found.part(_beside, beside[sentence]), found.part(_mine, ()))
        numbers += _told_before(index, sentence, context, found)
        numbers += _around(index, context, found)
        doer = actor(index, words)
        if doer is None:
            found.add(numbers, _pairs(index, context))
        else:
            numbers.append(found.part(_done, words.lemma[doer], context.kind(doer)))
            found.add(numbers, [*_pairs(index, context), *_done_by(index, doer, context)])


def _told_before(index: int, sentence: int, context: Context, found: Examples) -> Iterator[int]:
    """What the sentence before and the whole text tell of."""
    before, leading, words = context.sure_types.get(sentence - 1, ()), context.leading_types, context.words
    if before or leading:
        yield found.part(_told, before, leading)
        yield found.part(_retold, before, leading, words.lemma[index] if words.pos[index] == "NOUN" else "-")


def _around(index: int, context: Context, found: Examples) -> Iterator[int]:
    """What hangs on a candidate, and the types listed for that and for what it hangs on."""
    words, types_at = context.words, context.types_at
    head = words.head[index]
    if head in types_at and head != index:
        yield found.part(_above, types_at[head], words.dep[index])
    for child in words.children[index]:
        relation = words.dep[child]
        if relation not in SILENT:
            yield found.part(_child, relation, words.lemma[child], context.kind(child))
        if child in types_at:
            yield found.part(_below, types_at[child], relation)
        if relation == "prep":
            for governed in _governed(child, words):
                yield found.part(_object, words.lower[child], words.lemma[governed], context.kind(governed))


def actor(index: int, words: Words) -> int | None:
    """Who does it as far as the parse shows: the subject or agent of the word, else of what it hangs on.

    "Jets resumed their bombardment", "to keep shelling", "fired rockets and killed", "a raid by the army".
    Rougher than the frames of clauses, which would take too long for every candidate.
    """
    at = index
    for _ in range(STEPS):
        found = _own_actor(at, words)
        if found is None and (words.dep[at] == "relcl" or (words.dep[at] == "acl" and words.tag[at] == "VBG")):
            found = words.head[at]
        if found is not None:
            return found if found != index else None
        if words.dep[at] not in UPWARD:
            return None
        at = words.head[at]
    return None


def _own_actor(index: int, words: Words) -> int | None:
    """The subject of an active verb, the agent of a passive or a noun; a relative pronoun stands for its noun."""
    for child in words.children[index]:
        if words.dep[child] == "nsubj":
            return words.head[index] if words.lower[child] in RELATIVES and words.dep[index] == "relcl" else child
        if words.dep[child] == "agent" or (words.dep[child] == "prep" and words.lower[child] == "by"):
            return next(_governed(child, words), None)
    return None


def _done(lemma: str, kind: str) -> tuple[str, ...]:
    return (f"a={lemma}", f"ak={kind}")


def _done_by(index: int, doer: int, context: Context) -> Iterator[str]:
    lemma = context.words.lemma[index]
    yield from (f"la={lemma}|{context.words.lemma[doer]}", f"lak={lemma}|{context.kind(doer)}")


def _beside(types: tuple[str, ...]) -> Iterator[str]:
    return (f"xs={name}" for name in types)


def _told(before: tuple[str, ...], leading: tuple[str, ...]) -> Iterator[str]:
    """What the sentence before and the whole text tell of."""
    yield from (f"xp={name}" for name in before)
    yield from (f"xd={name}" for name in leading)


def _retold(before: tuple[str, ...], leading: tuple[str, ...], noun: str) -> Iterator[str]:
    """The same for one noun: "the attack" may be the bombing of the line before."""
    yield from (f"xpl={name}|{noun}" for name in before)
    yield from (f"xdl={name}|{noun}" for name in leading)


def dense(tokens: Sequence[Token], context: Context, vectors: Vectors) -> Floats:
    """Vectors of each word, its governor and its main arguments, and the parser's own view of the word in place."""
    words = context.words
    own = [*map(vectors.row, words.lemma, words.lower), vectors.unknown]
    rows = [[own[index] for index in _seen(token.i, words)] for token in tokens]
    tensor = np.asarray(context.doc.tensor, dtype=np.float32)
    return np.hstack([vectors.beside(rows), tensor[[token.i for token in tokens]]]) if rows else tensor[:0]


def _seen(index: int, words: Words) -> list[int]:
    """The word, its governor and its main arguments; -1 for one that it doesn't have."""
    children, dep = words.children, words.dep
    mine = [(dep[child], child) for child in children[index]]
    preposition = next((child for relation, child in mine if relation == "prep"), None)
    governed = (
        next((child for child in children[preposition] if dep[child] == "pobj"), -1) if preposition is not None else -1
    )
    groups = (next((child for relation, child in mine if relation in group), -1) for group in GROUPS)
    head = words.head[index]
    return [index, head if head != index else -1, *groups, governed]


def _word(index: int, words: Words, found: Examples) -> list[int]:
    lemma, above = words.lemma[index], words.head[index]
    own = found.part(_itself, lemma, words.pos[index], words.tag[index], words.dep[index], words.lower[index])
    if above == index:
        return [own]
    return [own, found.part(_under, words.dep[index], words.lemma[above], words.pos[above])]


def _itself(lemma: str, pos: str, tag: str, dep: str, lower: str) -> tuple[str, ...]:
    return (f"l={lemma}", f"lp={lemma}/{pos}", f"p={pos}", f"t={tag}", f"d={dep}", f"s={lemma[-3:]}", f"w={lower}")


def _under(dep: str, head: str, pos: str) -> tuple[str, ...]:
    return (f"h={head}", f"dh={dep}|{head}", f"hp={pos}")


def _child(relation: str, word: str, kind: str) -> tuple[str, ...]:
    return (f"cd={relation}", f"c={relation}|{word}", f"ck={relation}|{kind}")


def _object(preposition: str, word: str, kind: str) -> tuple[str, ...]:
    return (f"pp={preposition}|{word}", f"pk={preposition}|{kind}")


def _governed(preposition: int, words: Words) -> Iterator[int]:
    return (child for child in words.children[preposition] if words.dep[child] == "pobj")


def _pairs(index: int, context: Context) -> Iterator[str]:
    """The word together with its neighbours, its governor and what hangs on it."""
    words, padded = context.words, context.words.padded
    lemma, above = words.lemma[index], words.head[index]
    yield from (f"ln-1={lemma}|{padded[index + 1]}", f"ln1={lemma}|{padded[index + 3]}")
    if above != index:
        yield f"lh={lemma}|{words.lemma[above]}"
    for child in words.children[index]:
        relation = words.dep[child]
        if relation not in SILENT:
            yield f"lc={lemma}|{relation}"
        if relation in WORDED:
            yield f"lcw={lemma}|{relation}|{words.lemma[child]}"
        if relation in KINDRED:
            yield f"lck={lemma}|{relation}|{context.kind(child)}"
        if relation == "prep":
            for governed in _governed(child, words):
                yield f"lpk={lemma}|{words.lower[child]}|{context.kind(governed)}"


def _listed(index: int, context: Context, found: Examples) -> int:
    wordings = tuple(_wording(match) for match in context.matches_at[index])
    return found.part(_matched, wordings, context.types_at[index], context.words.lemma[index])


def _wording(match: TriggerMatch) -> Wording:
    listed = tuple((entry.type, entry.weight) for entry in match.entries)
    return listed, len(match.tokens) > 1, tuple(entry.type for entry in match.doubtful)


def _matched(wordings: tuple[Wording, ...], types: tuple[str, ...], lemma: str) -> Iterator[str]:
    yield from _mine(types)
    for listed, longer, doubtful in wordings:
        for name, weight in listed:
            yield from (f"x={name}", f"xw={name}|{weight}", f"xl={name}|{longer}")
        for name in doubtful:
            yield from (f"xq={name}", f"xql={name}|{lemma}")


def _mine(types: tuple[str, ...]) -> Iterator[str]:
    yield f"xn={min(3, len(types))}"
    if len(types) == 1:
        yield f"x1={types[0]}"


def _above(types: tuple[str, ...], relation: str) -> Iterator[str]:
    return (f"xh={name}|{relation}" for name in types)


def _below(types: tuple[str, ...], relation: str) -> Iterator[str]:
    return (f"xc={name}|{relation}" for name in types)
