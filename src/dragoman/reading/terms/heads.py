"""Heads of terms: the verbs and nouns after (or before) a speech act or deal that may say what is agreed or wanted."""

from collections.abc import Iterator

from dragoman.reading.typing.fillers import Filler, filler_at
from dragoman.reading.typing.rolefeatures import TriggerView, features
from dragoman.reading.typing.scene import Scene

HEADS = {"VERB", "NOUN", "AUX"}
NO_HEADS = {"aux", "auxpass", "compound", "amod", "npadvmod"}
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
    words, index, edge = view.words, filler.token.i, filler.token.left_edge.i
    pos, dep, children = words.pos[index], words.dep[index], words.children[index]
    marks = [words.lower[child] for child in children if words.dep[child] in {"mark", "aux", "cc", "neg"}]
    before = words.lower[max(0, edge - 2) : edge + 1]
    subject = next((words.dep[child] for child in children if words.dep[child] in {"nsubj", "nsubjpass"}), "-")
    return [
        *features(filler, view),
        *(f"m={mark}|{view.type}" for mark in marks),
        *(f"e={word}" for word in before),
        f"u={pos}|{dep}|{view.type}",
        f"g={words.lemma[words.head[index]]}|{dep}",
        f"sj={subject}|{pos}",
        f"modal={next((mark for mark in marks if mark in MODALS), '-')}|{filler.back}|{view.type}",
        f"self={index == view.index}",
    ]


MODALS = {"must", "shall", "should", "will", "would", "can", "could", "may", "might", "to"}
