"""Whether a time without its year or week lies ahead or behind, by the words that govern it."""

from spacy.tokens import Token

from dragoman.reading.times.cues import cues
from dragoman.reading.words import Node

CLIMB = 12


def future(root: Token, preposition: str) -> bool | None:
    """True where the governing words look ahead, False where back, None where they don't show.

    `preposition` is the word before the time in lower case, or "".
    """
    if preposition == "since":
        return False
    if any(ahead(token, preposition) for token in near(root)):
        return True
    verb = governor(root)
    lean = tense(verb) if verb is not None else None
    if preposition in ("until", "till", "to") and lean is False and verb is not None:
        return True if verb.lemma_ in cues("limiting") else None
    return True if lean is None and preposition in ("until", "till", "to", "by") else lean


def ahead(token: Token, preposition: str) -> bool:
    """Whether a governing word looks ahead: "the next round is set for Friday", not "set the town ablaze on Friday"."""
    if token.lemma_.lower() not in cues("ahead"):
        return False
    return token.tag_ != "VBD" or preposition in ("by", "for", "from", "until")


def near(root: Token) -> list[Token]:
    """The words that a time hangs on, up to the verb of its clause."""
    found: list[Token] = []
    for token in root.ancestors:
        verb = token.pos_ in ("VERB", "AUX")
        if verb and any(other.pos_ in ("NOUN", "PROPN") for other in found):
            break
        found.append(token)
        if verb or len(found) > CLIMB:
            break
    return found


def governor(token: Node) -> Node | None:
    """The verb of the clause that a token stands in."""
    for _ in range(CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def tense(verb: Token) -> bool | None:
    """The lean of a verb with its auxiliaries; an infinitive leans where the verb above it does."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & cues("modals"):
        return True
    if verb.tag_ == "VBD" or helpers & {"has", "have", "had", "was", "were"}:
        return False
    if present(verb) and verb.lemma_ in cues("scheduled"):
        return True
    if "to" in helpers:
        above = verb.head
        if above.i == verb.i:
            return None
        planned = above.lemma_ == "be" or above.lemma_ in cues("ahead")
        return True if planned or (above.pos_ in ("VERB", "AUX") and present(above)) else None
    return None


def present(verb: Token) -> bool:
    """Whether a verb is in the present tense, as far as its form shows."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return verb.tag_ in ("VBP", "VBZ") or bool(helpers & {"is", "are", "am"})


def pluperfect(root: Token) -> bool:
    """Whether the clause tells of what lay behind even then: "had been told"."""
    verb = governor(root)
    above = [] if verb is None else [verb, verb.head]
    return any(child.lower_ == "had" and child.dep_ == "aux" for token in above for child in token.children)


def perfect(root: Token) -> bool:
    """Whether the clause tells in the perfect of what goes on till now: "have fled", "has been besieged"."""
    verb = governor(root)
    return verb is not None and any(child.lower_ in ("has", "have", "'ve", "’ve") for child in verb.children)
