"""Which earlier mentions a pronoun or description may stand for, and how well each fits."""

from dragoman.reading.coreference.lexicon import words
from dragoman.reading.coreference.nodes import Node

_ORGANISED = {"company", "media", "monitor", "armed group", "political organisation", "state force", "police"}
_SUBJECTS = ("nsubj", "nsubjpass")
REACH = {"pronoun": 3, "description": 12}


def agrees(pronoun: Node, other: Node) -> bool:
    """Whether number and sort of an earlier mention allow the pronoun."""
    lists, word = words("pronoun"), pronoun.mention.text.lower().split()[0]
    if word in lists["male"] | lists["female"]:
        return _human(other) and not other.plural
    if word in lists["neuter"]:
        return not other.person and not other.plural and not (_human(other) and other.form == "description")
    if word in lists["plural"]:
        return other.plural or other.kind in _ORGANISED or (other.kind == "community")
    return False


def _human(node: Node) -> bool:
    if node.form == "pronoun":
        return node.head in words("pronoun")["male"] | words("pronoun")["female"]
    single = node.kind in ("civilians", "state force", "police", "government", "armed group", "monitor", "media")
    return node.person or (node.form == "description" and single and not node.plural)


def fitness(later: Node, earlier: Node) -> float:
    """How well an agreeing mention fits: near, subject, named, same role."""
    score = -1.0 * (later.sentence - earlier.sentence)
    score -= 0.01 * (later.root - earlier.root)
    score += 1.2 if earlier.dep in _SUBJECTS else 0.0
    score += 0.5 if earlier.dep in _SUBJECTS and later.dep in _SUBJECTS else 0.0
    score += 0.6 if earlier.form != "description" else 0.0
    score -= 1.5 if earlier.kind in (None, "object") and earlier.form == "description" else 0.0
    score -= 1.0 if earlier.place and earlier.kind is None else 0.0
    return score


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
