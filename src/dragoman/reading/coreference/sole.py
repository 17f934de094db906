"""What a definite description takes up where only one thing of its sort is named before it."""

from collections.abc import Callable, Sequence, Set

from spacy.tokens import Doc

from dragoman.reading.actors.kinds import modifiers
from dragoman.reading.actors.lexicon import lexicon
from dragoman.reading.coreference.chains import Chains
from dragoman.reading.coreference.history import History
from dragoman.reading.coreference.lexicon import words
from dragoman.reading.coreference.nodes import Node

_REACH = 8
_DEFINITE = {"the", "this", "that", "these", "those", "poss"}
_HOME = {"government", "state force"}
Link = tuple[int, str]


def sole(doc: Doc, node: Node, before: History, chains: Chains) -> Link | None:
    """The name before a description that is the only one of its sort: a group, a country, a capital, an officer."""
    if node.form != "description" or node.determiner not in _DEFINITE or node.owner is not None or _owned(doc, node):
        return None
    near = list(before.near(node, _REACH))
    names = [other for other in near if other.form == "name" and not _inside(node, other)]
    for basis, fitting in _SORTS.items():
        found = fitting(doc, node, names)
        if found and len({other.actor or chains.key(other.root) for other in found}) == 1:
            return found[0].root, f"the only {basis} of the sort named before"
    return None


def _groups(doc: Doc, node: Node, names: Sequence[Node]) -> list[Node]:
    kinds = words("takes_up").get(node.head, frozenset()) - _HOME
    return [other for other in names if other.kind in kinds and other.kind and _agrees(node, other)]


def _countries(doc: Doc, node: Node, names: Sequence[Node]) -> list[Node]:
    """Countries that a word like "kingdom", or a word like "Arab" before "country", may mean."""
    region = _region(doc, node)
    if region is None:
        return []
    states = [other for other in names if other.country and (other.kind == "government" or other.feature == "country")]
    fitting = [other for other in states if other.country in region and not other.person]
    latest = [other for other in fitting if other.sentence == fitting[0].sentence]
    return [other for other in latest if other.dep == "nsubj"] or fitting


def _bodies(doc: Doc, node: Node, names: Sequence[Node]) -> list[Node]:
    """Bodies of a state under the same noun: "the army" after "the Nigerian army"."""
    bodies = [other for other in names if other.kind in _HOME | {"police"} and other.actor and not other.place]
    return [other for other in bodies if node.head == other.head and _agrees(node, other)]


def _capitals(doc: Doc, node: Node, names: Sequence[Node]) -> list[Node]:
    if node.head != "capital" or node.determiner == "poss":
        return []
    capitals = [other for other in names if other.feature == "capital"]
    return [other for other in capitals if node.country in (None, other.country)]


def _holders(doc: Doc, node: Node, names: Sequence[Node]) -> list[Node]:
    """Persons in an office like the one described, of the country described where there is one."""
    if node.plural or node.head not in lexicon().office or node.capitals - _country_words(doc, node):
        return []
    persons = [other for other in names if other.label == "PERSON" and not other.modifier]
    return [other for other in persons if node.country in (None, other.country)]


def _region(doc: Doc, node: Node) -> Set[str] | None:
    table = words("realm")
    if node.head in table:
        return table[node.head]
    if node.head not in ("country", "nation", "state"):
        return None
    named = [table[word] for t in modifiers(doc[node.root]) if (word := t.lower_) in table]
    return frozenset.intersection(*named) if named else None


def _agrees(node: Node, other: Node) -> bool:
    return node.country in (None, other.country) and not node.capitals - other.content - words("creed")["adjective"]


def _country_words(doc: Doc, node: Node) -> frozenset[str]:
    """The capitalised words of a description that only tell its country."""
    return frozenset(t.lower_ for t in modifiers(doc[node.root]) if t.ent_type_ in ("NORP", "GPE"))


def _owned(doc: Doc, node: Node) -> bool:
    """Whether the description is somebody's, not a place's: "Russia's army", but "the enclave's rebels"."""
    owner = next((t for t in doc[node.root].lefts if t.dep_ == "poss"), None)
    return owner is not None and owner.lemma_.lower() not in words("takes_up_place")


_SORTS: dict[str, Callable[[Doc, Node, Sequence[Node]], list[Node]]] = {
    "group": _groups,
    "country": _countries,
    "body": _bodies,
    "capital": _capitals,
    "holder of such an office": _holders,
}


def _inside(node: Node, other: Node) -> bool:
    return node.mention.first <= other.root < node.mention.stop or other.mention.first <= node.root < other.mention.stop
