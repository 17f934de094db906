"""Clause frames: the arguments that syntax gives a verb, an event noun or a participle, under plain names.

Functions: `subj` and `obj` (of the active clause, so a passive's subject is `obj`), `iobj`, `poss`, `mod` (compound or
adjectival modifier), `head` (the noun that a participle modifies), `comp` (a clause), the preposition itself for a
prepositional argument. A leading `v:` marks the same for the verb that an event noun is an argument of, `o:` those of
the noun that a verb governs ("imposed sanctions on"), `c:` those of the clause that completes it ("agreed to help").
"""

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.reading.words import Word

SUBJECTS = {"nsubj", "csubj", "expl"}
PLAIN = {"attr": "attr", "ccomp": "comp", "xcomp": "comp"}
MODIFIERS = {"poss", "compound", "amod", "nmod", "npadvmod", "nummod"}
RELATIVES = {"who", "which", "that", "whom"}


class Argument(NamedTuple):
    """A token that stands to a trigger in a syntactic function; `inherited` through control, coordination or a gap."""

    function: str
    token: Word
    inherited: bool = False


def arguments(trigger: Word) -> list[Argument]:
    """The arguments of a trigger, nearest functions first, each token once."""
    found: dict[int, Argument] = {}
    for argument in _all(trigger):
        found.setdefault(argument.token.i, argument)
    return list(found.values())


def _all(trigger: Word) -> Iterator[Argument]:
    if is_verbal(trigger):
        yield from _verbal(trigger)
    else:
        yield from _nominal(trigger)


def is_verbal(token: Word) -> bool:
    """Whether the token heads a clause rather than a noun phrase."""
    return token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"amod", "compound"}


def _verbal(verb: Word) -> Iterator[Argument]:
    given = list(_own(verb))
    yield from given
    own = {argument.function for argument in given}
    if not own & {"subj"} or is_passive(verb):
        yield from _inherited(verb, own)
    for argument in given:
        yield from _beyond(argument)


def _beyond(argument: Argument) -> Iterator[Argument]:
    """Arguments of the noun that a verb governs and of the clause that completes it."""
    token = argument.token
    if argument.function == "comp":
        if is_verbal(token):
            for own in _own(token):
                yield Argument(f"c:{own.function}", own.token)
                yield from (Argument(f"c:{further.function}", further.token) for further in _of_governed(own))
    else:
        yield from _of_governed(argument)


def _of_governed(argument: Argument) -> Iterator[Argument]:
    token = argument.token
    if token.pos_ != "NOUN" or argument.function in {"subj", "poss", "mod", "iobj"}:
        return
    for child in token.children:
        if child.dep_ in {"poss", "amod", "compound", "nmod"}:
            yield Argument("o:poss" if child.dep_ == "poss" else "o:mod", child)
        elif child.dep_ == "prep":
            yield from (Argument(f"o:{inner.function}", inner.token) for inner in _prepositional(child))


def _own(verb: Word) -> Iterator[Argument]:
    passive = is_passive(verb)
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.lower_ not in RELATIVES:
            yield Argument("subj", child)
        elif child.dep_ == "nsubjpass" and child.lower_ not in RELATIVES:
            yield Argument("obj", child)
        elif child.dep_ in {"dobj", "oprd"} and child.lower_ not in RELATIVES:
            yield Argument("obj2" if passive else "obj", child)
        else:
            yield from _further(child)


def _further(child: Word) -> Iterator[Argument]:
    """Arguments that active and passive verbs have alike."""
    if child.dep_ == "dative":
        yield from _dative(child)
    elif child.dep_ == "agent":
        yield from (Argument("subj", token) for token in objects_of(child))
    elif child.dep_ == "prep":
        yield from _prepositional(child)
    elif child.dep_ in PLAIN:
        yield Argument(PLAIN[child.dep_], child)
    elif child.dep_ in MODIFIERS:
        yield Argument("poss" if child.dep_ == "poss" else "mod", child)


def _dative(child: Word) -> Iterator[Argument]:
    tokens = objects_of(child) if child.pos_ == "ADP" else iter((child,))
    yield from (Argument("iobj", token) for token in tokens)


def _prepositional(preposition: Word) -> Iterator[Argument]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield Argument(preposition.lower_, child)
        elif child.dep_ == "prep":
            yield from (Argument(f"{preposition.lower_} {child.lower_}", token) for token in objects_of(child))
        elif child.dep_ == "pcomp":
            yield Argument(f"{preposition.lower_} doing", child)


def objects_of(preposition: Word) -> Iterator[Word]:
    """The nouns that a preposition governs."""
    return (child for child in preposition.children if child.dep_ == "pobj")


def is_passive(verb: Word) -> bool:
    """Whether the verb is a passive or a participle used as one."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    return verb.tag_ == "VBN" and (verb.dep_ in {"acl", "amod"} or not any(c.dep_ == "aux" for c in verb.children))


def _inherited(verb: Word, own: set[str]) -> Iterator[Argument]:
    head = verb.head
    if verb.dep_ in {"relcl", "acl"}:
        yield from _from_antecedent(verb, own)
    elif verb.dep_ == "conj" and is_verbal(head):
        shared = is_passive(head) and (is_passive(verb) or (verb.tag_ in {"VBN", "VBD"} and "obj" not in own))
        source = "obj" if is_passive(head) else "subj"
        yield from _taken(head, source, "obj" if shared or is_passive(verb) else "subj")
    elif verb.dep_ in {"xcomp", "advcl", "ccomp", "prep", "pcomp"} and verb.i != head.i:
        yield from _controlled(verb)


def _from_antecedent(verb: Word, own: set[str]) -> Iterator[Argument]:
    relative = [c for c in verb.children if c.lower_ in RELATIVES and c.dep_ in SUBJECTS | {"dobj", "nsubjpass"}]
    if relative:
        function = "subj" if relative[0].dep_ in SUBJECTS else "obj"
    elif verb.dep_ == "relcl":
        function = "obj" if "subj" in own else "subj"
    else:
        function = "obj" if verb.tag_ == "VBN" else "subj"
    if function not in own:
        yield Argument(function, verb.head, inherited=True)


def _controlled(verb: Word) -> Iterator[Argument]:
    governor = verb.head
    while governor.pos_ == "ADP" and governor.head.i != governor.i:
        governor = governor.head
    wanted = "obj" if is_passive(verb) else "subj"
    if not is_verbal(governor):
        yield from (Argument(wanted, c, inherited=True) for c in governor.children if c.dep_ == "poss")
        return
    has_object = verb.dep_ in {"xcomp", "ccomp"} and any(c.dep_ == "dobj" for c in governor.children)
    source = "obj" if has_object or (is_passive(governor) and verb.dep_ != "advcl") else "subj"
    if is_passive(governor):
        source = "obj"
    yield from _taken(governor, source, wanted)


def _taken(verb: Word, source: str, wanted: str, depth: int = 0) -> Iterator[Argument]:
    found = [argument for argument in _own(verb) if argument.function == source]
    if not found and depth < 4 and verb.dep_ != "ROOT":
        found = [argument for argument in _inherited(verb, set()) if argument.function == source]
    yield from (Argument(wanted, argument.token, inherited=True) for argument in found[:1])


def _nominal(noun: Word) -> Iterator[Argument]:
    for child in noun.children:
        if child.dep_ in MODIFIERS:
            yield Argument("poss" if child.dep_ == "poss" else "mod", child)
        elif child.dep_ == "prep":
            yield from _prepositional(child)
        elif child.dep_ in {"acl", "relcl"}:
            yield Argument("comp", child)
            yield from _participle_agent(child)
    yield from _around(noun)


def _participle_agent(verb: Word) -> Iterator[Argument]:
    for child in verb.children:
        if child.dep_ == "agent":
            yield from (Argument("subj", token) for token in objects_of(child))


def _around(noun: Word) -> Iterator[Argument]:
    head = noun.head
    if noun.dep_ in {"amod", "compound", "acl"} and head.i != noun.i:
        yield Argument("head", head)
        return
    if noun.dep_ == "pobj" and head.head.i != head.i:
        prefix, head = f"v:{head.lower_}:", head.head
    else:
        prefix = f"v:{noun.dep_}:"
    if noun.dep_ == "conj":
        yield from (Argument(a.function, a.token, inherited=True) for a in _nominal_of_conjunct(noun))
    elif is_verbal(head):
        for argument in _verbal(head):
            if argument.token.i != noun.i:
                yield Argument(prefix + argument.function, argument.token)


def _nominal_of_conjunct(noun: Word) -> Iterator[Argument]:
    head = noun.head
    if head.pos_ == "NOUN" and head.i != noun.i:
        yield from (argument for argument in _nominal(head) if argument.token.i != noun.i)
