"""Which times are deadlines: a time by which something must be done, or at which a truce ends."""

from functools import lru_cache

from spacy.tokens import Token

from dragoman.model import TimeRole
from dragoman.reading.times.lean import governor
from dragoman.reading.times.lexicon import table

LIMIT_ROLES = ("until", "by", "before")


@lru_cache(maxsize=8)
def cues(name: str) -> frozenset[str]:
    """A list of lemmas of the cue file."""
    return frozenset(table("cues.toml")[name])


def deadline(root: Token, role: TimeRole) -> bool:
    """Whether the time that `root` heads is a deadline, by the words that govern it."""
    verb = governor(root)
    noun = limit_noun(root)
    if role not in LIMIT_ROLES:
        return noun is not None and noun.lemma_ == "deadline"
    if noun is not None:
        return True
    return verb is not None and (verb.lemma_ in cues("limiting") or bound(verb))


def limit_noun(root: Token) -> Token | None:
    """The noun of a limit that the time hangs on, or that its clause is about."""
    for token in root.ancestors:
        if token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in cues("limits"):
            return token
        if token.pos_ in ("VERB", "AUX"):
            break
    return None


def bound(verb: Token) -> bool:
    """Whether the clause is something asked for: an infinitive under a limiting verb, or under "must"."""
    if any(child.dep_ == "aux" and child.lower_ in ("must", "should", "shall") for child in verb.children):
        return True
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    return infinitive and verb.head.lemma_ in cues("limiting") | cues("limits")
