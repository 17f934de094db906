"""Candidates: the words of a text that might carry a happening, listed in the codebook or not."""

from spacy.tokens import Doc, Token

OPEN = {"VERB", "NOUN", "ADJ", "ADV"}
CLAUSES = {"ROOT", "ccomp", "relcl", "advcl", "conj"}


def candidates(doc: Doc, listed: set[int]) -> list[Token]:
    """Verbs, nouns, adjectives and adverbs, main clause auxiliaries, and every word that the lexicon lists."""
    return [token for token in doc if token.i in listed or is_open(token)]


def is_open(token: Token) -> bool:
    """Whether the word belongs to a class that happenings are worded in."""
    if not token.is_alpha:
        return False
    return token.pos_ in OPEN or (token.pos_ == "AUX" and token.dep_ in CLAUSES)
