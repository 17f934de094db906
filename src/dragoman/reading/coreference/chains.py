"""Chains as they grow, and what comes out of them: the named mention for each pronoun and description."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.reading.coreference.nodes import Node
from dragoman.reading.mention import Chain, Mention, Referents

NOBODY = "stands for nobody named in the text"


@dataclass(frozen=True)
class Coreference:
    """Chains of mentions, the named mention behind each pronoun and description, and why there is none."""

    chains: list[Chain]
    named: Referents
    reasons: Mapping[int, str] = field(default_factory=dict)
    pairs: Mapping[int, tuple[Mention, ...]] = field(default_factory=dict)

    def parts(self, root: int) -> tuple[Mention, ...]:
        """The single mentions that the mention at `root` stands for: several where it takes up "A and B"."""
        if root in self.pairs:
            return self.pairs[root]
        return (self.named[root],) if root in self.named else ()

    def reason(self, root: int) -> str | None:
        """Why the pronoun or description that `root` heads stands for nobody named."""
        return self.reasons.get(root)


class Chains:
    """Nodes and the links between them; `finish` turns them into chains."""

    def __init__(self, every: Sequence[Node]):
        self._nodes = {node.root: node for node in every}
        self._chain = {node.root: [node.root] for node in every}
        self._basis: dict[int, str] = {}

    def join(self, root: int, antecedent: int, basis: str) -> None:
        """Put the mention at `root` into the chain of `antecedent`."""
        ours, theirs = self._chain[root], self._chain[antecedent]
        if ours is theirs:
            return
        theirs += ours
        for member in ours:
            self._chain[member] = theirs
        self._basis[root] = basis

    def around(self, root: int) -> list[Node]:
        """The mentions so far in the chain of the mention at `root`."""
        return [self._nodes[member] for member in self._chain[root]]

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
        named: dict[int, Mention] = {}
        reasons, pairs = {}, {}
        for chain in ordered:
            for root in chain:
                if self._nodes[root].form != "name":
                    mention = self._named(root, chain)
                    if mention is not None:
                        named[root] = mention
                        if len(parts := self._nodes[mention.root].parts) > 1:
                            pairs[root] = tuple(self._single(part) for part in parts)
                    else:
                        reasons[root] = NOBODY
        return Coreference(chains, named, reasons, pairs)

    def _single(self, part: int) -> Mention:
        """One member of a pair: by name where its own chain has one."""
        node = self._nodes[part]
        return node.mention if node.form == "name" else self._named(part, sorted(self._chain[part])) or node.mention

    def _named(self, root: int, chain: Sequence[int]) -> Mention | None:
        """The name of a chain nearest before, else after; for a pronoun else the description nearest before.

        Names that only modify another noun ("Houthi" in "Houthi fire") come last, and name no description.
        """
        others = [r for r in chain if r != root and self._nodes[r].form != "pronoun"]
        names = [r for r in others if self._nodes[r].form == "name" and not self._nodes[r].modifier]
        sources = [names]
        if self._nodes[root].form == "pronoun":
            sources += [
                [r for r in others if self._nodes[r].form == "description" and not self._nodes[r].modifier],
                others,
            ]
        for found in sources:
            before = [r for r in found if r < root]
            if found:
                return self._nodes[before[-1] if before else found[0]].mention
        return None
