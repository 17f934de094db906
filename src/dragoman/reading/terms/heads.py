"""Heads of terms: the verbs and nouns after (or before) a speech act or deal that may say what is agreed or wanted."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.typing.fillers import Filler, filler_of
from dragoman.reading.typing.rolefeatures import TriggerView, features

HEADS = {"VERB", "NOUN", "AUX"}
NO_HEADS = {"aux", "auxpass", "compound", "amod", "npadvmod"}
SENTENCES_AHEAD = 2


def heads(trigger: Token) -> Iterator[Filler]:
    """Heads of clauses and noun phrases in the trigger's sentence and the sentences after it."""
    sentence = trigger.sent
    stop = sentence.end
    for _ in range(SENTENCES_AHEAD):
        if stop < len(trigger.doc):
            stop = trigger.doc[stop].sent.end
    for token in trigger.doc[sentence.start : stop]:
        if token.pos_ in HEADS and token.dep_ not in NO_HEADS:
            yield filler_of(token, trigger)


def head_features(filler: Filler, view: TriggerView) -> list[str]:
    """The features of a head: those of any filler, and how its clause is introduced."""
    token = filler.token
    marks = [child.lower_ for child in token.children if child.dep_ in {"mark", "aux", "cc", "neg"}]
    before = [token.doc[at].lower_ for at in range(max(0, token.left_edge.i - 2), token.left_edge.i + 1)]
    subject = next((c.dep_ for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), "-")
    return [
        *features(filler, view),
        *(f"m={mark}|{view.type}" for mark in marks),
        *(f"e={word}" for word in before),
        f"u={token.pos_}|{token.dep_}|{view.type}",
        f"g={token.head.lemma_.lower()}|{token.dep_}",
        f"sj={subject}|{token.pos_}",
        f"modal={next((mark for mark in marks if mark in MODALS), '-')}|{filler.back}|{view.type}",
        f"self={token.i == view.trigger.i}",
    ]


MODALS = {"must", "shall", "should", "will", "would", "can", "could", "may", "might", "to"}
