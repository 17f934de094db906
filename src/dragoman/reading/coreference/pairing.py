"""What stands for several parties: "both sides" and "the two governments" for two named before, "representatives from A
and B" for those they come from."""

from collections.abc import Mapping, Sequence, Set

from spacy.tokens import Doc, Token

from dragoman.reading.actors.kinds import measured
from dragoman.reading.coreference.chains import Chains
from dragoman.reading.coreference.history import History
from dragoman.reading.coreference.lexicon import words
from dragoman.reading.coreference.nodes import Node

_REACH = 5
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "dative"}


def pair(doc: Doc, node: Node, before: History, chains: Chains) -> tuple[int, ...] | None:
    """Roots of the two parties that a mention stands for together, or null where it is no such mention."""
    if not _means_two(doc[node.root]):
        return None
    above = {token.i for token in doc[node.root].ancestors}
    near = list(before.near(node, _REACH))[::-1]
    near = [other for other in near if not (other.sentence == node.sentence and doc[other.root].head.i in above)]
    by_root, kinds = {other.root: other for other in near}, _kinds(doc[node.root])
    for sentence in sorted({other.sentence for other in near}, reverse=True):
        there = [other for other in near if other.sentence == sentence]
        found = _coordinated(there, by_root, kinds) or _opposed(there, chains, kinds)
        if found:
            return found
    return None


def senders(doc: Doc, node: Node, nodes: Mapping[int, Node]) -> tuple[int, ...] | None:
    """Roots of all that delegates are named from ("representatives from A and B"), or null for fewer than two."""
    noun = measured(doc[node.root])
    if node.form != "description" or noun.lemma_.lower() not in words("pair")["delegate"]:
        return None
    for preposition in noun.rights:
        if preposition.lower_ in ("from", "of"):
            first = next((child for child in preposition.rights if child.dep_ == "pobj"), None)
            every = [first, *(c for c in first.conjuncts if c.i > first.i)] if first is not None else []
            parties = [nodes[t.i] for t in every if t.i in nodes and _party(nodes[t.i], words("pair")["kind"])]
            if len(parties) == len(every) > 1:
                return tuple(party.root for party in parties)
    return None


def _means_two(token: Token) -> bool:
    if token.lower_ == "both" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return True
    lists = words("pair")
    if token.lemma_.lower() not in lists["noun"] or "Plur" not in token.morph.get("Number", []):
        return False
    before = {child.lower_ for child in token.lefts}
    return bool(before & {"both", "two"}) or (token.lemma_.lower() in lists["alone"] and "the" in before)


def _coordinated(nodes: Sequence[Node], near: Mapping[int, Node], kinds: Set[str]) -> tuple[int, ...] | None:
    for node in reversed(nodes):
        if len(node.parts) == 2 and all(part in near and _party(near[part], kinds) for part in node.parts):
            return node.parts
    return None


def _opposed(nodes: Sequence[Node], chains: Chains, kinds: Set[str]) -> tuple[int, ...] | None:
    """Two parties that stand in one sentence as arguments, the first and the next other one."""
    outer = [node for node in nodes if node.dep in _ARGUMENTS and not node.modifier]
    parties = [
        node
        for node in outer
        if _party(node, kinds) and node.owner is None and not any(_inside(node, other) for other in outer)
    ]
    first = next(iter(parties), None)
    other = next((node for node in parties if first and chains.key(node.root) != chains.key(first.root)), None)
    return (first.root, other.root) if first and other else None


def _inside(node: Node, other: Node) -> bool:
    return node is not other and other.mention.first <= node.root < other.mention.stop


def _kinds(token: Token) -> Set[str]:
    """The kinds of parties that a noun for two may mean."""
    return words("pair_of").get(token.lemma_.lower(), words("pair")["kind"])


def _party(node: Node, kinds: Set[str]) -> bool:
    return node.form != "pronoun" and node.kind in kinds and node.head != "member"
