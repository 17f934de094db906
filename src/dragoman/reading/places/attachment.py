"""Which places belong to which happening: a learned score of each (trigger, place) pair, kept apart from resolution.

The weights come from `training/attach_places.py`; the signs are the path in the parse, the prepositions on it, the
kind of happening, nearness, and how much the document dwells on the place.
"""

from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path as FilePath

from spacy.tokens import Token

from dragoman.model import PlaceRole
from dragoman.reading.linear import LinearScorer
from dragoman.reading.mention import PlaceMention, Referents
from dragoman.reading.places import paths
from dragoman.reading.places.anchors import Anchor, anchors, spoken_of
from dragoman.reading.places.cues import cues
from dragoman.reading.places.described import DESCRIBED, described
from dragoman.reading.words import Word, Words

WEIGHTS = FilePath(__file__).parent / "data" / "attachment.npz"
NONE = "none"
ROLES: tuple[PlaceRole, ...] = ("at", "from", "to", "via", "near")
MOST = 3
THRESHOLD = 0.33
REMEMBERED = 1 << 14
Signs = tuple[str, ...]
"""Named features of a pair that come together; they are worked out once for all pairs that are alike in them."""
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
    return attach_all([(words.plain[trigger.i], claim_type)], places, named, described(words, places))[0]


def attach_all(
    happenings: Sequence[tuple[Word, str]],
    places: Sequence[PlaceMention],
    named: Referents,
    unnamed: Sequence[PlaceMention] = (),
) -> list[list[tuple[PlaceMention, PlaceRole]]]:
    """The same for many happenings of one text, each a trigger and its type; `unnamed` are places only described."""
    seen: dict[tuple[int, bool], Surroundings] = {}
    around = []
    for trigger, name in happenings:
        reaches = name in cues().reaching
        if (key := (trigger.sent.start, reaches)) not in seen:
            near = anchors(trigger, places, named, unnamed if reaches else ())
            seen[key] = Surroundings(trigger, near, places)
        around.append(seen[key])
    pairs = list(zip(happenings, around, strict=True))
    worths = _worths([rows for (trigger, name), near in pairs for rows in near.rows(trigger, name)])
    return [_best(trigger, near.anchors, worths) for (trigger, _), near in pairs]


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


def _worths(rows: Sequence[list[int]]) -> Iterator[tuple[float, PlaceRole]]:
    """How likely each pair belongs together, and the likeliest role."""
    column = _scorer().column
    roles = [role for role in ROLES if role in column]
    for shares in _scorer().by_rows(rows).tolist():
        yield 1.0 - shares[column[NONE]], max(roles, key=lambda role: shares[column[role]])


def pair_features(
    trigger: Word, claim_type: str, near: Sequence[Anchor], places: Sequence[PlaceMention]
) -> list[list[str]]:
    """Named features of each pair of the trigger and an anchor."""
    around = Surroundings(trigger, near, places)
    pairs = zip(around.fixed, around.signs(trigger, claim_type), strict=True)
    return [[*fixed, *(name for some in signs for name in some)] for fixed, signs in pairs]


class Surroundings:
    """The anchors near the triggers of one sentence, with what is the same for all of these triggers."""

    def __init__(self, trigger: Word, near: Sequence[Anchor], places: Sequence[PlaceMention]):
        self.anchors = near
        self._own = [anchor for anchor in near if anchor.back == 0 and anchor.form != DESCRIBED]
        self._described = [anchor for anchor in near if anchor.form == DESCRIBED]
        self._topics = [place and place.text.casefold() for place in spoken_of(places, trigger.sent.start, trigger.doc)]
        self._mine = min(sum(not paths.acts(anchor.token) for anchor in self._own), 2)
        self._words = [_word(anchor) for anchor in near]
        self.fixed = [self._shared(anchor, word) for anchor, word in zip(near, self._words, strict=True)]

    @cached_property
    def _known(self) -> list[list[int]]:
        return [_scorer().known(signs) for signs in self.fixed]

    def rows(self, trigger: Word, claim_type: str) -> list[list[int]]:
        """The scorer's rows of the features of each pair of a trigger of the sentence and an anchor."""
        pairs = zip(self._known, self.signs(trigger, claim_type), strict=True)
        return [[*fixed, *(row for some in signs for row in _rows(some))] for fixed, signs in pairs]

    def signs(self, trigger: Word, claim_type: str) -> list[list[Signs]]:
        """Named features of each such pair, beside those that rest on its anchor alone."""
        family = cues().families.get(claim_type, "other")
        rank = {**_ranks(self._described, trigger), **_ranks(self._own, trigger)}
        found = []
        for anchor, word in zip(self.anchors, self._words, strict=True):
            signs = [_told(claim_type, family, trigger.pos_, word, anchor.back)]
            if anchor.form == DESCRIBED:
                signs.append((f"noun {anchor.token.lemma_.lower()} {family}", f"described {claim_type}"))
            if anchor.back == 0:
                signs += _related(trigger, claim_type, family, anchor, rank[anchor.token.i])
            found.append(signs)
        return found

    def _shared(self, anchor: Anchor, word: str) -> list[str]:
        """The features of an anchor that rest on its sentence and the trigger's alone."""
        token, place, name = anchor.token, anchor.place, anchor.place.text.casefold()
        back, (topic, latest) = anchor.back, self._topics
        signs = [
            f"prep {word} back {min(back, 1)}",
            f"dep {token.dep_} back {min(back, 1)}",
            f"kind {place.feature} back {back}",
            f"form {anchor.form}",
            f"own {min(len(self._own), 3)} back {back}",
            f"topic {name == topic} back {back} own {self._mine}",
            f"latest {name == latest} back {back} own {self._mine}",
        ]
        if paths.embedded(token, place.stop if anchor.form == "name" else token.i + 1):
            signs.append(f"embedded back {back}")
        if place.first < 3 and anchor.form == "name":
            signs.append(f"opening back {back}")
        if place.relation:
            signs.append(f"relation {place.relation}")
        if anchor.form == DESCRIBED:
            signs += (f"noun {token.lemma_.lower()}", f"described dep {token.dep_}", f"described prep {word}")
        return signs


def _ranks(near: Sequence[Anchor], trigger: Word) -> dict[int, int]:
    """Token of an anchor to how many of these are nearer to the trigger."""
    nearest = sorted(near, key=lambda anchor: abs(anchor.token.i - trigger.i))
    return {anchor.token.i: rank for rank, anchor in enumerate(nearest)}


def _word(anchor: Anchor) -> str:
    """The preposition that governs an anchor, or "-"."""
    before = paths.preposition(anchor.token)
    return before.lower_ if before is not None else "-"


def _related(trigger: Word, claim_type: str, family: str, anchor: Anchor, rank: int) -> Iterator[Signs]:
    """How a place of the trigger's own sentence stands to it."""
    token = anchor.token
    side, far = "after" if token.i > trigger.i else "before", min(abs(token.i - trigger.i) // 4, 6)
    yield _line(side, min(rank, 2), far)
    route, head = paths.path(trigger, token), paths.governor(token)
    yield _routed(route, head.dep_, claim_type, family, argues=head.head.i == trigger.i)


@lru_cache(maxsize=REMEMBERED)
def _rows(signs: Signs) -> tuple[int, ...]:
    return tuple(_scorer().known(signs))


@lru_cache(maxsize=REMEMBERED)
def _told(claim_type: str, family: str, pos: str, word: str, back: int) -> Signs:
    return (
        f"type {claim_type} back {back}",
        f"family {family} back {back}",
        f"prep {word} {family}",
        f"trigger {pos} back {back}",
    )


@lru_cache(maxsize=REMEMBERED)
def _line(side: str, rank: int, far: int) -> Signs:
    return "same", f"side {side} {rank}", f"far {far} {side}"


@lru_cache(maxsize=REMEMBERED)
def _routed(route: paths.Path | None, head: str, claim_type: str, family: str, *, argues: bool) -> Signs:
    """The way through the parse to a place whose name is governed in the function `head`."""
    if route is None:
        return ("no path",)
    outer = paths.outer(route)
    signs = (
        f"up {' '.join(route.up[:3])}",
        f"down {' '.join(route.down[:3])}",
        f"path {' '.join(route.up)} / {' '.join(route.down)}"[:80],
        f"length {min(route.length, 8)}",
        f"length {min(route.length, 5)} borders {min(route.borders, 2)}",
        f"climb {min(len(route.up), 4)} {' '.join(step.partition(':')[0] for step in route.down[:2])}",
        f"governor {head} {family}",
        f"outer {outer}",
        f"outer {outer} {family}",
        f"outer {outer} {claim_type}",
    )
    return (*signs, f"argument {head} {family}", f"argument {head} {claim_type}") if argues else signs


@cache
def _scorer() -> LinearScorer:
    return LinearScorer.load(WEIGHTS)
