"""Heads of terms: the verbs and nouns after (or before) a speech act or deal that may say what is agreed or wanted."""

from collections.abc import Iterator

from dragoman.reading.parts import Examples, Named
from dragoman.reading.typing.fillers import Filler, filler_at
from dragoman.reading.typing.rolefeatures import TriggerView, numbers
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
    named = Named()
    add(filler, view, named.examples)
    return named.lists()[0]


def add(filler: Filler, view: TriggerView, found: Examples) -> None:
    """A head as one more example."""
    words, index, name = view.words, filler.token.i, view.type
    pos, dep, children = words.pos[index], words.dep[index], words.children[index]
    marks = tuple(words.lower[child] for child in children if words.dep[child] in MARKS)
    subject = next((words.dep[child] for child in children if words.dep[child] in SUBJECTS), "-")
    first = filler.token.left_edge.i
    shared = numbers(filler, view, found)
    shared += (found.part(_begun, word) for word in words.lower[max(0, first - 2) : first + 1])
    shared.append(found.part(_introduced, marks, name, filler.back, index == view.index))
    found.add([*shared, found.part(_place, pos, dep, name, words.lemma[words.head[index]], subject)])


def _introduced(marks: tuple[str, ...], name: str, back: int, same: bool) -> Iterator[str]:
    yield from (f"m={mark}|{name}" for mark in marks)
    yield from (f"modal={next((mark for mark in marks if mark in MODALS), '-')}|{back}|{name}", f"self={same}")


def _begun(word: str) -> tuple[str, ...]:
    return (f"e={word}",)


def _place(pos: str, dep: str, name: str, above: str, subject: str) -> tuple[str, ...]:
    return (f"u={pos}|{dep}|{name}", f"g={above}|{dep}", f"sj={subject}|{pos}")
