"""What stands before a mention: near nodes, and names that share a word; bounded, so that long texts stay cheap."""

from collections import defaultdict
from collections.abc import Iterator

from dragoman.reading.coreference.nodes import Node

_MOST = 300
_BUCKET = 40


class History:
    """The nodes seen so far, in the order of the text."""

    def __init__(self) -> None:
        self._nodes: list[Node] = []
        self._names: dict[str, list[Node]] = defaultdict(list)

    def add(self, node: Node) -> None:
        """Take in the next node."""
        self._nodes.append(node)
        if node.form == "name":
            for key in _keys(node):
                bucket = self._names[key]
                bucket.append(node)
                del bucket[:-_BUCKET]

    def near(self, node: Node, sentences: int) -> Iterator[Node]:
        """Earlier nodes, nearest first, at most so many sentences away."""
        for at in range(len(self._nodes) - 1, max(-1, len(self._nodes) - 1 - _MOST), -1):
            other = self._nodes[at]
            if node.sentence - other.sentence > sentences:
                return
            yield other

    def namesakes(self, node: Node) -> list[Node]:
        """Earlier names that share an actor, a word or initials with a name, nearest first."""
        found = {other.root: other for key in _keys(node) for other in self._names.get(key, ())}
        return [found[root] for root in sorted(found, reverse=True)]


def _keys(node: Node) -> set[str]:
    keys = {f"actor {node.actor}"} if node.actor else set()
    keys |= {f"word {word}" for word in node.name}
    text = node.mention.text.replace(".", "")
    if text.isupper() and len(text) <= 7:
        keys.add(f"initials {text}")
    if len(node.initials) > 1:
        keys.add(f"initials {node.initials}")
    return keys
