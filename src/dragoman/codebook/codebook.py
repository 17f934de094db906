"""The codebook: types, triggers, means and rules to codes, as loaded from their files."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.codebook.claimtype import ClaimType
from dragoman.codebook.lightverb import LightVerb
from dragoman.codebook.means import Means
from dragoman.codebook.rule import PROVISIONS, Rule, Situation
from dragoman.codebook.trigger import Trigger
from dragoman.model import CodebookError, Codes


@dataclass(frozen=True)
class Codebook:
    """What a claim may be: the types by name, their wordings, and what other schemes call them.

    `stamp` names version and contents ("dragoman 1 sha256:…"); `noun_classes` maps a noun to the classes that the
    needs of triggers ask for ("place", "weapon", "deal").
    """

    stamp: str
    types: Mapping[str, ClaimType]
    triggers: tuple[Trigger, ...]
    light_verbs: tuple[LightVerb, ...]
    means: tuple[Means, ...]
    noun_classes: Mapping[str, frozenset[str]]
    rules: Mapping[str, tuple[Rule, ...]]

    def family(self, type_name: str) -> str:
        """The family of a type; a CodebookError says which type is unknown."""
        return self.type(type_name).family

    def type(self, type_name: str) -> ClaimType:
        """The type of that name; a CodebookError says which type is unknown."""
        try:
            return self.types[type_name]
        except KeyError:
            raise CodebookError(f"no type is called {type_name!r}: the codebook has {len(self.types)} others") from None

    def triggers_for(self, lemma: str) -> tuple[Trigger, ...]:
        """Triggers whose first word is `lemma` (lower case); of several words the others follow."""
        return self._by_first.get(lemma, ())

    @cached_property
    def _by_first(self) -> dict[str, tuple[Trigger, ...]]:
        index: dict[str, list[Trigger]] = {}
        for trigger in self.triggers:
            index.setdefault(trigger.words[0], []).append(trigger)
        return {word: tuple(sorted(found, key=lambda t: -len(t.words))) for word, found in index.items()}

    @cached_property
    def means_words(self) -> dict[str, tuple[Means, ...]]:
        """First lemma of a means word to the means it may tell, lowest rank first."""
        index: dict[str, list[Means]] = {}
        for means in sorted(self.means, key=lambda m: m.rank):
            for word in means.words:
                index.setdefault(word.split()[0], []).append(means)
        return {word: tuple(found) for word, found in index.items()}

    def codes(
        self,
        claim_type: str,
        factuality: str,
        phase: str | None = None,
        *,
        means: str | None = None,
        by_kinds: Collection[str] = (),
        to_kinds: Collection[str] = (),
        terms: Collection[str] = (),
        sense: str | None = None,
        foreign: bool | None = None,
        words: Collection[str] = (),
    ) -> Codes:
        """What other schemes call such a claim, by the first rule of each that holds; null where none does.

        Schemes of provisions (PA-X) give the codes of all rules that hold, separated by blanks.
        """
        situation = Situation(claim_type, factuality, phase, means, by_kinds, to_kinds, terms, sense, foreign, words)
        held = {scheme: self._held(scheme, situation) for scheme in self.rules}
        plover = next(iter(held.get("plover", ())), None)
        codes = {scheme: _code(scheme, rules) for scheme, rules in held.items()}
        return Codes(plover_mode=plover.mode if plover else None, **codes)

    def _held(self, scheme: str, situation: Situation) -> list[Rule]:
        """The rules of a scheme that hold, in their order."""
        return [rule for rule in self._rules_of[scheme].get(situation.type, ()) if rule.holds(situation)]

    @cached_property
    def _rules_of(self) -> dict[str, dict[str, list[Rule]]]:
        """The rules of each scheme that may hold for a type, in their order."""
        return {
            scheme: {name: [rule for rule in rules if rule.is_for(name)] for name in self.types}
            for scheme, rules in self.rules.items()
        }


def _code(scheme: str, held: Sequence[Rule]) -> str | None:
    if scheme in PROVISIONS:
        return " ".join(dict.fromkeys(rule.code for rule in held if rule.code)) or None
    return held[0].code if held else None
