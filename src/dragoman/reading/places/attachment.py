"""Which places belong to which happening: a learned score of each (trigger, place) pair, kept apart from resolution.

The weights come from `training/attach_places.py`; what a pair is judged by is in `pairfeatures`.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path as FilePath

from spacy.tokens import Token

from dragoman.model import PlaceRole
from dragoman.reading.coded import Coded
from dragoman.reading.mention import PlaceMention, Referents
from dragoman.reading.network import Features, Network
from dragoman.reading.pairs import Happening
from dragoman.reading.places.anchors import Anchor, anchors
from dragoman.reading.places.cues import cues
from dragoman.reading.places.described import DESCRIBED, described
from dragoman.reading.places.pairfeatures import PAIR, columns, dense
from dragoman.reading.places.pairs import PlacePairs
from dragoman.reading.vectors import Vectors
from dragoman.reading.words import Word, Words

WEIGHTS = FilePath(__file__).parent / "data" / "attachment.npz"
NONE = "none"
ROLES: tuple[PlaceRole, ...] = ("at", "from", "to", "via", "near")
MOST = 3
THRESHOLD = 0.36
_SPECIFIC = {
    "facility": 0,
    "neighbourhood": 1,
    "city": 2,
    "capital": 2,
    "subdistrict": 3,
    "district": 4,
    "road": 4,
    "area": 5,
    "region": 6,
    "country": 8,
    "continent": 9,
    DESCRIBED: 10,
}


def attach(
    trigger: Token,
    claim_type: str,
    places: Sequence[PlaceMention],
    named: Referents,
) -> list[tuple[PlaceMention, PlaceRole]]:
    """The places of the happening that `trigger` heads, most specific first, at most three, each with its role.

    `places` are all of the document, `named` the named mentions that descriptions stand for ("the city").
    """
    words = Words(trigger.doc)
    return attach_all([(trigger.i, claim_type)], places, named, Coded(words), described(words, places))[0]


def attach_all(
    happenings: Sequence[Happening],
    places: Sequence[PlaceMention],
    named: Referents,
    coded: Coded,
    unnamed: Sequence[PlaceMention] = (),
) -> list[list[tuple[PlaceMention, PlaceRole]]]:
    """The same for all happenings of a text at once; `unnamed` are places only described."""
    near, words = offered(happenings, places, named, coded, unnamed), coded.words.plain
    worths = _worths(happenings, near, places, coded)
    return [_best(words[index], some, worths) for (index, _), some in zip(happenings, near, strict=True)]


def offered(
    happenings: Sequence[Happening],
    places: Sequence[PlaceMention],
    named: Referents,
    coded: Coded,
    unnamed: Sequence[PlaceMention] = (),
) -> list[list[Anchor]]:
    """The anchors near each happening."""
    words, seen, found = coded.words.plain, dict[tuple[int, bool], list[Anchor]](), []
    for index, name in happenings:
        reaches, trigger = name in cues().reaching, words[index]
        if (key := (trigger.sent.start, reaches)) not in seen:
            seen[key] = anchors(trigger, places, named, unnamed if reaches else ())
        found.append(seen[key])
    return found


def _best(
    trigger: Word, near: Sequence[Anchor], worths: Iterator[tuple[float, PlaceRole]]
) -> list[tuple[PlaceMention, PlaceRole]]:
    chosen: dict[str, tuple[float, PlaceMention, PlaceRole]] = {}
    for anchor in near:
        worth, role = next(worths)
        key = anchor.place.text.casefold()
        if worth >= THRESHOLD and (key not in chosen or chosen[key][0] < worth):
            chosen[key] = (worth, anchor.place, "from" if _left_behind(anchor.token, trigger) else role)
    best = sorted(chosen.values(), key=lambda item: (-item[0], item[1].start))[:MOST]
    best.sort(key=lambda item: (_SPECIFIC.get(item[1].feature or "city", 2), -item[0]))
    return [(place, role) for _, place, role in best]


def _left_behind(token: Word, trigger: Word) -> bool:
    """Whether the place is the object of a verb of leaving, itself or as "the town of X"."""
    of = token.dep_ == "pobj" and token.head.lower_ == "of"
    left = token.head.head if of else token
    return left.dep_ == "dobj" and left.head.i == trigger.i and trigger.lemma_ in cues().leaving_verbs


def _worths(
    happenings: Sequence[Happening], near: Sequence[Sequence[Anchor]], places: Sequence[PlaceMention], coded: Coded
) -> Iterator[tuple[float, PlaceRole]]:
    """How likely each pair belongs together, and the likeliest role."""
    if not any(near):
        return
    network, pairs = _network(), PlacePairs(happenings, near, coded)
    given = Features(PAIR.keys(columns(pairs, places)))
    column = {label: at for at, label in enumerate(network.labels)}
    roles = [role for role in ROLES if role in column]
    for shares in network.probabilities(given, dense(pairs, Vectors.load())).tolist():
        yield 1.0 - shares[column[NONE]], max(roles, key=lambda role: shares[column[role]])


@cache
def _network() -> Network:
    return Network.load(WEIGHTS)
