"""Candidates: the words of a text that might carry a happening, listed in the codebook or not."""

from functools import cache
from pathlib import Path

from spacy.tokens import Doc, Token

OPEN = {"VERB", "NOUN", "ADJ", "ADV"}
CLAUSES = {"ROOT", "ccomp", "relcl", "advcl", "conj"}
SILENT = Path(__file__).with_name("silent.txt")


def candidates(doc: Doc, listed: set[int]) -> list[Token]:
    """Verbs, nouns, adjectives and adverbs, main clause auxiliaries, and every word that the lexicon lists.

    Unlisted words that are known never to carry a claim are passed over.
    """
    passed = silent()
    return [token for token in doc if token.i in listed or (is_open(token) and token.lemma_.lower() not in passed)]


def is_open(token: Token) -> bool:
    """Whether the word belongs to a class that happenings are worded in."""
    if not token.is_alpha:
        return False
    return token.pos_ in OPEN or (token.pos_ == "AUX" and token.dep_ in CLAUSES)


@cache
def silent() -> frozenset[str]:
    """The lemmas that carried no claim in all labelled passages; counted by `training/silent.py`."""
    lines = SILENT.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
