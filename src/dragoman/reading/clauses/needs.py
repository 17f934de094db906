"""Whether the words around a trigger are of the kind that its sense needs ("seized the town", "seized weapons")."""

from collections.abc import Mapping

from spacy.tokens import Token

from dragoman.codebook import Need, Trigger
from dragoman.reading.clauses import functions

_OF_ENTITY: dict[str, frozenset[str]] = {
    "GPE": frozenset({"place", "group", "armed"}),
    "LOC": frozenset({"place"}),
    "FAC": frozenset({"place", "property"}),
    "PERSON": frozenset({"person", "official", "place"}),
    "ORG": frozenset({"group", "armed", "place", "official"}),
    "NORP": frozenset({"group", "armed", "person"}),
    "PRODUCT": frozenset({"weapon", "vehicle"}),
}
_OPEN = frozenset({"PRON", "X", "NUM", "SYM"})
_PEOPLE_PRONOUNS = frozenset({"he", "she", "him", "her", "who", "whom", "i", "me"})


class Needs:
    """The noun classes of a codebook, asked of the words at a function."""

    def __init__(self, noun_classes: Mapping[str, frozenset[str]]):
        self._classes = noun_classes

    def met(self, trigger: Trigger, core: Token) -> bool:
        """Whether all needs of the trigger are met at this token; a pronoun may stand for anything."""
        return all(self._meets(need, core) for need in trigger.needs)

    def _meets(self, need: Need, core: Token) -> bool:
        return any(self._is(word, need.classes) for word in functions.at(core, need.function))

    def _is(self, word: Token, wanted: tuple[str, ...]) -> bool:
        if word.pos_ in _OPEN:
            return word.lower_ not in _PEOPLE_PRONOUNS or not {"person", "armed", "group", "official"}.isdisjoint(
                wanted
            )
        return not self.classes(word).isdisjoint(wanted)

    def classes(self, word: Token) -> frozenset[str]:
        """The classes of a noun by itself, by the noun that it measures ("dozens of villages") and by its entity."""
        found = self._classes.get(word.lemma_.lower(), frozenset()) | self._classes.get(word.lower_, frozenset())
        if "measure" in found:
            found = found.union(*(self._classes.get(t.lemma_.lower(), frozenset()) for t in functions.at(word, "of")))
        if found:
            return found
        if word.ent_type_ in _OF_ENTITY:
            return _OF_ENTITY[word.ent_type_]
        return frozenset({"place", "person", "group", "armed", "official"}) if word.pos_ == "PROPN" else found
