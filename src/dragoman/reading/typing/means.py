"""Means: with what a thing was done, told by a word of the trigger's clause."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.codebook import Codebook
from dragoman.reading.typing.context import Context

CLAUSES = {"relcl", "advcl", "ccomp", "conj", "parataxis"}


def means(trigger: Token, claim_type: str, context: Context, codebook: Codebook) -> str | None:
    """The means of a happening: the best ranked that its wording or a word of its clause tells."""
    own = {
        entry.means
        for match in context.matches_at.get(trigger.i, ())
        for entry in match.entries
        if entry.type == claim_type and entry.means
    }
    told = [found for token in _clause(trigger) for found in _told(token, claim_type, codebook)]
    ranks = {entry.name: entry.rank for entry in codebook.means} if own else {}
    told += [(ranks.get(name, len(ranks)), name) for name in own]
    return min(told)[1] if told else None


def _clause(trigger: Token) -> Iterator[Token]:
    """The trigger and what hangs on it, up to the clauses of other happenings."""
    yield trigger
    for child in trigger.children:
        if child.dep_ not in CLAUSES:
            yield from _clause(child)


def _told(token: Token, claim_type: str, codebook: Codebook) -> Iterator[tuple[int, str]]:
    for candidate in codebook.means_words.get(token.lemma_.lower(), ()):
        if claim_type in candidate.types and _stands(token, candidate.words):
            yield candidate.rank, candidate.name


def _stands(token: Token, wordings: tuple[str, ...]) -> bool:
    words = (wording.lower().split() for wording in wordings)
    return any(_run(token, len(wording)) == wording for wording in words)


def _run(token: Token, length: int) -> list[str]:
    return [near.lemma_.lower() for near in token.doc[token.i : token.i + length]]
