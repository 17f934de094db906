"""Which named mention stands for a pronoun or description, once the chains are known."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.model import DESCRIBED
from dragoman.reading.coreference.nodes import Node
from dragoman.reading.mention import ActorForm, ActorMention, Chain, Mention, PlaceMention, Referents

NOBODY = "stands for nobody named in the text"


@dataclass(frozen=True)
class Coreference:
    """Chains of mentions, the named mention behind each pronoun and description, and why there is none.

    `named` holds actor mentions, and place mentions where a place is meant.
    """

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


class Namer:
    """Finds the names in finished chains; `pairs` are the mentions that stand for several others together."""

    def __init__(
        self, nodes: Mapping[int, Node], chains: Sequence[Sequence[int]], pairs: Mapping[int, tuple[int, ...]]
    ):
        self._nodes = nodes
        self._chain = {root: chain for chain in chains for root in chain}
        self._given = pairs
        self._sorted: dict[tuple[int, bool], tuple[list[list[int]], list[list[int]]]] = {}

    def coreference(self, chains: list[Chain]) -> Coreference:
        """The chains with what stands behind their pronouns and descriptions."""
        named: dict[int, Mention] = {}
        reasons: dict[int, str] = {}
        pairs: dict[int, tuple[Mention, ...]] = {}
        for root in sorted(root for root, node in self._nodes.items() if node.form != "name"):
            parts = self._parts(root)
            if not parts:
                reasons[root] = NOBODY
                continue
            named[root] = parts[0]
            if len(parts) > 1:
                pairs[root] = parts
        named.update(self._spelled_out())
        return Coreference(chains, named, reasons, pairs)

    def _spelled_out(self) -> Iterator[tuple[int, Mention]]:
        """Abbreviations in brackets, with the name that they stand behind ("Free Northern Army (FNA)")."""
        for root, node in self._nodes.items():
            if node.form == "name" and node.bracketed:
                before = (self._nodes[other] for other in self._chain[root] if other < root)
                full = next((one for one in before if one.mention.stop == node.mention.first - 1), None)
                if full is not None and full.form == "name":
                    yield root, _actor(full)

    def _parts(self, root: int) -> tuple[Mention, ...]:
        if root in self._given:
            return tuple(self._single(part) for part in self._given[root])
        owner = self._nodes[root].owner
        if owner is not None and owner in self._nodes and (owned := self._parts(owner)):
            return owned
        name = self._name(root)
        if name is None:
            return ()
        if name in self._given:
            return tuple(self._single(part) for part in self._given[name])
        parts = self._nodes[name].parts
        return tuple(self._single(part) for part in parts) if parts else (_actor(self._nodes[name]),)

    def _single(self, part: int) -> Mention:
        """One member of a pair: by name where its own chain has one."""
        if self._nodes[part].form != "name":
            name = self._name(part)
            if name is not None and not self._nodes[name].parts:
                return _actor(self._nodes[name])
        return _actor(self._nodes[part])

    def _name(self, root: int) -> int | None:
        """The name of a chain nearest before, else after; for a pronoun else the description nearest before.

        A name that only modifies another noun ("Houthi" in "Houthi fire") or stands in brackets comes last.
        """
        mapped = self._nodes[root].kind in (None, "object", "government")
        for found in self._sources(id(self._chain[root]), root, mapped)[self._nodes[root].form == "description"]:
            if found:
                return found[max(0, bisect_left(found, root) - 1)]
        return None

    def _sources(self, chain: int, root: int, mapped: bool) -> tuple[list[list[int]], list[list[int]]]:
        """What may name a pronoun, and what may name a description, in the order of preference."""
        if (chain, mapped) not in self._sorted:
            said = [r for r in self._chain[root] if self._nodes[r].form != "pronoun"]
            said = [r for r in said if mapped or not self._nodes[r].mapped or self._nodes[r].actor]
            names = [r for r in said if self._nodes[r].form == "name"]
            open_names = [r for r in names if not self._nodes[r].bracketed]
            plain = [r for r in open_names if not self._nodes[r].modifier]
            told = [r for r in said if self._nodes[r].form == "description" and not self._nodes[r].modifier]
            self._sorted[chain, mapped] = ([plain, told, names], [plain, open_names])
        return self._sorted[chain, mapped]


def _actor(node: Node) -> Mention:
    """The mention of a node as that of an actor; a place stays one."""
    mention = node.mention
    if isinstance(mention, ActorMention | PlaceMention):
        return mention
    form: ActorForm = "name" if node.form == "name" else "description"
    return ActorMention(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        first=mention.first,
        stop=mention.stop,
        root=mention.root,
        form=form,
        plural=node.plural,
        reason="not in the register" if form == "name" else DESCRIBED,
    )
