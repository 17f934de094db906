"""Whether the name of a capital, a building or an office stands for its government, by syntax and verb class."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Token

from dragoman.reading.actors.kinds import noun_kind
from dragoman.reading.actors.lexicon import lexicon

_MODIFYING = {"amod", "compound", "nmod", "npadvmod", "nounmod", "advmod"}
_OBJECTS = {"dobj", "dative", "iobj"}
_STATES = {"be", "become", "remain", "seem", "appear", "stay", "look"}
_SPOKEN = ("saying", "demanding", "promising", "dealing", "accusing")
_WHOSE = {"government", "state force", "police", "political organisation"}


@dataclass(frozen=True)
class Classes:
    """The words of the table, as lemmas: verbs by what their subject or object is, nouns and adjectives of dealing."""

    spoken: frozenset[str]
    subject: frozenset[str]
    object: frozenset[str]
    place: frozenset[str]
    attitude: frozenset[str]
    noun: frozenset[str]
    belonging: frozenset[str]
    receiving: frozenset[str]
    tied: frozenset[str]


@cache
def classes() -> Classes:
    """The table beside the code."""
    with (Path(__file__).parent / "metonymy.toml").open("rb") as file:
        table: Mapping[str, Mapping[str, list[str]]] = tomllib.load(file)
    spoken = {name: table["subject"][name] for name in _SPOKEN}
    return Classes(
        spoken=_all(spoken),
        subject=_all(table["subject"]),
        object=_all(table["object"]) - frozenset(table["object"]["receiving"]),
        place=_all(table["place"]),
        attitude=_all(table["attitude"]),
        noun=_all(table["noun"]),
        belonging=frozenset(table["noun"]["belonging"]),
        receiving=frozenset(table["object"]["receiving"]),
        tied=_all(table["tied"]),
    )


def stands_for_government(seat: Token) -> bool:
    """Whether the seat that a token heads acts, is dealt with or owns what governments have; else it is a place."""
    relation, above = seat.dep_, seat.head
    if relation == "conj":
        return stands_for_government(above)
    if relation == "nsubj":
        return _acts(above)
    if relation == "nsubjpass" or relation in _OBJECTS:
        return above.lemma_.lower() in classes().object
    if relation == "pobj":
        return _dealt_with(above)
    if relation == "poss" or relation in _MODIFYING:
        return _owns(above) or (relation in _MODIFYING and above.tag_ == "VBN")
    return relation == "appos" and noun_kind(above) in _WHOSE | {"person"}


def _acts(verb: Token) -> bool:
    """Whether the subject of a verb acts: by the verb's class, what it is said to be, else by having an object."""
    word, table = verb.lemma_.lower(), classes()
    if word in _STATES:
        said = [child.lemma_.lower() for child in verb.rights if child.dep_ in ("acomp", "attr", "oprd")]
        followed = any(_acts(child) for child in verb.rights if child.dep_ == "xcomp" and child.pos_ == "VERB")
        return followed or any(one in table.attitude or one in table.belonging for one in said)
    if word in table.subject:
        return True
    if word in table.place:
        return False
    return any(child.dep_ in ("dobj", "xcomp", "ccomp") for child in verb.rights)


def _dealt_with(preposition: Token) -> bool:
    """Whether what a preposition ties to a seat is dealing with its government."""
    word, governor, table = preposition.lower_, preposition.head, classes()
    name = governor.lemma_.lower()
    if preposition.dep_ == "agent":
        return True
    if word in lexicon().locative - {"on"}:
        return False
    if word == "from" and (name in table.receiving or _comes_from(governor)):
        return True
    if word == "from" and governor.pos_ == "VERB":
        return any(child.lemma_.lower() in table.noun for child in governor.lefts if child.dep_ == "nsubj")
    if word == "of":
        return name in table.noun
    if governor.pos_ in ("NOUN", "PROPN"):
        return name in table.noun
    if governor.pos_ == "ADJ" or name in table.tied or governor.lower_ == "according":
        return name in table.tied or governor.lower_ == "according"
    return _addressed(governor)


def _addressed(verb: Token) -> bool:
    """Whether a verb, or the noun of dealing that is its object, is one of words ("called on", "put pressure on")."""
    told = any(child.lemma_.lower() in classes().noun for child in verb.rights if child.dep_ == "dobj")
    return told or verb.lemma_.lower() in classes().spoken


def _comes_from(noun: Token) -> bool:
    return noun_kind(noun) in _WHOSE | {"person"} and noun.pos_ in ("NOUN", "PROPN")


def _owns(noun: Token) -> bool:
    """Whether a noun names what a government has or does ("Damascus' forces", "Moscow's offer")."""
    return noun.lemma_.lower() in classes().noun or noun_kind(noun) in _WHOSE | {"person"}


def _all(groups: Mapping[str, list[str]]) -> frozenset[str]:
    return frozenset(word for words in groups.values() for word in words)
