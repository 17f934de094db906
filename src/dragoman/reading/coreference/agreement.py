"""Which earlier mentions a pronoun or description may stand for at all."""

from dragoman.reading.coreference.lexicon import words
from dragoman.reading.coreference.nodes import Node


def agrees(pronoun: Node, other: Node) -> bool:
    """Whether number and sort of an earlier mention allow the pronoun."""
    lists, word = words("pronoun"), pronoun.mention.text.lower().split()[0]
    if word in lists["male"] | lists["female"]:
        opposite = lists["female"] if word in lists["male"] else lists["male"]
        return _human(other) and not other.plural and other.head not in opposite
    if word in lists["neuter"]:
        return not other.plural and not _human(other)
    if word in lists["plural"]:
        return other.plural or not _human(other)
    return False


def _human(node: Node) -> bool:
    """Whether a mention means one human being."""
    if node.form == "pronoun":
        return node.head in words("pronoun")["male"] | words("pronoun")["female"]
    if node.plural or node.form == "name":
        return node.person
    return node.person or (node.kind not in (None, "object") and node.head not in words("collective")["noun"])


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
