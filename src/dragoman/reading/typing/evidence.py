"""Evidence: the shortest run of the text that carries a happening."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.typing.context import Context

VERB_GROUP = {"aux", "auxpass", "neg", "prt"}
LONGEST = 8
PARTICLES = {"ADP", "ADV", "PART", "SCONJ"}


def evidence(trigger: Token, claim_type: str, context: Context) -> tuple[int, int]:
    """Characters of the verb group, of the light verb with its noun, or of the event noun."""
    indexes = {trigger.i, *_group(trigger), *_listed(trigger, claim_type, context)}
    run = [index for index in sorted(indexes) if abs(index - trigger.i) <= LONGEST]
    while _loose(run, trigger):
        run.pop()
    first, last = trigger.doc[run[0]], trigger.doc[run[-1]]
    return first.idx, last.idx + len(last)


def _loose(run: list[int], trigger: Token) -> bool:
    """Whether the run ends in a particle that stands apart from the rest, or in a modifier without its noun."""
    last = trigger.doc[run[-1]]
    if last.i <= trigger.i:
        return False
    return last.head.i > last.i or (last.pos_ in PARTICLES and last.i - run[-2] > 1)


def _group(trigger: Token) -> Iterator[int]:
    if trigger.pos_ in {"VERB", "AUX"}:
        yield from (child.i for child in trigger.children if child.dep_ in VERB_GROUP)
    elif trigger.dep_ == "acomp" or trigger.dep_ == "attr":
        yield trigger.head.i
    if trigger.dep_ == "amod" and trigger.i > 1 and trigger.nbor(-1).text == "-":
        yield trigger.i - 2


def _listed(trigger: Token, claim_type: str, context: Context) -> Iterator[int]:
    """The words of the longest wording of the type."""
    matches = context.matches_at.get(trigger.i, ())
    fitting = [match.tokens for match in matches if any(entry.type == claim_type for entry in match.entries)]
    yield from max(fitting, key=len, default=())
