"""Which earlier mentions a pronoun or description may stand for at all."""

from collections.abc import Sequence

from spacy.tokens import Doc

from dragoman.reading.actors.lexicon import lexicon
from dragoman.reading.coreference.lexicon import words
from dragoman.reading.coreference.nodes import Node

_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "dative"}


def possible(pronoun: Node, chain: Sequence[Node]) -> bool:
    """Whether a pronoun may stand for a chain: some mention of it agrees, and no pronoun in it speaks against it."""
    lists, word = words("pronoun"), pronoun.head
    taken = {node.head for node in chain if node.form == "pronoun"}
    single = lists["male"] | lists["female"]
    if word in single:
        against = lists["neuter"] | (lists["female"] if word in lists["male"] else lists["male"])
    else:
        against = single
    if taken & against:
        return False
    said = [node for node in chain if node.form != "pronoun"]
    if said:
        return any(_agrees(word, node) for node in said)
    return any(word in listed and taken & listed for listed in (single, lists["neuter"], lists["plural"]))


def _agrees(word: str, other: Node) -> bool:
    lists = words("pronoun")
    if word in lists["male"] | lists["female"]:
        return human(other) and not other.plural
    if word in lists["neuter"]:
        return not other.plural and not human(other)
    return word in lists["plural"] and (other.plural or not human(other))


def beside(doc: Doc, pronoun: Node, other: Node) -> bool:
    """Whether a pronoun and another mention are subject and object of one verb, and so mean two things."""
    if pronoun.form != "pronoun" or pronoun.head.endswith(("self", "selves")):
        return False
    both = pronoun.dep in _ARGUMENTS and other.dep in _ARGUMENTS and pronoun.root != other.root
    return both and doc[pronoun.root].head == doc[other.root].head


def human(node: Node) -> bool:
    """Whether a name or description means one human being."""
    if node.plural or node.form == "name":
        return node.person and not node.mapped
    return node.person or (node.kind not in (None, "object") and node.head not in lexicon().collective)


def takes_up(later: Node, earlier: Node) -> bool:
    """Whether a definite description may take up an earlier name by its sort ("the group", "the city")."""
    if later.head in words("takes_up_place") and (earlier.place or earlier.kind == "government"):
        return _place_fits(words("takes_up_place")[later.head], earlier)
    kinds = words("takes_up").get(later.head, frozenset())
    if earlier.kind in kinds:
        return later.country is None or later.country == earlier.country
    return "company" in kinds and earlier.label == "ORG" and earlier.kind is None


def _place_fits(features: frozenset[str], place: Node) -> bool:
    if "" in features:
        return place.kind != "government"
    if "country" in features:
        return place.kind == "government" or place.feature == "country"
    return place.kind != "government" and place.feature != "country"
