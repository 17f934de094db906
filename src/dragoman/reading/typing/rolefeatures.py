"""What the role of a noun phrase is judged by: its function, the way to it, what it is and what the type expects."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dragoman.reading.network import Examples, Floats
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
    found = Examples()
    found.add(numbers(filler, view, found), own(filler, view))
    return found.names()[0]


def numbers(filler: Filler, view: TriggerView, found: Examples) -> list[int]:
    """The features that a filler shares with others, as numbers of parts."""
    index = filler.token.i
    return [*_function(index, filler, view, found), *_thing(index, filler, view, found)]


def own(filler: Filler, view: TriggerView) -> tuple[str, ...]:
    """The features of a filler that few others share: the way to it and its word under the type."""
    index, back, name = filler.token.i, filler.back, view.type
    way = f"back{back}:{view.words.dep[index]}" if back else path(index, view)
    return (f"p={way}", f"yp={name}|{way}", f"yh={name}|{view.words.lemma[index]}")


def dense(near: Sequence[Filler], view: TriggerView, vectors: Vectors) -> Floats:
    """Vectors of the trigger and of each filler's head."""
    return vectors.beside(vector_rows(near, view, vectors))


def vector_rows(near: Sequence[Filler], view: TriggerView, vectors: Vectors) -> list[tuple[int, int]]:
    """Where the vectors of the trigger and of each filler's head lie."""
    words, own = view.words, vectors.row(view.lemma, view.words.lower[view.index])
    heads = [filler.token.i for filler in near]
    return [(own, vectors.row(words.lemma[head], words.lower[head])) for head in heads]


def _function(index: int, filler: Filler, view: TriggerView, found: Examples) -> tuple[int, ...]:
    function, name, scene, back = filler.function, view.type, view.scene, filler.back
    has_subject, has_object, expected = scene.has_subject, scene.has_object, view.expected(function)
    distance = min(6, abs(index - view.index) // 3) if not back else "far"
    trigger = (name, view.lemma, view.pos, scene.passive, has_subject, has_object)
    return (
        found.part(_bare, function, expected, *trigger),
        found.part(_of_kind, function, name, expected, view.context.kind(index), back),
        found.part(_joined, function, filler.inherited, min(2, filler.order), view.words.dep[index]),
        found.part(_filled, function, has_subject, has_object, back),
        found.part(_apart, distance, index < view.index, back, function == "none"),
    )


def _bare(
    function: str, expected: str, name: str, lemma: str, pos: str, passive: bool, has_subject: bool, has_object: bool
) -> Iterator[str]:
    yield from (f"f={function}", f"yf={name}|{function}", f"lf={lemma}|{function}", f"x={expected}")
    yield from (f"xf={expected}|{function}", f"pf={pos}|{function}", f"vf={passive}|{function}")
    yield from (f"ysf={name}|{has_subject}|{function}", f"ybf={name}|{has_object}|{function}")


def _of_kind(function: str, name: str, expected: str, kind: str, back: int) -> Iterator[str]:
    yield from (f"xk={expected}|{kind}", f"fk={function}|{kind}")
    yield from (f"yfk={name}|{function}|{kind}", f"yk={name}|{kind}|{back}")


def _joined(function: str, inherited: bool, order: int, relation: str) -> Iterator[str]:
    yield from (f"if={inherited}|{function}", f"of={order}|{function}", f"df={relation}|{function}")


def _filled(function: str, has_subject: bool, has_object: bool, back: int) -> Iterator[str]:
    yield from (f"sf={has_subject}|{function}|{back}", f"bf={has_object}|{function}|{back}")


def _apart(distance: int | str, before: bool, back: int, free: bool) -> Iterator[str]:
    yield from (f"d={distance}", f"o={before}|{back}|{free}")


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


def _thing(index: int, filler: Filler, view: TriggerView, found: Examples) -> Iterator[int]:
    words, name, context, function = view.words, view.type, view.context, filler.function
    kind, named = context.kind(index), context.named.get(index)
    counted, determiner = words.modifiers[index]
    yield found.part(_word, kind, words.lemma[index], words.tag[index], index in context.actor_at)
    yield found.part(_counted, counted, name)
    yield found.part(_free, determiner, named is not None, function == "none")
    if named is not None:
        yield found.part(_meant, context.kind(named.root), function, name)


def _word(kind: str, lemma: str, tag: str, acting: bool) -> Iterator[str]:
    yield from (f"k={kind}", f"h={lemma}", f"t={tag}", f"ac={acting}")


def _counted(counted: bool, name: str) -> Iterator[str]:
    yield f"n={counted}|{name}"


def _free(determiner: str, named: bool, free: bool) -> Iterator[str]:
    yield from (f"dt={determiner}|{free}", f"nm={named}|{free}")


def _meant(kind: str, function: str, name: str) -> Iterator[str]:
    yield from (f"rk={kind}|{function}", f"ry={name}|{kind}")
