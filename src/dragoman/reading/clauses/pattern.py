"""Triggers made ready for matching: pieces at hyphens, filed under the piece that is looked up first."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from spacy.tokens import Token

from dragoman.codebook import Trigger

Form = Literal["verb", "noun", "adj", "phrase"]
Affix = Literal["", "suffix", "prefix"]

_NAMED = {"PERSON", "GPE", "LOC", "ORG", "NORP", "FAC"}
_VERBAL = {"VERB", "AUX"}
_NOMINAL = {"NOUN", "PROPN"}
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A trigger's lemmas cut at hyphens: `fused` stand side by side, `rest` follow by grammar or after a gap.

    `copula` is set where the trigger began with "be"; `affix` where it is one end of a hyphenated word; `needed` are
    the pieces that must stand in the sentence besides the first.
    """

    trigger: Trigger
    fused: tuple[str, ...]
    rest: tuple[str, ...]
    copula: bool = False
    affix: Affix = ""
    needed: frozenset[str] = frozenset()


def compile_trigger(trigger: Trigger) -> Pattern:
    """The pattern of a trigger."""
    words = [word.lower() for word in trigger.words]
    if words[0].startswith("*-"):
        return Pattern(trigger, (words[0][2:],), (), affix="suffix")
    if words[0].endswith("-*"):
        return Pattern(trigger, (words[0][:-2],), (), affix="prefix")
    copula = words[0] == "be" and len(words) > 1
    pieces = [tuple(p for p in word.split("-") if p) for word in (words[1:] if copula else words)]
    if trigger.pos == "verb":
        rest = tuple(p for word in pieces[1:] for p in word)
        return Pattern(trigger, pieces[0], rest, copula, needed=frozenset((*pieces[0][1:], *rest)))
    fused = tuple(p for word in pieces for p in word)
    return Pattern(trigger, fused, (), copula, needed=frozenset(fused[1:]))


def forms(token: Token) -> tuple[str, ...]:
    """The lower-case word, its lemma, and what it may be a form of where the lemmatiser took it for another class."""
    lower, lemma = token.lower_, token.lemma_.lower()
    first = (lower,) if lower == lemma else (lower, lemma)
    return (*first, *stems(lower))


@lru_cache(maxsize=50_000)
def stems(word: str) -> tuple[str, ...]:
    """Verb and noun stems that regular inflection may have made the word from (not all of them are words)."""
    return tuple(dict.fromkeys(_stems(word)))


def _stems(word: str) -> Iterator[str]:
    for suffix in ("ed", "ing", "es", "s"):
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            stem = word[: -len(suffix)]
            yield stem
            if suffix in ("ed", "ing"):
                yield stem + "e"
                if stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
                    yield stem[:-1]
            if suffix in ("ed", "es") and stem.endswith("i"):
                yield stem[:-1] + "y"


def form_at(trigger: Trigger, token: Token) -> Form | None:
    """How the trigger's word is used at this token, or None where it can't be this trigger's use.

    Headlines and wires in capitals confuse the tagger, so a word in capitals fits every part of speech.
    """
    if trigger.pos == "phrase" or (token.is_upper and len(token) > 1):
        return trigger.pos
    if trigger.pos == "verb":
        return _verb_form(token)
    if trigger.pos == "noun":
        return "noun" if token.pos_ in _NOMINAL or _may_be_noun(trigger, token) else None
    return "adj" if token.pos_ not in ("ADP", "DET") else None


def is_part_of_name(token: Token, happenings: frozenset[str]) -> bool:
    """Whether a word only stands in the name of somebody, a place or a month ("Liberation" Front, "March").

    The name of a happening ("Battle of", "Operation", "Campaign") tells of it, whatever the entity is taken for.
    """
    if token.lower_ in happenings:
        return False
    if token.ent_type_ not in _NAMED or not token.is_title or token.pos_ != "PROPN":
        return token.ent_type_ == "DATE" and token.pos_ == "PROPN"
    return not token.is_sent_start


def _may_be_noun(trigger: Trigger, token: Token) -> bool:
    """A noun that the tagger took for a participle or an adjective, in its own form."""
    return token.tag_ in ("VBG", "JJ") and token.lower_ in trigger.words[-1].lower().split("-")


def _verb_form(token: Token) -> Form | None:
    if token.pos_ in _VERBAL:
        return "verb"
    if token.lower_.endswith("ing") and token.pos_ in _NOMINAL:
        return "noun"
    if token.pos_ == "ADJ" and token.lower_.endswith(("ed", "en", "ing", "n", "t")):
        return "adj"
    return "verb" if token.pos_ in ("X", "INTJ") or _misread(token) else None


def _misread(token: Token) -> bool:
    """A noun that the tagger made of an inflected verb ("Rebels storm airport", "jets bombed")."""
    return token.pos_ in ("PROPN", "ADJ", "NOUN") and token.lower_.endswith("ed")
