"""Which times are deadlines: a time by which something must be done, or at which a truce ends."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.model import TimeRole
from dragoman.reading.times.cues import cues
from dragoman.reading.times.lean import governor, tense

CLIMB = 4


def deadline(root: Token, role: TimeRole, length: bool = False) -> bool:
    """Whether the time that `root` heads is a deadline, by the words that govern it.

    `length`: it is a length of time, which is a deadline within itself ("gave them 48 hours", "a 10-day truce").
    """
    verb = governor(root)
    if length and role != "by":
        return measured(root) or (verb is not None and granted(root, verb))
    if named(root):
        return verb is None or verb.lemma_ not in cues("ending")
    if verb is None:
        return role in ("until", "by") and limit_noun(root) is not None
    if role in ("until", "by", "before"):
        return limit_noun(root) is not None or limiting(verb, role) or (role == "until" and limit_of(verb))
    if role != "at" or verb.lemma_ not in cues("ending") or tense(verb) is False:
        return False
    return verb.lemma_ == "expire" or limit_of(verb)


def named(root: Token) -> bool:
    """Whether the time stands with the word for it: "a deadline of May 12", "the Friday deadline"."""
    return any(token.lemma_.lower() in cues("deadline") for token in [root.head, root.head.head])


def measured(root: Token) -> bool:
    """Whether a length of time measures a truce or an ultimatum: "a 10-day truce"."""
    if root.dep_ == "pobj" and root.head.lower_ == "of":
        return root.head.head.lemma_.lower() in cues("limits")
    return root.dep_ in ("compound", "amod", "nmod", "nummod", "poss") and root.head.lemma_.lower() in cues("limits")


def granted(root: Token, verb: Token) -> bool:
    """Whether somebody is given a length of time to do something: "gave them 48 hours to leave"."""
    if root.head.i != verb.i or root.dep_ not in ("dobj", "npadvmod", "dative", "attr", "oprd"):
        return False
    asked = any(infinitive(child) for child in [*root.children, *verb.children])
    return verb.lemma_ in cues("granting") and (asked or verb.lemma_ == "give")


def limit_noun(root: Token) -> Token | None:
    """The noun of a limit that the time hangs on within its clause."""
    for token in root.ancestors:
        if token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in cues("limits"):
            return token
        if token.pos_ in ("VERB", "AUX"):
            break
    return None


def limit_of(verb: Token) -> bool:
    """Whether the clause is about something that ends at a limit: its subject or object is a truce."""
    token = verb
    for _ in range(CLIMB):
        parts = [token, *(child for child in token.children if child.dep_ in ("nsubj", "nsubjpass", "dobj"))]
        if any(part.lemma_.lower() in cues("limits") for part in parts):
            return True
        if token.dep_ not in ("relcl", "acl", "xcomp", "conj", "amod", "ccomp"):
            return False
        token = token.head
    return False


def limiting(verb: Token, role: TimeRole) -> bool:
    """Whether the verb, or one that its infinitive hangs on, sets a limit: "told them to leave by Friday"."""
    for step, token in enumerate(chain(verb)):
        helpers = {child.lower_ for child in token.children if child.dep_ == "aux"}
        if helpers & cues("obliging") or token.lemma_ in cues("limiting"):
            return step > 0 or role == "until" or bool(helpers & cues("obliging")) or token.lemma_ != "have"
        if not infinitive(token) and token.dep_ not in ("conj", "xcomp"):
            return role == "by" and bool(helpers & cues("modals"))
    return False


def chain(verb: Token) -> Iterator[Token]:
    """The verb and those above it that it completes."""
    token = verb
    for _ in range(CLIMB):
        yield token
        if token.head.i == token.i or token.dep_ not in ("xcomp", "conj", "ccomp", "advcl", "acl", "relcl"):
            return
        token = token.head


def infinitive(token: Token) -> bool:
    """Whether a token is a verb with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)
