"""Counts: which figures belong to a happening, and what they count."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import cast

from spacy.tokens import Token

from dragoman.model import FigureWhat
from dragoman.reading.mention import FigureMention
from dragoman.reading.network import Floats, Network
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.fillers import Filler, filler_at
from dragoman.reading.typing.rolefeatures import TriggerView, dense, features
from dragoman.reading.vectors import Vectors

NONE = "none"
THRESHOLD = 0.5
REACH = 1


def figure_fillers(trigger: Token, context: Context) -> Iterator[tuple[FigureMention, Filler]]:
    """The figures of the trigger's sentence and of the sentences next to it."""
    scene = context.scene(trigger)
    for figure in context.figures:
        head = context.doc[figure.noun if figure.noun is not None else figure.root]
        filler = filler_at(head.i, scene)
        if abs(filler.back) <= REACH:
            yield figure, filler


def figure_features(figure: FigureMention, filler: Filler, view: TriggerView) -> list[str]:
    """The features of the noun counted, and of the verbs above it."""
    words, head = view.words, filler.token.i
    verbs = [words.lemma[step] for step in words.chain(head) if words.pos[step] in {"VERB", "NOUN", "ADJ"}][:3]
    near = words.lemma[max(0, figure.first - 2) : figure.stop + 3]
    return [
        *features(filler, view),
        *(f"v={verb}" for verb in verbs),
        *(f"vy={view.type}|{verb}" for verb in verbs),
        *(f"w={word}" for word in near),
        f"own={figure.root == head}",
        f"vague={figure.value is None and figure.low is None and figure.high is None}",
        f"back={filler.back}|{view.type}",
    ]


class CountScorer:
    """Binds figures to a trigger with a learned network."""

    def __init__(self, network: Network, vectors: Vectors, threshold: float = THRESHOLD):
        self._network, self._vectors, self._threshold = network, vectors, threshold
        self._none = network.labels.index(NONE)

    @classmethod
    @cache
    def shipped(cls) -> "CountScorer":
        """The scorer with the weights of the package."""
        with resources.as_file(resources.files(__package__).joinpath("counts.npz")) as path:
            return cls(Network.load(path), Vectors.load())

    def bind(self, trigger: Token, claim_type: str, context: Context) -> list[tuple[FigureMention, FigureWhat]]:
        """The figures of a happening with what each counts, in the order of the text."""
        pairs = list(figure_fillers(trigger, context))
        if not pairs:
            return []
        table = self._probabilities(pairs, TriggerView(trigger, claim_type, context))
        bound = []
        for (figure, _), row in zip(pairs, table, strict=True):
            some = 1.0 - float(row[self._none])
            row[self._none] = 0.0
            if some >= self._threshold:
                bound.append((figure, cast(FigureWhat, self._network.labels[int(row.argmax())])))
        return bound

    def _probabilities(self, pairs: Sequence[tuple[FigureMention, Filler]], view: TriggerView) -> Floats:
        rows = [figure_features(figure, filler, view) for figure, filler in pairs]
        return self._network.probabilities(rows, dense([filler for _, filler in pairs], view, self._vectors))
