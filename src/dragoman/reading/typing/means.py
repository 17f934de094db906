"""Means: with what a thing was done, told by a word of the trigger's clause."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.codebook import Codebook
from dragoman.reading.typing.context import Context
from dragoman.reading.words import Words

CLAUSES = {"relcl", "advcl", "ccomp", "conj", "parataxis"}


def means(trigger: Token, claim_type: str, context: Context, codebook: Codebook) -> str | None:
    """The means of a happening: the best ranked that its wording or a word of its clause tells."""
    own = {
        entry.means
        for match in context.matches_at.get(trigger.i, ())
        for entry in match.entries
        if entry.type == claim_type and entry.means
    }
    told = [
        found
        for index in _clause(trigger.i, context.words)
        for found in _told(index, claim_type, codebook, context.words)
    ]
    ranks = {entry.name: entry.rank for entry in codebook.means} if own else {}
    told += [(ranks.get(name, len(ranks)), name) for name in own]
    return min(told)[1] if told else None


def _clause(index: int, words: Words) -> Iterator[int]:
    """A word and what hangs on it, up to the clauses of other happenings."""
    yield index
    for child in words.children[index]:
        if words.dep[child] not in CLAUSES:
            yield from _clause(child, words)


def _told(index: int, claim_type: str, codebook: Codebook, words: Words) -> Iterator[tuple[int, str]]:
    for candidate in codebook.means_words.get(words.lemma[index], ()):
        if claim_type in candidate.types and _stands(index, candidate.words, words):
            yield candidate.rank, candidate.name


def _stands(index: int, wordings: tuple[str, ...], words: Words) -> bool:
    split = (wording.lower().split() for wording in wordings)
    return any(words.lemma[index : index + len(wording)] == wording for wording in split)
