"""Choosing the antecedent of a pronoun or description: the earlier chain that the learned weights find likeliest."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from dragoman.reading.coreference.agreement import beside, possible, takes_up
from dragoman.reading.coreference.chains import Chains
from dragoman.reading.coreference.features import Rank, pair
from dragoman.reading.coreference.history import History
from dragoman.reading.coreference.nodes import Node
from dragoman.reading.linear import LinearScorer

REACH = {"pronoun": 4, "description": 20}
LEAST = {"pronoun": 0.1, "description": 0.5}
_WEIGHTS = Path(__file__).parent / "antecedent.npz"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An earlier chain by its nearest mention, with the features of the pair."""

    nearest: Node
    features: tuple[str, ...]


def candidates(doc: Doc, node: Node, before: History, chains: Chains) -> list[Candidate]:
    """The chains that a pronoun or description may stand for, nearest first."""
    seen: set[int] = set()
    found: list[Candidate] = []
    rank = Rank()
    for other in before.near(node, REACH[node.form]):
        key = chains.key(other.root)
        if key in seen or other.mention.first <= node.root < other.mention.stop:
            continue
        chain = chains.around(other.root)
        if _possible(node, chain) and not any(beside(doc, node, member) for member in chain):
            seen.add(key)
            found.append(Candidate(other, tuple(pair(doc, node, other, chain, rank.next(other, chain)))))
    return found


def choose(found: Sequence[Candidate], form: str) -> tuple[Node, float] | None:
    """The likeliest candidate and its probability; null where none is likely enough."""
    if not found:
        return None
    scored = [(float(_scorer().probabilities(c.features)[_scorer().column["yes"]]), -i) for i, c in enumerate(found)]
    best, position = max(scored)
    return (found[-position].nearest, best) if best >= LEAST[form] else None


def _possible(node: Node, chain: Sequence[Node]) -> bool:
    if node.form == "pronoun":
        return possible(node, chain)
    heads = {other.head for other in chain if other.form == "description"}
    return node.head in heads or any(other.form == "name" and _nameable(node, other) for other in chain)


def _nameable(node: Node, other: Node) -> bool:
    """Whether a description might take up a name: by its sort, by its kind, or by a noun in the name."""
    if node.capitals - other.content and not (node.country and node.country == other.country):
        return False
    return takes_up(node, other) or node.head in other.content or (node.kind is not None and node.kind == other.kind)


@cache
def _scorer() -> LinearScorer:
    return LinearScorer.load(_WEIGHTS)
