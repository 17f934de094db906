"""What the role of a noun phrase is judged by: its function, the way to it, what it is and what the type expects."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dragoman.reading.network import Floats
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.fillers import Filler
from dragoman.reading.typing.parts import Parts
from dragoman.reading.vectors import Vectors

FAR = 8


class TriggerView:
    """What is the same for all fillers of a trigger, worked out once."""

    def __init__(self, trigger: Token, claim_type: str, context: Context):
        self.trigger, self.type, self.context = trigger, claim_type, context
        self.scene, self.words = context.scene(trigger), context.words
        self.index = trigger.i
        self.lemma, self.pos = self.words.lemma[trigger.i], self.words.pos[trigger.i]
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
    parts = Parts()
    return parts.spelled(numbers(filler, view, parts))


def numbers(filler: Filler, view: TriggerView, parts: Parts) -> list[int]:
    """The features of a filler as numbers of parts."""
    index = filler.token.i
    return [
        *_function(index, filler, view, parts),
        *_way(index, filler, view, parts),
        *_thing(index, filler, view, parts),
    ]


def dense(found: Sequence[Filler], view: TriggerView, vectors: Vectors) -> Floats:
    """Vectors of the trigger and of each filler's head."""
    return vectors.beside(vector_rows(found, view, vectors))


def vector_rows(found: Sequence[Filler], view: TriggerView, vectors: Vectors) -> list[tuple[int, int]]:
    """Where the vectors of the trigger and of each filler's head lie."""
    words, own = view.words, vectors.row(view.lemma, view.words.lower[view.index])
    heads = [filler.token.i for filler in found]
    return [(own, vectors.row(words.lemma[head], words.lower[head])) for head in heads]


def _function(index: int, filler: Filler, view: TriggerView, parts: Parts) -> tuple[int, int, int, int]:
    function, name, scene, kind = filler.function, view.type, view.scene, view.context.kind(index)
    expected = view.expected(function)
    return (
        parts.of(_bare, function, name, view.lemma, view.pos, expected, scene.passive),
        parts.of(_of_kind, function, name, expected, kind),
        parts.of(_joined, function, filler.inherited, min(2, filler.order)),
        parts.of(_filled, function, name, scene.has_subject, scene.has_object, filler.back),
    )


def _bare(function: str, name: str, lemma: str, pos: str, expected: str, passive: bool) -> Iterator[str]:
    yield from (f"f={function}", f"yf={name}|{function}", f"lf={lemma}|{function}", f"x={expected}")
    yield from (f"xf={expected}|{function}", f"pf={pos}|{function}", f"vf={passive}|{function}")


def _of_kind(function: str, name: str, expected: str, kind: str) -> Iterator[str]:
    yield from (f"xk={expected}|{kind}", f"fk={function}|{kind}", f"yfk={name}|{function}|{kind}")


def _joined(function: str, inherited: bool, order: int) -> Iterator[str]:
    yield from (f"if={inherited}|{function}", f"of={order}|{function}")


def _filled(function: str, name: str, has_subject: bool, has_object: bool, back: int) -> Iterator[str]:
    yield from (f"sf={has_subject}|{function}|{back}", f"bf={has_object}|{function}|{back}")
    yield from (f"ysf={name}|{has_subject}|{function}", f"ybf={name}|{has_object}|{function}")


def _way(index: int, filler: Filler, view: TriggerView, parts: Parts) -> tuple[int, int]:
    relation, back = view.words.dep[index], filler.back
    way = f"back{back}:{relation}" if back else path(index, view)
    distance = min(6, abs(index - view.index) // 3) if not back else "far"
    return (
        parts.of(_by_way, way, view.type),
        parts.of(_apart, distance, index < view.index, back, relation, filler.function),
    )


def _by_way(way: str, name: str) -> Iterator[str]:
    yield from (f"p={way}", f"yp={name}|{way}")


def _apart(distance: int | str, before: bool, back: int, relation: str, function: str) -> Iterator[str]:
    yield from (f"d={distance}", f"o={before}|{back}|{function == 'none'}", f"df={relation}|{function}")


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


def _thing(index: int, filler: Filler, view: TriggerView, parts: Parts) -> Iterator[int]:
    words, name, context, function = view.words, view.type, view.context, filler.function
    kind, lemma, named = context.kind(index), words.lemma[index], context.named.get(index)
    counted, determiner = words.modifiers[index]
    yield parts.of(_word, kind, lemma, words.tag[index], index in context.actor_at)
    yield parts.of(_for_type, name, kind, filler.back)
    yield parts.of(_word_for_type, name, lemma, counted)
    yield parts.of(_free, determiner, named is not None, function == "none")
    if named is not None:
        yield parts.of(_meant, context.kind(named.root), function, name)


def _word(kind: str, lemma: str, tag: str, acting: bool) -> Iterator[str]:
    yield from (f"k={kind}", f"h={lemma}", f"t={tag}", f"ac={acting}")


def _for_type(name: str, kind: str, back: int) -> Iterator[str]:
    yield f"yk={name}|{kind}|{back}"


def _word_for_type(name: str, lemma: str, counted: bool) -> Iterator[str]:
    yield from (f"yh={name}|{lemma}", f"n={counted}|{name}")


def _free(determiner: str, named: bool, free: bool) -> Iterator[str]:
    yield from (f"dt={determiner}|{free}", f"nm={named}|{free}")


def _meant(kind: str, function: str, name: str) -> Iterator[str]:
    yield from (f"rk={kind}|{function}", f"ry={name}|{kind}")
