"""Counts: which figures belong to a happening, and what they count."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import cast

from spacy.tokens import Token

from dragoman.model import FigureWhat
from dragoman.reading.mention import FigureMention
from dragoman.reading.network import Network
from dragoman.reading.parts import Examples, Floats, Named
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.fillers import Filler, filler_at
from dragoman.reading.typing.rolefeatures import TriggerView, numbers, vector_rows
from dragoman.reading.typing.triggers import Trigger
from dragoman.reading.vectors import Vectors

NONE = "none"
THRESHOLD = 0.5
REACH = 1
VERBAL = {"VERB", "NOUN", "ADJ"}
Pair = tuple[FigureMention, Filler]
Bound = tuple[FigureMention, FigureWhat]


def figure_fillers(trigger: Token, context: Context) -> Iterator[Pair]:
    """The figures of the trigger's sentence and of the sentences next to it."""
    scene = context.scene(trigger)
    for figure in context.figures:
        head = context.doc[figure.noun if figure.noun is not None else figure.root]
        filler = filler_at(head.i, scene)
        if abs(filler.back) <= REACH:
            yield figure, filler


def figure_features(figure: FigureMention, filler: Filler, view: TriggerView) -> list[str]:
    """The features of the noun counted, and of the verbs above it."""
    named = Named()
    add(figure, filler, view, named.examples)
    return named.lists()[0]


def add(figure: FigureMention, filler: Filler, view: TriggerView, found: Examples) -> None:
    """A figure as one more example."""
    words, head, name = view.words, filler.token.i, view.type
    verbs = [words.lemma[step] for step in words.chain(head) if words.pos[step] in VERBAL][:3]
    near = words.lemma[max(0, figure.first - 2) : figure.stop + 3]
    vague = figure.value is None and figure.low is None and figure.high is None
    shared = numbers(filler, view, found)
    shared += (found.part(_above, verb, name) for verb in verbs)
    shared += (found.part(_near, word) for word in near)
    found.add([*shared, found.part(_form, figure.root == head, vague, filler.back, name)])


def _above(verb: str, name: str) -> tuple[str, ...]:
    return (f"v={verb}", f"vy={name}|{verb}")


def _near(word: str) -> tuple[str, ...]:
    return (f"w={word}",)


def _form(own: bool, vague: bool, back: int, name: str) -> tuple[str, ...]:
    return (f"own={own}", f"vague={vague}", f"back={back}|{name}")


class CountScorer:
    """Binds figures to triggers with a learned network."""

    def __init__(self, network: Network, vectors: Vectors, threshold: float = THRESHOLD):
        self._network, self._vectors, self._threshold = network, vectors, threshold
        self._none = network.labels.index(NONE)

    @classmethod
    @cache
    def shipped(cls) -> "CountScorer":
        """The scorer with the weights of the package."""
        with resources.as_file(resources.files(__package__).joinpath("counts.npz")) as path:
            return cls(Network.load(path), Vectors.load())

    def bind(self, triggers: Sequence[Trigger], context: Context) -> list[list[Bound]]:
        """For each trigger the figures of its happening with what each counts, in the order of the text."""
        views = [TriggerView(trigger.token, trigger.type, context) for trigger in triggers]
        pairs = [list(figure_fillers(view.trigger, context)) for view in views]
        table = iter(self._probabilities(pairs, views))
        return [[bound for figure, _ in given for bound in self._bound(figure, next(table))] for given in pairs]

    def _bound(self, figure: FigureMention, row: Floats) -> Iterator[Bound]:
        if 1.0 - float(row[self._none]) >= self._threshold:
            row[self._none] = 0.0
            yield figure, cast(FigureWhat, self._network.labels[int(row.argmax())])

    def _probabilities(self, pairs: Sequence[Sequence[Pair]], views: Sequence[TriggerView]) -> Floats:
        found = self._network.examples()
        rows: list[tuple[int, int]] = []
        for view, given in zip(views, pairs, strict=True):
            for figure, filler in given:
                add(figure, filler, view, found)
            rows += vector_rows([filler for _, filler in given], view, self._vectors)
        return self._network.combined(found, self._vectors.beside(rows))
