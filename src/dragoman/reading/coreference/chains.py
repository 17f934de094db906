"""Chains as they grow from links between mentions."""

from collections.abc import Mapping, Sequence

from dragoman.reading.coreference.naming import Coreference, Namer
from dragoman.reading.coreference.nodes import Node
from dragoman.reading.mention import Chain

_SEEN = 40


class Chains:
    """Nodes and the links between them; `finish` turns them into chains."""

    def __init__(self, every: Sequence[Node]):
        self._nodes: Mapping[int, Node] = {node.root: node for node in every}
        self._chain = {node.root: [node.root] for node in every}
        self._basis: dict[int, str] = {}
        self._pairs: dict[int, tuple[int, ...]] = {}

    def join(self, root: int, antecedent: int, basis: str) -> None:
        """Put the mention at `root` into the chain of `antecedent`."""
        ours, theirs = self._chain[root], self._chain[antecedent]
        if ours is theirs:
            return
        theirs += ours
        for member in ours:
            self._chain[member] = theirs
        self._basis[root] = basis

    def pair(self, root: int, parts: tuple[int, ...]) -> None:
        """The mention at `root` stands for these mentions together ("both sides")."""
        self._pairs[root] = parts

    def around(self, root: int) -> list[Node]:
        """The latest mentions so far in the chain of the mention at `root`, and its first."""
        chain = self._chain[root]
        return [self._nodes[member] for member in (chain if len(chain) <= _SEEN else [chain[0], *chain[-_SEEN:]])]

    def key(self, root: int) -> int:
        """What two mentions of one chain share at this moment."""
        return id(self._chain[root])

    def finish(self) -> Coreference:
        """The chains in the order of their first mentions, chains of one included."""
        listed = {id(chain): sorted(chain) for chain in self._chain.values()}
        ordered = sorted(listed.values())
        chains = [
            Chain([self._nodes[root].mention for root in chain], [self._basis.get(root, "") for root in chain])
            for chain in ordered
        ]
        return Namer(self._nodes, ordered, self._pairs).coreference(chains)
