"""What the role of a noun phrase is judged by: its function, the way to it, what it is and what the type expects."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dragoman.reading.network import Floats
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
        self._functions: dict[tuple[str, bool, int, int, str], tuple[str, ...]] = {}

    def function(self, index: int, filler: Filler) -> tuple[str, ...]:
        """Features of a filler's function, worked out once for all fillers of the same sort."""
        kind = self.context.kind(index)
        key = (filler.function, filler.inherited, min(2, filler.order), filler.back, kind)
        found = self._functions.get(key)
        if found is None:
            found = self._functions[key] = tuple(_function(filler, kind, self))
        return found


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
    index = filler.token.i
    return [*view.function(index, filler), *_way(index, filler, view), *_thing(index, filler, view)]


def dense(found: Sequence[Filler], view: TriggerView, vectors: Vectors) -> Floats:
    """Vectors of the trigger and of each filler's head."""
    words, own = view.words, vectors.row(view.lemma, view.words.lower[view.index])
    heads = [filler.token.i for filler in found]
    return vectors.beside([(own, vectors.row(words.lemma[head], words.lower[head])) for head in heads])


def _function(filler: Filler, kind: str, view: TriggerView) -> Iterator[str]:
    function, name, scene = filler.function, view.type, view.scene
    expected = view.patterns.get(function.rpartition(":")[2], "-")
    yield from (f"f={function}", f"yf={name}|{function}", f"lf={view.lemma}|{function}", f"x={expected}")
    yield from (f"xf={expected}|{function}", f"xk={expected}|{kind}", f"fk={function}|{kind}")
    yield from (f"yfk={name}|{function}|{kind}", f"pf={view.pos}|{function}", f"vf={scene.passive}|{function}")
    yield from (f"if={filler.inherited}|{function}", f"of={min(2, filler.order)}|{function}")
    yield from (f"sf={scene.has_subject}|{function}|{filler.back}", f"bf={scene.has_object}|{function}|{filler.back}")
    yield from (f"ysf={name}|{scene.has_subject}|{function}", f"ybf={name}|{scene.has_object}|{function}")


def _way(index: int, filler: Filler, view: TriggerView) -> Iterator[str]:
    relation = view.words.dep[index]
    way = f"back{filler.back}:{relation}" if filler.back else path(index, view)
    yield from (f"p={way}", f"yp={view.type}|{way}")
    distance = min(6, abs(index - view.index) // 3) if not filler.back else "far"
    yield from (f"d={distance}", f"o={index < view.index}|{filler.back}|{filler.function == 'none'}")
    yield f"df={relation}|{filler.function}"


def path(index: int, view: TriggerView) -> str:
    """The way through the parse from the filler up and down to the trigger."""
    words, scene = view.words, view.scene
    up: list[str] = []
    for step in words.chain(index):
        depth = scene.ancestors.get(step)
        if depth is not None:
            down = [words.dep[below] for below in scene.way[:depth]]
            return ">".join(up) + "^" + "<".join(down) if len(up) + depth <= FAR else "long"
        up.append(words.lower[step] if words.dep[step] == "prep" else words.dep[step])
    return "apart"


def _thing(index: int, filler: Filler, view: TriggerView) -> Iterator[str]:
    words, name, context = view.words, view.type, view.context
    kind, lemma = context.kind(index), words.lemma[index]
    counted, determiner = words.modifiers[index]
    free = filler.function == "none"
    yield from (f"k={kind}", f"yk={name}|{kind}|{filler.back}", f"h={lemma}", f"yh={name}|{lemma}")
    yield from (f"t={words.tag[index]}", f"n={counted}|{name}", f"dt={determiner}|{free}")
    named = context.named.get(index)
    if named is not None:
        meant = context.kind(named.root)
        yield from (f"rk={meant}|{filler.function}", f"ry={name}|{meant}")
    yield from (f"nm={index in context.named}|{free}", f"ac={index in context.actor_at}")
