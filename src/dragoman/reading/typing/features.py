"""What the type of a claim is judged by: the word, its arguments, its neighbours and the codebook's view of it.

Each feature joins the values of some columns (see `keys`); `OWN` are those that a word has once at most, the other
tables those it has for each word that hangs on it, each wording that lists it, each type told near by.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from dragoman.reading.coded import MARGIN, Lists, among
from dragoman.reading.keys import Indexes, Keys, Templates, code, codes, numbers, truths
from dragoman.reading.network import Features, Floats
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.doers import doers
from dragoman.reading.vectors import Vectors

SILENT = ("punct", "det")
WORDED = ("prt", "prep", "dobj", "nsubjpass")
KINDRED = ("dobj", "nsubj", "nsubjpass")
GROUPS = (("dobj", "nsubjpass", "attr"), ("nsubj", "agent", "poss"), ("compound", "amod"))
NOUN, NO_NOUN = code("NOUN"), np.uint64(code("-"))
MOST = 3
More = tuple[Indexes, Keys]
"""Features, each with the place of the candidate that has it."""

OWN = Templates(
    {
        "l": ("lemma",),
        "lp": ("lemma", "pos"),
        "p": ("pos",),
        "t": ("tag",),
        "d": ("dep",),
        "s": ("ending",),
        "w": ("lower",),
        "h": ("above",),
        "dh": ("dep", "above"),
        "hp": ("above pos",),
        "lh": ("lemma", "above"),
        "n-2": ("second before",),
        "n-1": ("before",),
        "n1": ("after",),
        "n2": ("second after",),
        "ln-1": ("lemma", "before"),
        "ln1": ("lemma", "after"),
        "a": ("doer",),
        "ak": ("doer kind",),
        "la": ("lemma", "doer"),
        "lak": ("lemma", "doer kind"),
        "xn": ("types",),
        "x1": ("only type",),
    }
)
HANGING = Templates(
    {
        "cd": ("relation",),
        "c": ("relation", "word"),
        "ck": ("relation", "kind"),
        "lc": ("lemma", "relation"),
        "lcw": ("lemma", "relation", "told word"),
        "lck": ("lemma", "relation", "told kind"),
    }
)
GOVERNED = Templates(
    {"pp": ("preposition", "word"), "pk": ("preposition", "kind"), "lpk": ("lemma", "preposition", "kind")}
)
LISTED = Templates({"x": ("type",), "xw": ("type", "weight"), "xl": ("type", "longer")})
DOUBTED = Templates({"xq": ("type",), "xql": ("type", "lemma")})
BESIDE = Templates({"xs": ("type",)})
ABOVE, BELOW = Templates({"xh": ("type", "relation")}), Templates({"xc": ("type", "relation")})
BEFORE = Templates({"xp": ("type",), "xpl": ("type", "noun")})
LEADING = Templates({"xd": ("type",), "xdl": ("type", "noun")})


def features(tokens: Sequence[Token], context: Context) -> Features:
    """The features of candidates, but for the content words near them (see `windows`)."""
    at = np.array([token.i for token in tokens], dtype=np.intp)
    parts = [
        _hanging(at, context),
        _governed(at, context),
        *_listed(at, context),
        _beside(at, context),
        *_tied(at, context),
        *_told(at, context),
    ]
    owners, more = zip(*parts, strict=True)
    return Features(OWN.keys(_own(at, context)), np.concatenate(owners), np.concatenate(more))


def _own(at: Indexes, context: Context) -> dict[str, Keys]:
    coded, padded, kinds = context.coded, context.coded.padded, context.sort_codes
    rooted, head, doer = coded.rooted[at], coded.head[at], doers(coded)[at]
    types = [context.types_at.get(index, ()) for index in at.tolist()]
    return {
        "lemma": coded.lemma[at],
        "pos": coded.pos[at],
        "tag": coded.tag[at],
        "dep": coded.dep[at],
        "ending": coded.ending[at],
        "lower": coded.lower[at],
        "above": _unless(rooted, coded.lemma[head]),
        "above pos": _unless(rooted, coded.pos[head]),
        "second before": padded[at + MARGIN - 2],
        "before": padded[at + MARGIN - 1],
        "after": padded[at + MARGIN + 1],
        "second after": padded[at + MARGIN + 2],
        "doer": _unless(doer < 0, coded.lemma[doer]),
        "doer kind": _unless(doer < 0, kinds[doer]),
        "types": numbers([min(MOST, len(listed)) for listed in types]),
        "only type": np.array([code(listed[0]) if len(listed) == 1 else 0 for listed in types], dtype=np.uint64),
    }


def _unless(missing: NDArray[np.bool_], values: Keys) -> Keys:
    return np.where(missing, np.uint64(0), values)


def _places(at: Indexes, context: Context) -> Indexes:
    """For each token its place among the candidates, else -1."""
    places = np.full(len(context.words), -1, dtype=np.intp)
    places[at] = np.arange(len(at))
    return places


def _more(templates: Templates, owners: Indexes, table: dict[str, Keys]) -> More:
    return np.tile(owners, len(templates)), templates.keys(table).ravel()


def _hanging(at: Indexes, context: Context) -> More:
    """What hangs on each candidate."""
    coded, below = context.coded, context.coded.hanging
    owners = _places(at, context)[coded.head[below]]
    kept = (owners >= 0) & ~among(coded.dep[below], SILENT)
    below, owners = below[kept], owners[kept]
    relation, word, kind = coded.dep[below], coded.lemma[below], context.sort_codes[below]
    table = {"relation": relation, "word": word, "kind": kind, "lemma": coded.lemma[at][owners]}
    table["told word"] = _unless(~among(relation, WORDED), word)
    table["told kind"] = _unless(~among(relation, KINDRED), kind)
    return _more(HANGING, owners, table)


def _governed(at: Indexes, context: Context) -> More:
    """What the prepositions that hang on each candidate govern."""
    coded, below = context.coded, context.coded.governed
    preposition = coded.head[below]
    owners = _places(at, context)[coded.head[preposition]]
    kept = (owners >= 0) & ~coded.rooted[preposition]
    below, preposition, owners = below[kept], preposition[kept], owners[kept]
    table = {"preposition": coded.lower[preposition], "word": coded.lemma[below]}
    table |= {"kind": context.sort_codes[below], "lemma": coded.lemma[at][owners]}
    return _more(GOVERNED, owners, table)


def _listed(at: Indexes, context: Context) -> Iterator[More]:
    """The types that the codebook lists for each candidate, by each wording, and those it doubts."""
    listed: list[tuple[int, str, str, bool]] = []
    doubted: list[tuple[int, str]] = []
    for owner, index in enumerate(at.tolist()):
        for match in context.matches_at.get(index, ()):
            longer = len(match.tokens) > 1
            listed += ((owner, entry.type, entry.weight, longer) for entry in match.entries)
            doubted += ((owner, entry.type) for entry in match.doubtful)
    owners = np.array([owner for owner, *_ in listed], dtype=np.intp)
    table = {"type": codes(name for _, name, _, _ in listed), "weight": codes(weight for _, _, weight, _ in listed)}
    yield _more(LISTED, owners, table | {"longer": truths([longer for *_, longer in listed])})
    owners = np.array([owner for owner, _ in doubted], dtype=np.intp)
    table = {"type": codes(name for _, name in doubted), "lemma": context.coded.lemma[at][owners]}
    yield _more(DOUBTED, owners, table)


def _beside(at: Indexes, context: Context) -> More:
    """The types that the codebook lists for the other words of each candidate's sentence."""
    told = Lists({sentence: _alone(words) for sentence, words in context.types_in.items()}, len(context.words.starts))
    types = codes(name for name, _ in told.members)
    alone = np.array([index for _, index in told.members], dtype=np.intp)
    owners, members = told.of(context.coded.sentence[at])
    other = alone[members] != at[owners]
    return _more(BESIDE, owners[other], {"type": types[members[other]]})


def _alone(told: Sequence[tuple[int, str]]) -> list[tuple[str, int]]:
    """Each type once, with the word that alone is listed for it, -1 where several are."""
    single: dict[str, int] = {}
    for index, name in told:
        single[name] = index if single.get(name, index) == index else -1
    return list(single.items())


def _tied(at: Indexes, context: Context) -> Iterator[More]:
    """The types listed for what each candidate hangs on, and for what hangs on it."""
    coded, lists = context.coded, Lists(context.types_at, len(context.words))
    types = codes(lists.members)
    upper = np.flatnonzero(~coded.rooted[at])
    owners, members = lists.of(coded.head[at[upper]])
    yield _more(ABOVE, upper[owners], {"type": types[members], "relation": coded.dep[at[upper]][owners]})
    places = _places(at, context)[coded.head[coded.hanging]]
    below, places = coded.hanging[places >= 0], places[places >= 0]
    owners, members = lists.of(below)
    yield _more(BELOW, places[owners], {"type": types[members], "relation": coded.dep[below][owners]})


def _told(at: Indexes, context: Context) -> Iterator[More]:
    """What the sentence before and the whole text tell of; "the attack" may be the bombing of the line before."""
    coded = context.coded
    noun = np.where(coded.pos[at] == NOUN, coded.lemma[at], NO_NOUN)
    told = {sentence + 1: names for sentence, names in context.sure_types.items()}
    before = Lists(told, len(context.words.starts) + 1)
    owners, members = before.of(coded.sentence[at])
    yield _more(BEFORE, owners, {"type": codes(before.members)[members], "noun": noun[owners]})
    leading = codes(context.leading_types)
    owners, names = np.repeat(np.arange(len(at)), len(leading)), np.tile(leading, len(at))
    yield _more(LEADING, owners, {"type": names, "noun": noun[owners]})


def dense(tokens: Sequence[Token], context: Context, vectors: Vectors) -> Floats:
    """Vectors of each word, its governor and its main arguments, and the parser's own view of the word in place."""
    tensor = np.asarray(context.doc.tensor, dtype=np.float32)
    if not tokens:
        return tensor[:0]
    at = np.array([token.i for token in tokens], dtype=np.intp)
    # An index of -1, of a word that isn't there, picks the last vector, all zeros.
    coded, rows = context.coded, vectors.rows(context.words)
    governed = coded.first_child(("pobj",))[coded.first_child(("prep",))[at]]
    groups = (coded.first_child(group)[at] for group in GROUPS)
    seen = np.stack([at, np.where(coded.rooted[at], -1, coded.head[at]), *groups, governed], axis=1)
    return np.hstack([vectors.beside(rows[seen]), tensor[at]])
