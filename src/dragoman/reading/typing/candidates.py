"""Candidates: the words of a text that might carry a happening, listed in the codebook or not."""

from collections.abc import Container
from functools import cache
from pathlib import Path

from spacy.tokens import Token

from dragoman.reading.words import Words

OPEN = {"VERB", "NOUN", "ADJ", "ADV"}
CLAUSES = {"ROOT", "ccomp", "relcl", "advcl", "conj"}
SILENT = Path(__file__).with_name("silent.txt")


def candidates(words: Words, listed: Container[int]) -> list[Token]:
    """Verbs, nouns, adjectives and adverbs, main clause auxiliaries, and every word that the lexicon lists.

    Unlisted words that are known never to carry a claim are passed over.
    """
    passed = silent()
    return [
        token
        for index, token in enumerate(words.tokens)
        if index in listed or (is_open(index, words) and words.lemma[index] not in passed)
    ]


def is_open(index: int, words: Words) -> bool:
    """Whether a word belongs to a class that happenings are worded in."""
    pos = words.pos[index]
    if pos not in OPEN and (pos != "AUX" or words.dep[index] not in CLAUSES):
        return False
    return words.lower[index].isalpha()


@cache
def silent() -> frozenset[str]:
    """The lemmas that carried no claim in all labelled passages; counted by `training/silent.py`."""
    lines = SILENT.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
