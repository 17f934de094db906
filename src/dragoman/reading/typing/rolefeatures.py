"""What the role of a noun phrase is judged by: its function, the way to it, what it is and what the type expects."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from spacy.tokens import Token

from dragoman.reading.bearings import line, parsed, ranks
from dragoman.reading.coded import MARGIN
from dragoman.reading.keys import Indexes, Keys, Templates, code, codes, numbers, truths
from dragoman.reading.network import Floats
from dragoman.reading.pairs import Pairs
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.fillers import Filler
from dragoman.reading.vectors import Vectors
from dragoman.reading.ways import ways

FURTHEST, STRIDE, LATEST = 6, 3, 2
NO_FUNCTION, FAR = np.uint64(code("none")), np.uint64(code("far"))
FILLER = Templates(
    {
        "f": ("function",),
        "yf": ("type", "function"),
        "lf": ("lemma", "function"),
        "x": ("expected",),
        "xf": ("expected", "function"),
        "pf": ("pos", "function"),
        "vf": ("passive", "function"),
        "ysf": ("type", "has subject", "function"),
        "ybf": ("type", "has object", "function"),
        "xk": ("expected", "kind"),
        "fk": ("function", "kind"),
        "yfk": ("type", "function", "kind"),
        "yk": ("type", "kind", "back"),
        "if": ("inherited", "function"),
        "of": ("order", "function"),
        "df": ("dep", "function"),
        "sf": ("has subject", "function", "back"),
        "bf": ("has object", "function", "back"),
        "d": ("distance",),
        "o": ("before", "back", "free"),
        "p": ("way",),
        "yp": ("type", "way"),
        "k": ("kind",),
        "h": ("word",),
        "t": ("tag",),
        "ac": ("acting",),
        "yh": ("type", "word"),
        "n": ("counted", "type"),
        "dt": ("determiner", "free"),
        "nm": ("named", "free"),
        "rk": ("meant kind", "function"),
        "ry": ("type", "meant kind"),
    }
)


LYING = Templates(
    {
        "b": ("between", "side"),
        "bo": ("borders", "function"),
        "cdo": ("climbed", "descended", "outer"),
        "gl": ("above", "function"),
        "gy": ("above", "type"),
        "kr": ("kind", "rank", "side"),
        "le": ("length",),
        "nx": ("next", "function"),
        "oy": ("outer", "type"),
        "pv": ("previous", "function"),
        "re": ("nearness",),
        "ref": ("nearness", "function"),
        "rr": ("rival", "type", "nearness"),
        "rrf": ("rival", "function"),
        "u": ("under", "nearness"),
        "v": ("verbs", "commas"),
        "vsf": ("verbs", "side", "function"),
        "yr": ("type", "rank", "side"),
    }
)
"""How a filler lies to its trigger and to the others. Heads of terms are found as well without."""


class TriggerView:
    """What is the same for all fillers of a trigger, worked out once."""

    def __init__(self, trigger: Token, claim_type: str, context: Context):
        self.trigger, self.type, self.context = trigger, claim_type, context
        self.scene, self.words, self.index = context.scene(trigger), context.words, trigger.i
        self.patterns = _patterns(trigger, claim_type, context)

    def expected(self, function: str) -> str:
        """The slot that the lexicon's pattern gives a function, "-" where it gives none."""
        return self.patterns.get(function.rpartition(":")[2], "-")


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


Near = Sequence[Sequence[Filler]]
"""The fillers of each of some triggers."""


def columns(near: Near, views: Sequence[TriggerView]) -> dict[str, Keys]:
    """The columns of `FILLER`: one value for each filler of each trigger (one trigger and one filler at least)."""
    context = views[0].context
    at = np.array([filler.token.i for given in near for filler in given], dtype=np.intp)
    owner = np.repeat(np.arange(len(views)), [len(given) for given in near])
    return {**_mine(views, owner), **_standing(near, views, owner, at), **_itself(at, context)}


def keys(near: Near, views: Sequence[TriggerView], table: Mapping[str, Keys]) -> Keys:
    """The keys of `FILLER` and of `LYING`, features x fillers; `table` are the columns."""
    lying = {**table, **bearings(near, views)}
    return np.vstack([FILLER.keys(table), LYING.keys(lying)])


def bearings(near: Near, views: Sequence[TriggerView]) -> dict[str, Keys]:
    """The further columns of `LYING`: what stands around a filler, and how it lies to its trigger and to others."""
    at = np.array([filler.token.i for given in near for filler in given], dtype=np.intp)
    back = np.array([filler.back for given in near for filler in given], dtype=np.intp)
    happenings = [(view.index, view.type) for view in views]
    coded = views[0].context.coded
    pairs = Pairs(happenings, [len(given) for given in near], at, back, coded)
    around = {
        "above": coded.lemma[coded.head[at]],
        "previous": coded.padded[at + MARGIN - 1],
        "next": coded.padded[at + MARGIN + 1],
    }
    return {**around, "rank": ranks(pairs, np.abs(back)), **line(pairs), **parsed(pairs)}


def _mine(views: Sequence[TriggerView], owner: Indexes) -> dict[str, Keys]:
    """What a filler's trigger is."""
    coded = views[0].context.coded
    at = np.array([view.index for view in views], dtype=np.intp)[owner]
    return {
        "type": codes(view.type for view in views)[owner],
        "lemma": coded.lemma[at],
        "pos": coded.pos[at],
        "passive": truths([view.scene.passive for view in views])[owner],
        "has subject": truths([view.scene.has_subject for view in views])[owner],
        "has object": truths([view.scene.has_object for view in views])[owner],
    }


def _standing(near: Near, views: Sequence[TriggerView], owner: Indexes, at: Indexes) -> dict[str, Keys]:
    """How a filler stands to its trigger."""
    told = [filler for given in near for filler in given]
    trigger = np.array([view.index for view in views], dtype=np.intp)[owner]
    back = np.array([filler.back for filler in told], dtype=np.intp)
    function = codes(filler.function for filler in told)
    distance = numbers(np.minimum(FURTHEST, np.abs(at - trigger) // STRIDE))
    return {
        "function": function,
        "expected": codes(name for view, given in zip(views, near, strict=True) for name in _expected(view, given)),
        "free": truths(function == NO_FUNCTION),
        "inherited": truths([filler.inherited for filler in told]),
        "order": numbers([min(LATEST, filler.order) for filler in told]),
        "back": numbers(back),
        "distance": np.where(back == 0, distance, FAR),
        "before": truths(at < trigger),
        "way": ways(at, trigger, back, views[0].context.coded),
    }


def _expected(view: TriggerView, given: Sequence[Filler]) -> Iterable[str]:
    return map(view.expected, (filler.function for filler in given)) if view.patterns else ["-"] * len(given)


def _itself(at: Indexes, context: Context) -> dict[str, Keys]:
    """What a filler is by itself."""
    coded, kinds, named = context.coded, context.sort_codes, context.referred
    meant = named[at]
    return {
        "dep": coded.dep[at],
        "kind": kinds[at],
        "word": coded.lemma[at],
        "tag": coded.tag[at],
        "acting": truths(context.acting[at]),
        "counted": truths(coded.counted[at]),
        "determiner": coded.determiner[at],
        "named": truths(meant >= 0),
        "meant kind": np.where(meant >= 0, kinds[meant], np.uint64(0)),
    }


def dense(near: Near, views: Sequence[TriggerView], vectors: Vectors) -> Floats:
    """Vectors of each filler's trigger and of its own head."""
    rows = vectors.rows(views[0].words)
    own = np.repeat([view.index for view in views], [len(given) for given in near])
    at = np.array([filler.token.i for given in near for filler in given], dtype=np.intp)
    return vectors.beside(rows[np.stack([own, at], axis=1)])
