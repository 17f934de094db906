"""Triggers: which words of a text carry a happening, and of which type."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from spacy.tokens import Token

from dragoman.reading.network import Floats, Network
from dragoman.reading.typing import windows
from dragoman.reading.typing.candidates import candidates
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.evidence import evidence
from dragoman.reading.typing.features import dense, features
from dragoman.reading.vectors import Vectors

NONE = "none"
LISTED, CARRYING, UNLISTED = 0.38, 0.42, 0.5
"""What a trigger must reach: where the lexicon lists its type, this probability of the type or that of carrying any;
where it doesn't, the last of the type."""
JOINED = {"prt", "aux", "auxpass", "attr", "acomp", "oprd", "compound", "advmod"}
NEAR_JOINED = {"dobj", "xcomp", "amod", "nsubjpass"}
ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "pobj"}
NEAR = 3


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that carries a happening: its type, the probability that it carries any, and that of the type."""

    token: Token
    type: str
    score: float
    share: float


class TriggerScorer:
    """Finds triggers with a learned network; a word need not be listed to be found."""

    def __init__(self, network: Network, vectors: Vectors):
        self._network, self._vectors = network, vectors
        self._none = network.labels.index(NONE)

    @classmethod
    @cache
    def shipped(cls) -> "TriggerScorer":
        """The scorer with the weights of the package."""
        with resources.as_file(resources.files(__package__).joinpath("triggers.npz")) as path:
            return cls(Network.load(path), Vectors.load())

    def find(self, context: Context) -> list[Trigger]:
        """The triggers of a text in its order, each happening once."""
        tokens = candidates(context.words, context.matches_at)
        scored = self._scored(tokens, self.probabilities(tokens, context))
        learned = [trigger for trigger in scored if _is_likely(trigger, listed=_is_listed(trigger, context))]
        return apart(select([*learned, *self._unlearned(context)]), context)

    def _unlearned(self, context: Context) -> Iterator[Trigger]:
        """Wordings of types that a user's codebook adds: the network can't know them, so their wording decides."""
        for match in context.matches:
            for entry in match.entries:
                if entry.type not in self._network.labels and not match.covered:
                    score = 1.0 if entry.weight == "strong" else UNLISTED
                    yield Trigger(context.doc[match.core], entry.type, score, 1.0)

    def probabilities(self, tokens: Sequence[Token], context: Context) -> Floats:
        """Probability of each label for each token."""
        if not tokens:
            return np.zeros((0, len(self._network.labels)), dtype=np.float32)
        around = windows.sums([token.i for token in tokens], context.coded, self._network)
        vectors = dense(tokens, context, self._vectors)
        return self._network.probabilities(features(tokens, context), vectors, around)

    def _scored(self, tokens: Sequence[Token], table: Floats) -> list[Trigger]:
        found = []
        for token, row in zip(tokens, table, strict=True):
            some = 1.0 - float(row[self._none])
            if some >= LISTED:
                typed = row.copy()
                typed[self._none] = 0.0
                best = int(typed.argmax())
                found.append(Trigger(token, self._network.labels[best], some, float(row[best]) / some))
        return found


def _is_listed(trigger: Trigger, context: Context) -> bool:
    return trigger.type in context.types_at.get(trigger.token.i, ())


def _is_likely(trigger: Trigger, *, listed: bool) -> bool:
    typed = trigger.score * trigger.share
    return (typed >= LISTED or trigger.score >= CARRYING) if listed else typed >= UNLISTED


def select(scored: Sequence[Trigger]) -> list[Trigger]:
    """One trigger for each predicate: of words that belong to one, the likeliest stands for it."""
    kept: list[Trigger] = []
    for trigger in sorted(scored, key=lambda found: (-found.score, found.token.i)):
        if not any(same_predicate(trigger.token, other.token) or same_happening(trigger, other) for other in kept):
            kept.append(trigger)
    return sorted(kept, key=lambda found: found.token.i)


def apart(found: Sequence[Trigger], context: Context) -> list[Trigger]:
    """Triggers whose evidence overlaps that of a likelier one left out."""
    kept: list[tuple[Trigger, tuple[int, int]]] = []
    for trigger in sorted(found, key=lambda one: (-one.score, one.token.i)):
        start, end = evidence(trigger.token, trigger.type, context)
        if not any(start < stop and first < end for _, (first, stop) in kept):
            kept.append((trigger, (start, end)))
    return sorted((trigger for trigger, _ in kept), key=lambda one: one.token.i)


def same_happening(one: Trigger, other: Trigger) -> bool:
    """Whether a verb and a noun that is its argument tell of one type: "the raid killed", "shelled with mortars"."""
    return one.type == other.type and (_argues(one.token, other.token) or _argues(other.token, one.token))


def _argues(noun: Token, verb: Token) -> bool:
    if noun.pos_ != "NOUN" or verb.pos_ != "VERB":
        return False
    governor = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ in {"prep", "agent"} else noun.head
    return noun.dep_ in ARGUMENTS and governor.i == verb.i


def same_predicate(one: Token, other: Token) -> bool:
    """Whether two words make one predicate: verb and particle, copula and adjective, light verb and its noun."""
    return _belongs(one, other) or _belongs(other, one)


def _belongs(part: Token, head: Token) -> bool:
    near = abs(part.i - head.i) <= NEAR
    if part.head.i == head.i:
        return part.dep_ in JOINED or (near and part.dep_ in NEAR_JOINED)
    return near and part.dep_ == "pobj" and part.head.head.i == head.i
