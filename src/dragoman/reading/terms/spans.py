"""The words of a term: its clause or noun phrase without what introduces it and without its neighbours in a list."""

from spacy.tokens import Token

INTRODUCING = {"mark", "cc", "punct", "preconj"}
RELATIVES = {"which", "that", "who"}
EDGE = {"to", "that", "and", "or", "but", "if", "while", ",", ";", ":", "-", "–", "—", ".", "also"}


def span_of(head: Token, others: set[int]) -> tuple[int, int]:
    """Characters of the term that `head` heads; the clauses of `others`, heads of further terms, are left out."""
    kept = sorted(_tokens(head, others))
    run = _run_around(kept, head.i)
    while run[0] < head.i and head.doc[run[0]].lower_ in EDGE:
        run.pop(0)
    while run[-1] > head.i and head.doc[run[-1]].lower_ in EDGE:
        run.pop()
    first, last = head.doc[run[0]], head.doc[run[-1]]
    return first.idx, last.idx + len(last)


def _tokens(head: Token, others: set[int]) -> set[int]:
    found = {head.i}
    for child in head.children:
        if child.i in others or child.dep_ in INTRODUCING or _relative_subject(child):
            continue
        found |= _subtree(child, others)
    return found


def _subtree(token: Token, others: set[int]) -> set[int]:
    found = {token.i}
    for child in token.children:
        if child.i not in others:
            found |= _subtree(child, others)
    return found


def _relative_subject(child: Token) -> bool:
    return child.dep_ in {"nsubj", "nsubjpass", "dobj"} and child.lower_ in RELATIVES


def _run_around(indexes: list[int], at: int) -> list[int]:
    """The unbroken run of tokens around the head; a gap of punctuation or a conjunction does not break it."""
    run = [at]
    for index in (i for i in indexes if i > at):
        if index - run[-1] > 2:
            break
        run.append(index)
    for index in (i for i in reversed(indexes) if i < at):
        if run[0] - index > 2:
            break
        run.insert(0, index)
    return run
