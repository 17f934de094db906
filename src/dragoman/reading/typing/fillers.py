"""Fillers: the noun phrases around a trigger that might act in its happening or suffer it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from dragoman.reading.clauses import Argument, arguments, conjuncts

NOUNS = {"NOUN", "PROPN", "PRON"}
COUNTED = {"nsubj", "dobj", "nsubjpass", "pobj", "conj"}
NO_FILLER = {"npadvmod", "det", "expl"}
NO_ENTITY = {"DATE", "TIME", "MONEY", "PERCENT"}
CLAUSE_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "agent"}
SENTENCES_BACK = 2


@dataclass(frozen=True, slots=True)
class Filler:
    """A head noun near a trigger: its syntactic function there ("none": no argument of it) and how far back."""

    token: Token
    function: str
    inherited: bool
    order: int
    back: int


def fillers(trigger: Token) -> Iterator[Filler]:
    """Nouns of the trigger's sentence, then the clause arguments of the sentences before."""
    functions = _functions(trigger)
    sentence = trigger.sent
    for token in sentence:
        if token.i != trigger.i and is_filler(token):
            function, inherited, order = functions.get(token.i, ("none", False, 0))
            yield Filler(token, function, inherited, order, 0)
    for back, earlier in enumerate(before(sentence), 1):
        for token in earlier:
            if token.dep_ in CLAUSE_ARGUMENTS and is_filler(token):
                yield Filler(token, "none", False, 0, back)


def filler_of(token: Token, trigger: Token) -> Filler:
    """A given head noun as a filler; `back` counts the sentences to it, negative where it comes later."""
    function, inherited, order = _functions(trigger).get(token.i, ("none", False, 0))
    return Filler(token, function, inherited, order, _sentences_between(token, trigger))


def _sentences_between(token: Token, trigger: Token) -> int:
    first, last = sorted((token, trigger), key=lambda one: one.i)
    start = last.sent.start
    if first.sent.start == start:
        return 0
    near = first.sent.end == start
    far = 1 if near else 2
    return far if token.i < trigger.i else -far


def before(sentence: Span, count: int = SENTENCES_BACK) -> Iterator[Span]:
    """Up to `count` sentences before this one, nearest first."""
    while count and sentence.start > 0:
        sentence = sentence.doc[sentence.start - 1].sent
        count -= 1
        yield sentence


def is_filler(token: Token) -> bool:
    """Whether the word heads a phrase that may stand for an actor or a thing acted on."""
    if token.ent_type_ in NO_ENTITY or token.dep_ in NO_FILLER:
        return False
    if token.pos_ in NOUNS:
        return token.dep_ != "compound" or token.head.pos_ in {"NOUN", "VERB", "PROPN"}
    return (token.pos_ == "NUM" and token.dep_ in COUNTED) or token.ent_type_ == "NORP"


def _functions(trigger: Token) -> dict[int, tuple[str, bool, int]]:
    table: dict[int, tuple[str, bool, int]] = {}
    for argument in arguments(trigger):
        for order, token in enumerate(_joined(argument)):
            table.setdefault(token.i, (argument.function, argument.inherited, order))
    return table


def _joined(argument: Argument) -> Iterator[Token]:
    yield from conjuncts(argument.token)
