"""How the name of a place stands in its clause: what governs it, and whether it acts."""

from dragoman.reading.words import Word

_NAMING = frozenset(("compound", "appos", "conj", "nmod", "flat", "amod", "poss", "nummod"))
_STEPS = 12


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
