"""Heads of terms: the verbs and nouns after (or before) a speech act or deal that may say what is agreed or wanted."""

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Token

from dragoman.reading.coded import Coded, Lists
from dragoman.reading.keys import Keys, Templates, code, codes, truths
from dragoman.reading.network import Features
from dragoman.reading.typing.fillers import Filler, filler_at
from dragoman.reading.typing.rolefeatures import FILLER, Near, TriggerView, columns
from dragoman.reading.typing.scene import Scene
from dragoman.reading.words import Words

HEADS = {"VERB", "NOUN", "AUX"}
NO_HEADS = {"aux", "auxpass", "compound", "amod", "npadvmod"}
MARKS = {"mark", "aux", "cc", "neg"}
SUBJECTS = ("nsubj", "nsubjpass")
NO_SUBJECT = np.uint64(code("-"))
MODALS = {"must", "shall", "should", "will", "would", "can", "could", "may", "might", "to"}
SENTENCES_AHEAD = 2
MARK = Templates({"m": ("mark", "type")})
BEGUN = Templates({"e": ("word",)})
CLAUSE = Templates(
    {
        "modal": ("modal", "back", "type"),
        "self": ("self",),
        "u": ("clause", "dep", "type"),
        "g": ("above", "dep"),
        "sj": ("subject", "clause"),
    }
)


def heads(scene: Scene) -> Iterator[Filler]:
    """Heads of clauses and noun phrases in the trigger's sentence and the sentences after it."""
    words = scene.words
    last = min(scene.sentence + SENTENCES_AHEAD, len(words.starts) - 1)
    for index in range(words.starts[scene.sentence], words.bounds(last)[1]):
        if words.pos[index] in HEADS and words.dep[index] not in NO_HEADS:
            yield filler_at(index, scene)


def features(near: Near, views: Sequence[TriggerView]) -> Features:
    """The features of heads: those of any filler, and how their clauses are introduced; one head at least."""
    context, table = views[0].context, columns(near, views)
    told = [(filler, view) for view, given in zip(views, near, strict=True) for filler in given]
    marks = Lists({at: _marks(filler.token.i, context.words) for at, (filler, _) in enumerate(told)}, len(told))
    begun = Lists({at: _begun(filler.token, context.words) for at, (filler, _) in enumerate(told)}, len(told))
    at = np.array([filler.token.i for filler, _ in told], dtype=np.intp)
    subject, coded = _subjects(context.coded), context.coded
    clause = {
        "self": truths([filler.token.i == view.index for filler, view in told]),
        "modal": codes(next((mark for mark in found if mark in MODALS), "-") for found in marks.lists()),
        "clause": coded.pos[at],
        "above": coded.lemma[coded.head[at]],
        "subject": subject[at],
    }
    more = [
        MARK.keys({"mark": codes(marks.members), "type": table["type"][marks.owners]}).ravel(),
        BEGUN.keys({"word": codes(begun.members)}).ravel(),
    ]
    each = np.vstack([FILLER.keys(table), CLAUSE.keys(table | clause)])
    return Features(each, np.concatenate([marks.owners, begun.owners]), np.concatenate(more))


def _marks(index: int, words: Words) -> list[str]:
    return [words.lower[child] for child in words.children[index] if words.dep[child] in MARKS]


def _begun(head: Token, words: Words) -> list[str]:
    """The first word of a clause, and the two before it."""
    first = head.left_edge.i
    return words.lower[max(0, first - 2) : first + 1]


def _subjects(coded: Coded) -> Keys:
    """How the first subject of each word stands to it, "-" where it has none."""
    first = coded.first_child(SUBJECTS)[:-1]
    return np.where(first < 0, NO_SUBJECT, coded.dep[first])
