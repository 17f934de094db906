"""What ties a place to a happening: the features of pairs of a trigger and an anchor (see `anchors`)."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from dragoman.reading.bearings import line, parsed, ranks
from dragoman.reading.keys import Keys, Templates, code, codes, numbers, truths
from dragoman.reading.mention import PlaceMention
from dragoman.reading.network import Floats
from dragoman.reading.pairs import Pairs
from dragoman.reading.places.cues import cues
from dragoman.reading.places.pairs import PlacePairs
from dragoman.reading.places.standing import itself, spoken
from dragoman.reading.vectors import Vectors
from dragoman.reading.ways import ways

INITIAL, MOST = 3, 3
SUBJECTS = ("nsubj", "nsubjpass")
NO_WORD = np.uint64(code("-"))

PAIR = Templates(
    {
        "w": ("word", "away"),
        "wf": ("word", "family"),
        "yw": ("type", "word", "away"),
        "lw": ("lemma", "word", "away"),
        "d": ("dep", "away"),
        "yd": ("type", "dep"),
        "k": ("feature", "back"),
        "yk": ("type", "feature", "away"),
        "kw": ("feature", "word"),
        "f": ("form",),
        "yf": ("type", "form"),
        "r": ("relation",),
        "pv": ("previous",),
        "h": ("above", "away"),
        "hf": ("above", "family"),
        "a": ("acting", "away", "family"),
        "e": ("embedded", "back"),
        "op": ("opening", "back"),
        "dn": ("described", "noun"),
        "df": ("described", "noun", "family"),
        "dd": ("described", "dep"),
        "dw": ("described", "word"),
        "dy": ("described", "type"),
        "o": ("own", "back"),
        "t": ("topic", "back", "mine"),
        "lt": ("latest", "back", "mine"),
        "n": ("named", "back"),
        "nn": ("offered", "back"),
        "y": ("type", "back"),
        "fy": ("family", "back"),
        "p": ("pos", "back"),
        "l": ("lemma", "back"),
        "td": ("trigger dep", "away"),
        "ys": ("subject", "back"),
        "pd": ("determiner", "pos", "back"),
        "ym": ("type", "back", "mine"),
        "s": ("side", "rank"),
        "sf": ("side", "far"),
        "wy": ("way",),
        "le": ("length",),
        "lb": ("length", "borders"),
        "cd": ("climbed", "descended"),
        "cdo": ("climbed", "descended", "outer"),
        "gf": ("function", "family"),
        "ou": ("outer",),
        "ouf": ("outer", "family"),
        "ouy": ("outer", "type"),
        "af": ("argument", "family"),
        "ay": ("argument", "type"),
        "b": ("between", "side"),
        "re": ("nearness",),
        "ry": ("nearness", "type"),
        "rr": ("nearness", "rival", "family"),
        "u": ("under", "nearness"),
        "v": ("verbs", "commas"),
        "vs": ("verbs", "side"),
        "sb": ("siblings", "alike", "back"),
        "in": ("initial", "back"),
    }
)


def columns(pairs: PlacePairs, places: Sequence[PlaceMention]) -> dict[str, Keys]:
    """The columns of `PAIR`: a value for each pair (one at least); `places` are all of the text."""
    own = {**itself(pairs), **spoken(pairs, places)}
    return {**_told(pairs), **own, **_bearings(pairs), **_rest(pairs)}


def _told(pairs: Pairs) -> dict[str, Keys]:
    """What the trigger is."""
    coded, at, families = pairs.coded, pairs.triggers, cues().families
    subject = coded.first_child(SUBJECTS)[at]
    own = {
        "family": codes(families.get(name, "other") for _, name in pairs.happenings),
        "lemma": coded.lemma[at],
        "pos": coded.pos[at],
        "trigger dep": coded.dep[at],
        "subject": np.where(subject < 0, NO_WORD, coded.lower[subject]),
        "determiner": coded.determiner[at],
        "initial": truths(at - coded.words.spans[at, 0] < INITIAL),
    }
    return {"type": pairs.types, **{name: values[pairs.owner] for name, values in own.items()}}


def _bearings(pairs: PlacePairs) -> dict[str, Keys]:
    """How an anchor lies to the trigger; nearness counts among named and among described ones."""
    rank = ranks(pairs, 2 * pairs.same + pairs.described)
    way = pairs.within(ways(pairs.at, pairs.trigger, pairs.back, pairs.coded))
    return {"rank": rank, "way": way, **line(pairs), **parsed(pairs)}


def _rest(pairs: Pairs) -> dict[str, Keys]:
    """What else the anchor's sentence tells."""
    sentence = pairs.coded.sentence
    told = Counter(sentence[pairs.triggers].tolist())
    alike = {(sentence[index], name) for index, name in pairs.happenings}
    where = sentence[pairs.at].tolist()
    names = (pairs.happenings[owner][1] for owner in pairs.owner.tolist())
    return {
        "siblings": pairs.beyond(numbers([min(MOST, told[at]) for at in where])),
        "alike": truths([(at, name) in alike for at, name in zip(where, names, strict=True)]),
    }


def dense(pairs: PlacePairs, vectors: Vectors) -> Floats:
    """Vectors of each trigger, of what governs the anchor, of the trigger's governor and of the anchor."""
    coded = pairs.coded
    seen = np.stack([pairs.trigger, pairs.above, coded.head[pairs.trigger], pairs.at], axis=1)
    return vectors.beside(vectors.rows(coded.words)[seen])
