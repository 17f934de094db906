"""Which words stand at a grammatical function of a verb, event noun or adjective, in logical terms.

The subject of a passive is its object and its agent its subject; participles look to the noun that they modify,
conjoined and controlled verbs to the subject of the verb before them.
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

_AGENT = ("agent",)
_PREPOSITIONS = ("prep", "agent", "dative")
_MODIFIERS = ("compound", "amod", "nmod", "poss")
STEPS = 3


def at(token: Token, function: str) -> list[Token]:
    """The tokens at `function` (as in the argument patterns of the codebook) of `token`, conjoined ones included."""
    found = _OF.get(function, _prepositional(function))(token)
    return [joined for one in found for joined in (one, *one.conjuncts) if joined.i != token.i]


def is_passive(verb: Token) -> bool:
    """Whether a verb is told from the side of its object."""
    if verb.tag_ != "VBN":
        return False
    return verb.dep_ in ("acl", "amod") or any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def subjects(token: Token) -> Iterator[Token]:
    """Who does it."""
    if token.pos_ not in ("VERB", "AUX"):
        yield from _of_noun(token, "by", ("poss", "compound", "amod", "nmod"))
        return
    if is_passive(token):
        yield from _agents(token)
        return
    yield from _grammatical_subjects(token)


def _agents(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            yield from (c for c in child.children if c.dep_ == "pobj")


def _grammatical_subjects(verb: Token) -> Iterator[Token]:
    for _ in range(STEPS):
        own = [child for child in verb.children if child.dep_ in ("nsubj", "csubj", "nsubjpass")]
        if verb.dep_ == "relcl" and all(child.tag_ in ("WDT", "WP") for child in own):
            yield verb.head
            return
        if own:
            yield from own
            return
        if verb.dep_ == "acl" and not _is_infinitive(verb):
            yield verb.head
            return
        above = _controller(verb)
        if above is None:
            return
        if above.pos_ not in ("VERB", "AUX"):
            yield above
            return
        verb = above


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _controller(verb: Token) -> Token | None:
    """The verb whose subject a verb without one shares, or the noun that is its subject itself.

    "Willing to leave" looks to the subject of "were", "made plans to leave" to that of "made", "their plan to leave"
    to "their"; "the first to leave" are those who leave.
    """
    above = verb.head
    if verb.dep_ == "acl":
        owner = next((child for child in above.children if child.dep_ == "poss"), None)
        return owner or (above.head if above.dep_ == "dobj" else above)
    if verb.dep_ not in ("conj", "xcomp", "advcl"):
        return None
    if above.pos_ == "ADJ" and above.dep_ in ("acomp", "oprd"):
        above = above.head
    return above if above.pos_ in ("VERB", "AUX") else None


def objects(token: Token) -> Iterator[Token]:
    """Whom or what it is done to."""
    if token.pos_ not in ("VERB", "AUX"):
        yield from _of_noun(token, "of", ("compound",))
        return
    if is_passive(token):
        if token.dep_ in ("acl", "amod"):
            yield token.head
        else:
            yield from _grammatical_subjects(token)
        return
    own = [child for child in token.children if child.dep_ in ("dobj", "oprd")]
    yield from own
    if not own and token.dep_ == "relcl":
        yield token.head


def _indirect(token: Token) -> Iterator[Token]:
    yield from (child for child in token.children if child.dep_ == "dative" and child.pos_ != "ADP")


def _modifiers(token: Token) -> Iterator[Token]:
    yield from (child for child in token.children if child.dep_ in _MODIFIERS)


def _possessors(token: Token) -> Iterator[Token]:
    yield from (child for child in token.children if child.dep_ == "poss")


def _heads(token: Token) -> Iterator[Token]:
    if token.dep_ in ("amod", "compound", "nmod", "acl"):
        yield token.head


def _clauses(token: Token) -> Iterator[Token]:
    yield from (child for child in token.children if child.dep_ in ("ccomp", "xcomp"))


def _of_noun(token: Token, preposition: str, modifiers: tuple[str, ...]) -> Iterator[Token]:
    yield from _prepositional(preposition)(token)
    yield from (child for child in token.children if child.dep_ in modifiers)


def _prepositional(preposition: str) -> Callable[[Token], Iterator[Token]]:
    def found(token: Token) -> Iterator[Token]:
        for child in token.children:
            if child.lower_ == preposition and child.dep_ in (*_PREPOSITIONS, "prt"):
                yield from (c for c in child.children if c.dep_ in ("pobj", "pcomp"))

    return found


_OF: dict[str, Callable[[Token], Iterator[Token]]] = {
    "subj": subjects,
    "obj": objects,
    "iobj": _indirect,
    "mod": _modifiers,
    "poss": _possessors,
    "head": _heads,
    "comp": _clauses,
}
