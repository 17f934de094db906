"""How a place stands to a trigger in the parse: the path between them, and the preposition that governs the place."""

from typing import NamedTuple

from dragoman.reading.words import Word

_NAMING = frozenset(("compound", "appos", "conj", "nmod", "flat", "amod", "poss", "nummod"))
_STEPS = 12


class Path(NamedTuple):
    """Labels going up from the trigger and down to the place; `borders` counts the clauses left or entered."""

    up: tuple[str, ...]
    down: tuple[str, ...]
    borders: int

    @property
    def length(self) -> int:
        """How many arcs lie between the two."""
        return len(self.up) + len(self.down)


def path(trigger: Word, goal: Word) -> Path | None:
    """The path from one token to another of its sentence; None across sentences."""
    above = {trigger.i: 0}
    up: list[Word] = [trigger]
    while up[-1].head.i != up[-1].i and len(up) < 60:
        up.append(up[-1].head)
        above[up[-1].i] = len(up) - 1
    down: list[Word] = []
    current = goal
    while current.i not in above and len(down) < 60:
        down.append(current)
        if current.head.i == current.i:
            return None
        current = current.head
    if current.i not in above:
        return None
    climbed = up[: above[current.i]]
    return Path(
        tuple(token.dep_ for token in climbed),
        tuple(_step(token) for token in reversed(down)),
        sum(_bounds(token) for token in (*climbed, *down)),
    )


def governor(root: Word) -> Word:
    """The token by which a name takes part in the clause: the head of its list, apposition or "the town of X"."""
    token = root
    for _ in range(_STEPS):
        if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN":
            token = token.head.head
        elif token.dep_ in {"compound", "appos", "conj", "nmod", "amod", "poss"} and token.head.i != token.i:
            token = token.head
        else:
            break
    return token


def preposition(root: Word) -> Word | None:
    """The preposition that governs a name directly or through a list, an apposition or the noun it modifies."""
    token = root
    for _ in range(_STEPS):
        if token.dep_ in {"pobj", "pcomp"} and token.head.pos_ in {"ADP", "SCONJ", "ADV", "VERB"}:
            return token.head
        if token.dep_ not in _NAMING or token.head.i == token.i:
            return None
        token = token.head
    return None


def outer(route: Path) -> str:
    """The first preposition on the way down from where the path turns ("to" in "fled to a camp in X"), or "-"."""
    return next((step.partition(":")[2] for step in route.down if step.startswith("prep:")), "-")


def acts(root: Word) -> bool:
    """Whether a place's name stands where somebody acts or owns rather than where something happens."""
    if root.dep_ in {"nsubj", "nsubjpass", "agent", "csubj"}:
        return True
    if root.dep_ in {"poss", "compound", "nmod", "amod"} and root.head.i > root.i:
        return root.head.ent_type_ == "ORG" or root.head.dep_ in {"nsubj", "agent", "compound", "nsubjpass"}
    return False


def embedded(root: Word, stop: int) -> bool:
    """Whether a place's name (ending before token `stop`) only stands before a noun or in a longer name."""
    return root.dep_ == "compound" and root.head.i >= stop


def _step(token: Word) -> str:
    return f"{token.dep_}:{token.lower_}" if token.dep_ == "prep" else token.dep_


def _bounds(token: Word) -> int:
    return int(
        token.dep_ in {"ccomp", "relcl", "advcl", "acl", "parataxis", "csubj"}
        or (token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"})
    )
