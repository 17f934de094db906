"""Evidence: the shortest run of the text that carries a happening."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.typing.context import Context

VERB_GROUP = {"aux", "auxpass", "neg", "prt"}
LONGEST = 8


def evidence(trigger: Token, context: Context) -> tuple[int, int]:
    """Characters of the verb group, of the light verb with its noun, or of the event noun."""
    indexes = {trigger.i, *_group(trigger), *_listed(trigger, context)}
    run = [index for index in sorted(indexes) if abs(index - trigger.i) <= LONGEST]
    first, last = trigger.doc[run[0]], trigger.doc[run[-1]]
    return first.idx, last.idx + len(last)


def _group(trigger: Token) -> Iterator[int]:
    if trigger.pos_ in {"VERB", "AUX"}:
        yield from (child.i for child in trigger.children if child.dep_ in VERB_GROUP)
    elif trigger.dep_ == "acomp" or trigger.dep_ == "attr":
        yield trigger.head.i
    if trigger.dep_ == "amod" and trigger.i > 1 and trigger.nbor(-1).text == "-":
        yield trigger.i - 2


def _listed(trigger: Token, context: Context) -> Iterator[int]:
    for match in context.matches_at.get(trigger.i, ()):
        yield from match.tokens
