"""Counts: which figures belong to a happening, and what they count."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import cast

import numpy as np
from spacy.tokens import Token

from dragoman.model import FigureWhat
from dragoman.reading.coded import Lists
from dragoman.reading.keys import Templates, codes, truths
from dragoman.reading.mention import FigureMention
from dragoman.reading.network import Features, Floats, Network
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.fillers import Filler, filler_at
from dragoman.reading.typing.rolefeatures import TriggerView, columns, dense, keys
from dragoman.reading.typing.triggers import Trigger
from dragoman.reading.vectors import Vectors
from dragoman.reading.words import Words

NONE = "none"
THRESHOLD = 0.5
REACH = 1
VERBAL = {"VERB", "NOUN", "ADJ"}
VERBS = 3
VERB = Templates({"v": ("verb",), "vy": ("type", "verb")})
NEAR = Templates({"w": ("word",)})
FORM = Templates({"own": ("own",), "vague": ("vague",), "back": ("back", "type")})
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


def features(pairs: Sequence[Sequence[Pair]], views: Sequence[TriggerView]) -> Features:
    """The features of figures: of the nouns counted, the words near by and the verbs above; one figure at least."""
    fillers = [[filler for _, filler in given] for given in pairs]
    table = columns(fillers, views)
    told = [(figure, filler, view) for view, given in zip(views, pairs, strict=True) for figure, filler in given]
    words, types = views[0].words, table["type"]
    form = {
        "own": truths([figure.root == filler.token.i for figure, filler, _ in told]),
        "vague": truths([figure.value is None and figure.low is None and figure.high is None for figure, *_ in told]),
    }
    verbs = Lists({at: _verbs(filler.token.i, words) for at, (_, filler, _) in enumerate(told)}, len(told))
    near = Lists({at: words.lemma[max(0, f.first - 2) : f.stop + 3] for at, (f, *_) in enumerate(told)}, len(told))
    above, beside = verbs.owners, near.owners
    more = [
        VERB.keys({"verb": codes(verbs.members), "type": types[above]}).ravel(),
        NEAR.keys({"word": codes(near.members)}).ravel(),
    ]
    owners = np.concatenate([np.tile(above, len(VERB)), beside])
    each = np.vstack([keys(fillers, views, table), FORM.keys(table | form)])
    return Features(each, owners, np.concatenate(more))


def _verbs(index: int, words: Words) -> list[str]:
    return [words.lemma[step] for step in words.chain(index) if words.pos[step] in VERBAL][:VERBS]


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
        if not any(pairs):
            return np.zeros((0, len(self._network.labels)), dtype=np.float32)
        near = [[filler for _, filler in given] for given in pairs]
        return self._network.probabilities(features(pairs, views), dense(near, views, self._vectors))
