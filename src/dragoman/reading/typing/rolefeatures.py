"""What the role of a noun phrase is judged by: its function, the way to it, what it is and what the type expects."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from dragoman.reading.clauses import arguments, is_passive
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.fillers import Filler
from dragoman.reading.vectors import Vectors

FAR = 8


class TriggerView:
    """What is the same for all fillers of a trigger, worked out once."""

    def __init__(self, trigger: Token, claim_type: str, context: Context):
        self.trigger, self.type, self.context = trigger, claim_type, context
        self.lemma = trigger.lemma_.lower()
        functions = {argument.function for argument in arguments(trigger)}
        self.has_subject, self.has_object = "subj" in functions, "obj" in functions
        self.passive = is_passive(trigger)
        self.ancestors = {token.i: depth for depth, token in enumerate(chain(trigger))}
        self.patterns = _patterns(trigger, claim_type, context)


def _patterns(trigger: Token, claim_type: str, context: Context) -> dict[str, str]:
    """Function to the slot that the lexicon's pattern gives it."""
    table: dict[str, str] = {}
    for match in context.matches_at.get(trigger.i, ()):
        for entry in match.entries:
            if entry.type == claim_type:
                for slot, functions in entry.args:
                    for function in functions:
                        table.setdefault(function, slot)
    return table


def chain(token: Token) -> Iterator[Token]:
    """A token and its governors up to the root."""
    yield token
    while token.head.i != token.i:
        token = token.head
        yield token


def features(filler: Filler, view: TriggerView) -> list[str]:
    """Named features of a filler."""
    return [*_function(filler, view), *_way(filler, view), *_thing(filler, view)]


def dense(filler: Filler, view: TriggerView, vectors: Vectors) -> NDArray[np.float32]:
    """Vectors of the trigger and of the filler's head."""
    return np.concatenate([vectors.of(view.trigger), vectors.of(filler.token)])


def _function(filler: Filler, view: TriggerView) -> Iterator[str]:
    function, kind, name = filler.function, view.context.kind(filler.token.i), view.type
    expected = view.patterns.get(function.rpartition(":")[2], "-")
    yield from (f"f={function}", f"yf={name}|{function}", f"lf={view.lemma}|{function}", f"x={expected}")
    yield from (f"xf={expected}|{function}", f"xk={expected}|{kind}", f"fk={function}|{kind}")
    yield from (f"yfk={name}|{function}|{kind}", f"pf={view.trigger.pos_}|{function}", f"vf={view.passive}|{function}")
    yield from (f"if={filler.inherited}|{function}", f"of={min(2, filler.order)}|{function}")
    yield from (f"sf={view.has_subject}|{function}|{filler.back}", f"bf={view.has_object}|{function}|{filler.back}")
    yield from (f"ysf={name}|{view.has_subject}|{function}", f"ybf={name}|{view.has_object}|{function}")


def _way(filler: Filler, view: TriggerView) -> Iterator[str]:
    token = filler.token
    way = f"back{filler.back}:{token.dep_}" if filler.back else path(token, view)
    yield from (f"p={way}", f"yp={view.type}|{way}")
    distance = min(6, abs(token.i - view.trigger.i) // 3) if not filler.back else "far"
    yield from (f"d={distance}", f"o={token.i < view.trigger.i}|{filler.back}|{filler.function == 'none'}")
    yield f"df={token.dep_}|{filler.function}"


def path(token: Token, view: TriggerView) -> str:
    """The way through the parse from the filler up and down to the trigger."""
    up: list[str] = []
    for step in chain(token):
        depth = view.ancestors.get(step.i)
        if depth is not None:
            down = [below.dep_ for below, _ in zip(chain(view.trigger), range(depth), strict=False)]
            return ">".join(up) + "^" + "<".join(down) if len(up) + depth <= FAR else "long"
        up.append(step.lower_ if step.dep_ == "prep" else step.dep_)
    return "apart"


def _thing(filler: Filler, view: TriggerView) -> Iterator[str]:
    token, name = filler.token, view.type
    kind, lemma = view.context.kind(token.i), token.lemma_.lower()
    counted = any(child.pos_ == "NUM" or child.dep_ == "nummod" for child in token.children)
    determiner = next((child.lower_ for child in token.children if child.dep_ in {"det", "poss"}), "-")
    yield from (f"k={kind}", f"yk={name}|{kind}|{filler.back}", f"h={lemma}", f"yh={name}|{lemma}", f"t={token.tag_}")
    yield from (f"n={counted}|{name}", f"dt={determiner}|{filler.function == 'none'}")
    named = view.context.named.get(token.i)
    if named is not None:
        meant = view.context.kind(named.root)
        yield from (f"rk={meant}|{filler.function}", f"ry={name}|{meant}")
    yield from (
        f"nm={token.i in view.context.named}|{filler.function == 'none'}",
        f"ac={token.i in view.context.actor_at}",
    )
