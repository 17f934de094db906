"""Whether a time without its year or week lies ahead or behind, by the words that govern it."""

from spacy.tokens import Token

AHEAD = frozenset(("will", "shall", "would", "wo", "'ll", "’ll", "must", "should"))


def future(root: Token, role: str) -> bool | None:
    """True where the governing clause looks ahead, False where back, None where it doesn't show."""
    if role == "since":
        return False
    verb = governor(root)
    if verb is None:
        return True if role == "until" else None
    return tense(verb, role)


def governor(token: Token) -> Token | None:
    """The verb of the clause that a token stands in."""
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head is token or token.head.i == token.i:
            return None
        token = token.head
    return None


def tense(verb: Token, role: str) -> bool | None:
    """The lean of a verb with its auxiliaries."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.lower_ in AHEAD for child in helpers):
        return True
    if any(child.lower_ == "to" for child in helpers):
        return True if role in ("until", "by", "at") else None
    if role == "until":
        return True
    if verb.tag_ in ("VBD", "VBN") or any(
        child.tag_ in ("VBD",) or child.lower_ in ("has", "have") for child in helpers
    ):
        return False
    return None
