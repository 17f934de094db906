"""Finds the terms of a claim with a learned network."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import cast

import numpy as np
from spacy.tokens import Token

from dragoman.model import TermRole
from dragoman.reading.network import Floats, Network
from dragoman.reading.terms.heads import features, heads
from dragoman.reading.terms.spans import span_of
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.draft import Draft, Term
from dragoman.reading.typing.fillers import Filler
from dragoman.reading.typing.rolefeatures import TriggerView, dense
from dragoman.reading.vectors import Vectors

NONE = "none"
THRESHOLD = 0.42
TERM_TYPES = frozenset(
    {
        "accusation",
        "agreement",
        "ceasefire",
        "condemnation",
        "demand",
        "exchange",
        "recognition",
        "rejection",
        "threat",
        "ultimatum",
    }
)


class TermScorer:
    """Chooses the heads of terms; each head's clause or phrase is a term."""

    def __init__(self, network: Network, vectors: Vectors, threshold: float = THRESHOLD):
        self._network, self._vectors, self._threshold = network, vectors, threshold
        self._none = network.labels.index(NONE)

    @classmethod
    @cache
    def shipped(cls) -> "TermScorer":
        """The scorer with the weights of the package."""
        with resources.as_file(resources.files(__package__).joinpath("terms.npz")) as path:
            return cls(Network.load(path), Vectors.load())

    def find(self, drafts: Sequence[Draft], context: Context) -> list[list[Term]]:
        """For each claim its terms in the order of the text; none for types that have no terms."""
        views = [TriggerView(d.trigger, d.type, context) for d in drafts if d.type in TERM_TYPES]
        chosen = iter(self._chosen(views))
        return [_terms(next(chosen)) if draft.type in TERM_TYPES else [] for draft in drafts]

    def _chosen(self, views: Sequence[TriggerView]) -> Iterator[dict[Token, TermRole]]:
        found = [list(heads(view.scene)) for view in views]
        table = iter(self._probabilities(found, views))
        for near in found:
            told = ((filler.token, self._role(next(table))) for filler in near)
            yield {token: role for token, role in told if role is not None}

    def _role(self, row: Floats) -> TermRole | None:
        if 1.0 - float(row[self._none]) < self._threshold:
            return None
        row[self._none] = 0.0
        return cast(TermRole, self._network.labels[int(row.argmax())])

    def _probabilities(self, found: Sequence[Sequence[Filler]], views: Sequence[TriggerView]) -> Floats:
        if not any(found):
            return np.zeros((0, len(self._network.labels)), dtype=np.float32)
        return self._network.probabilities(features(found, views), dense(found, views, self._vectors))


def _terms(chosen: Mapping[Token, TermRole]) -> list[Term]:
    outer = {head.i for head in chosen}
    terms = [Term(*span_of(head, outer - {head.i}), head.i, role) for head, role in chosen.items()]
    return [term for term in terms if not any(_inside(term, other) for other in terms)]


def _inside(term: Term, other: Term) -> bool:
    return term != other and other.start <= term.start and term.end <= other.end
