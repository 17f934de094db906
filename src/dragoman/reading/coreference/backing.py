"""What "the US-backed forces" take up: a group in the text that the register knows to be backed so."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from dragoman.reading.coreference.nodes import Node
from dragoman.register import Register

_BACKED = {"back", "support", "fund", "arm"}
_ARMED = ("armed group", "state force")
_REACH = 300


def backed(doc: Doc, every: Sequence[Node], position: int, register: Register | None) -> tuple[int, str] | None:
    """The group named nearest before, else after, that the backer in an armed group's description is known to back."""
    node = every[position]
    if register is None or node.form != "description" or node.kind not in _ARMED:
        return None
    governments = {f"gov-{country.lower()}" for country in _backers(doc, every, position)}
    if not governments:
        return None
    earlier = reversed(every[max(0, position - _REACH) : position])
    for other in (*earlier, *every[position + 1 : position + _REACH]):
        if other.actor and other.form == "name" and _known(other.actor, governments, register):
            return other.root, f"backed by {', '.join(sorted(governments))} in the register"
    return None


def _backers(doc: Doc, every: Sequence[Node], position: int) -> Iterator[str]:
    """Countries of "US" in "US-backed", before the head."""
    before = {node.root: node.country for node in every[max(0, position - 12) : position]}
    for modifier in doc[every[position].root].lefts:
        if modifier.lemma_.lower() in _BACKED:
            yield from (country for t in modifier.lefts if (country := before.get(t.i)))


def _known(actor: str, governments: set[str], register: Register) -> bool:
    relations = register.relations_of(actor)
    return any(r.subject == actor and r.kind == "backed by" and r.object in governments for r in relations)
