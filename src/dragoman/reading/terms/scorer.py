"""Finds the terms of a claim with a learned network."""

from functools import cache
from importlib import resources
from typing import cast

from spacy.tokens import Token

from dragoman.model import TermRole
from dragoman.reading.network import Network
from dragoman.reading.terms.heads import head_features, heads
from dragoman.reading.terms.spans import span_of
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.draft import Term
from dragoman.reading.typing.rolefeatures import TriggerView, dense
from dragoman.reading.vectors import Vectors

NONE = "none"
THRESHOLD = 0.5
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

    def find(self, trigger: Token, claim_type: str, context: Context) -> list[Term]:
        """The terms of a claim in the order of the text; none for types that have no terms."""
        if claim_type not in TERM_TYPES:
            return []
        chosen = self._chosen(trigger, claim_type, context)
        outer = {head.i: role for head, role in chosen.items()}
        terms = [Term(*span_of(head, set(outer) - {head.i}), head.i, role) for head, role in chosen.items()]
        return [term for term in terms if not any(_inside(term, other) for other in terms)]

    def _chosen(self, trigger: Token, claim_type: str, context: Context) -> dict[Token, TermRole]:
        view = TriggerView(trigger, claim_type, context)
        found = list(heads(view.scene))
        rows = [head_features(filler, view) for filler in found]
        table = self._network.probabilities(rows, dense(found, view, self._vectors))
        chosen: dict[Token, TermRole] = {}
        for filler, row in zip(found, table, strict=True):
            if 1.0 - float(row[self._none]) >= self._threshold:
                row[self._none] = 0.0
                chosen[filler.token] = cast(TermRole, self._network.labels[int(row.argmax())])
        return chosen


def _inside(term: Term, other: Term) -> bool:
    return term != other and other.start <= term.start and term.end <= other.end
