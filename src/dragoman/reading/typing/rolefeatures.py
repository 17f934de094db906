"""What the role of a noun phrase is judged by: its function, the way to it, what it is and what the type expects."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dragoman.reading.parts import Examples, Floats, Named
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.fillers import Filler
from dragoman.reading.vectors import Vectors

FAR = 8


class TriggerView:
    """What is the same for all fillers of a trigger, worked out once."""

    def __init__(self, trigger: Token, claim_type: str, context: Context):
        self.trigger, self.type, self.context = trigger, claim_type, context
        self.scene, self.words = context.scene(trigger), context.words
        self.index = trigger.i
        self.lemma, self.pos = self.words.lemma[trigger.i], self.words.pos[trigger.i]
        self.filled = (self.scene.has_subject, self.scene.has_object)
        self.own = (claim_type, self.lemma, self.pos, self.scene.passive, *self.filled)
        self.kinds = context.sorts
        self.patterns = _patterns(trigger, claim_type, context)
        self.below = [self.words.dep[step] for step in self.scene.way]

    def expected(self, function: str) -> str:
        """The slot that the lexicon's pattern gives a function, "-" where it gives none."""
        return self.patterns.get(function.rpartition(":")[2], "-") if self.patterns else "-"


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


def features(filler: Filler, view: TriggerView) -> list[str]:
    """Named features of a filler."""
    named = Named()
    named.examples.add(numbers(filler, view, named.examples))
    return named.lists()[0]


def numbers(filler: Filler, view: TriggerView, found: Examples) -> list[int]:
    """The features of a filler as numbers of parts."""
    token, function, inherited, order, back = filler
    index, name, words, part = token.i, view.type, view.words, found.part
    lemma, dep, kind, expected = words.lemma[index], words.dep[index], view.kinds[index], view.expected(function)
    distance = min(6, abs(index - view.index) // 3) if not back else "far"
    placed = (inherited, min(2, order), dep, *view.filled, back, distance, index < view.index)
    named = view.context.named.get(index)
    counted, determiner = words.modifiers[index]
    shared = [
        part(_bare, function, expected, *view.own),
        part(_of_kind, function, name, expected, kind, back),
        part(_standing, function, *placed),
        part(_led, name, f"back{back}:{dep}" if back else path(index, view)),
        part(_word, kind, lemma, words.tag[index], index in view.context.actor_at),
        part(_headed, name, lemma),
        part(_free, determiner, named is not None, function == "none", counted, name),
    ]
    if named is not None:
        shared.append(part(_meant, view.kinds[named.root], function, name))
    return shared


def dense(near: Sequence[Filler], view: TriggerView, vectors: Vectors) -> Floats:
    """Vectors of the trigger and of each filler's head."""
    return vectors.beside(vector_rows(near, view, vectors))


def vector_rows(near: Sequence[Filler], view: TriggerView, vectors: Vectors) -> list[tuple[int, int]]:
    """Where the vectors of the trigger and of each filler's head lie."""
    words, own = view.words, vectors.row(view.lemma, view.words.lower[view.index])
    heads = [filler.token.i for filler in near]
    return [(own, vectors.row(words.lemma[head], words.lower[head])) for head in heads]


def _bare(
    function: str, expected: str, name: str, lemma: str, pos: str, passive: bool, has_subject: bool, has_object: bool
) -> Iterator[str]:
    yield from (f"f={function}", f"yf={name}|{function}", f"lf={lemma}|{function}", f"x={expected}")
    yield from (f"xf={expected}|{function}", f"pf={pos}|{function}", f"vf={passive}|{function}")
    yield from (f"ysf={name}|{has_subject}|{function}", f"ybf={name}|{has_object}|{function}")


def _of_kind(function: str, name: str, expected: str, kind: str, back: int) -> Iterator[str]:
    yield from (f"xk={expected}|{kind}", f"fk={function}|{kind}")
    yield from (f"yfk={name}|{function}|{kind}", f"yk={name}|{kind}|{back}")


def _standing(
    function: str,
    inherited: bool,
    order: int,
    relation: str,
    has_subject: bool,
    has_object: bool,
    back: int,
    distance: int | str,
    before: bool,
) -> Iterator[str]:
    yield from (f"if={inherited}|{function}", f"of={order}|{function}", f"df={relation}|{function}")
    yield from (f"sf={has_subject}|{function}|{back}", f"bf={has_object}|{function}|{back}")
    yield from (f"d={distance}", f"o={before}|{back}|{function == 'none'}")


def _led(name: str, way: str) -> tuple[str, ...]:
    return (f"p={way}", f"yp={name}|{way}")


def path(index: int, view: TriggerView) -> str:
    """The way through the parse from the filler up and down to the trigger."""
    words, ancestors = view.words, view.scene.ancestors
    up: list[str] = []
    for step in words.chain(index):
        depth = ancestors.get(step)
        if depth is not None:
            return ">".join(up) + "^" + "<".join(view.below[:depth]) if len(up) + depth <= FAR else "long"
        up.append(words.relation[step])
    return "apart"


def _word(kind: str, lemma: str, tag: str, acting: bool) -> tuple[str, ...]:
    return (f"k={kind}", f"h={lemma}", f"t={tag}", f"ac={acting}")


def _headed(name: str, lemma: str) -> tuple[str, ...]:
    return (f"yh={name}|{lemma}",)


def _free(determiner: str, named: bool, free: bool, counted: bool, name: str) -> tuple[str, ...]:
    return (f"n={counted}|{name}", f"dt={determiner}|{free}", f"nm={named}|{free}")


def _meant(kind: str, function: str, name: str) -> tuple[str, ...]:
    return (f"rk={kind}|{function}", f"ry={name}|{kind}")
