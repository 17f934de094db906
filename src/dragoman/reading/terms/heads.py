"""Heads of terms: the verbs and nouns after (or before) a speech act or deal that may say what is agreed or wanted."""

from collections.abc import Iterator

from dragoman.reading.network import Examples
from dragoman.reading.typing.fillers import Filler, filler_at
from dragoman.reading.typing.rolefeatures import TriggerView, numbers, own
from dragoman.reading.typing.scene import Scene

HEADS = {"VERB", "NOUN", "AUX"}
NO_HEADS = {"aux", "auxpass", "compound", "amod", "npadvmod"}
MARKS = {"mark", "aux", "cc", "neg"}
SUBJECTS = {"nsubj", "nsubjpass"}
MODALS = {"must", "shall", "should", "will", "would", "can", "could", "may", "might", "to"}
SENTENCES_AHEAD = 2


def heads(scene: Scene) -> Iterator[Filler]:
    """Heads of clauses and noun phrases in the trigger's sentence and the sentences after it."""
    words = scene.words
    last = min(scene.sentence + SENTENCES_AHEAD, len(words.starts) - 1)
    for index in range(words.starts[scene.sentence], words.bounds(last)[1]):
        if words.pos[index] in HEADS and words.dep[index] not in NO_HEADS:
            yield filler_at(index, scene)


def head_features(filler: Filler, view: TriggerView) -> list[str]:
    """The features of a head: those of any filler, and how its clause is introduced."""
    found = Examples()
    found.add(head_numbers(filler, view, found), own(filler, view))
    return found.names()[0]


def head_numbers(filler: Filler, view: TriggerView, found: Examples) -> list[int]:
    """The features of a head as numbers of parts."""
    words, index, edge = view.words, filler.token.i, filler.token.left_edge.i
    pos, dep, children, name = words.pos[index], words.dep[index], words.children[index], view.type
    marks = tuple(words.lower[child] for child in children if words.dep[child] in MARKS)
    before = tuple(words.lower[max(0, edge - 2) : edge + 1])
    subject = next((words.dep[child] for child in children if words.dep[child] in SUBJECTS), "-")
    return [
        *numbers(filler, view, found),
        found.part(_introduced, marks, name, filler.back),
        found.part(_edge, before),
        found.part(_place, pos, dep, name, words.lemma[words.head[index]], subject),
        found.part(_self, index == view.index),
    ]


def _introduced(marks: tuple[str, ...], name: str, back: int) -> Iterator[str]:
    yield from (f"m={mark}|{name}" for mark in marks)
    yield f"modal={next((mark for mark in marks if mark in MODALS), '-')}|{back}|{name}"


def _edge(words: tuple[str, ...]) -> Iterator[str]:
    return (f"e={word}" for word in words)


def _place(pos: str, dep: str, name: str, above: str, subject: str) -> Iterator[str]:
    yield from (f"u={pos}|{dep}|{name}", f"g={above}|{dep}", f"sj={subject}|{pos}")


def _self(same: bool) -> Iterator[str]:
    yield f"self={same}"
