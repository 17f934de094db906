"""Who owes whom under a term, as indexes of the claim's actors ("by.0", "to.1"), where the text tells."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.clauses import arguments, conjuncts
from dragoman.reading.typing.draft import Draft, Role, Term
from dragoman.reading.words import Word, Words

ASKED = {"demand", "ultimatum"}
OWN = {"threat", "rejection"}


def owed(term: Term, draft: Draft, words: Words) -> Term:
    """The term with its debtor: its clause's own subject where that is one of the claim's actors, else by type."""
    subjects = _subjects(words.plain[term.head])
    by = _indexes(subjects, draft)
    if by:
        slots = {index.partition(".")[0] for index in by}
        other = _all("by", draft.by) if slots == {"to"} else _all("to", draft.to) if slots == {"by"} else ()
        return replace(term, by=by, to=other)
    if term.role == "or_else" or draft.type in OWN:
        return replace(term, by=_all("by", draft.by), to=_all("to", draft.to))
    if draft.type in ASKED:
        return replace(term, by=_all("to", draft.to), to=_all("by", draft.by))
    return term


def _subjects(head: Word) -> set[int]:
    found = (argument.token for argument in arguments(head) if argument.function == "subj" and not argument.inherited)
    return {token.i for subject in found for token in conjuncts(subject)}


def _indexes(tokens: set[int], draft: Draft) -> tuple[str, ...]:
    slots: dict[str, Sequence[Role]] = {"by": draft.by, "to": draft.to}
    return tuple(
        f"{slot}.{at}"
        for slot, roles in slots.items()
        for at, role in enumerate(roles)
        if any(words is not None and words.root in tokens for words in (role.mention, role.said))
    )


def _all(slot: str, roles: Sequence[Role]) -> tuple[str, ...]:
    return tuple(f"{slot}.{at}" for at in range(len(roles)))
