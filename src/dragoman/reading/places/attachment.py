"""Which places belong to which happening: a learned score of each (trigger, place) pair, kept apart from resolution.

The weights come from `training/attach_places.py`; the signs are the path in the parse, the prepositions on it, the
kind of happening, nearness, and how much the document dwells on the place.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path as FilePath

from spacy.tokens import Token

from dragoman.model import PlaceRole
from dragoman.reading.linear import LinearScorer
from dragoman.reading.mention import PlaceMention, Referents
from dragoman.reading.places import paths
from dragoman.reading.places.anchors import Anchor, anchors
from dragoman.reading.places.cues import cues

WEIGHTS = FilePath(__file__).parent / "data" / "attachment.npz"
NONE = "none"
MOST = 3
THRESHOLD = 0.33
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
}


def attach(
    trigger: Token, claim_type: str, places: Sequence[PlaceMention], named: Referents
) -> list[tuple[PlaceMention, PlaceRole]]:
    """The places of the happening that `trigger` heads, most specific first, at most three, each with its role.

    `places` are all of the document, `named` the named mentions that descriptions stand for ("the city").
    """
    near = anchors(trigger, places, named)
    if not near:
        return []
    scorer = _scorer()
    chosen: dict[str, tuple[float, PlaceMention, PlaceRole]] = {}
    for anchor, signs in zip(near, pair_features(trigger, claim_type, near, places), strict=True):
        worth, role = _worth(scorer, signs)
        role = "from" if _left_behind(anchor.token, trigger) else role
        key = anchor.place.text.casefold()
        if worth >= THRESHOLD and (key not in chosen or chosen[key][0] < worth):
            chosen[key] = (worth, anchor.place, role)
    best = sorted(chosen.values(), key=lambda item: (-item[0], item[1].start))[:MOST]
    best.sort(key=lambda item: (_SPECIFIC.get(item[1].feature or "city", 2), -item[0]))
    return [(place, role) for _, place, role in best]


def _left_behind(token: Token, trigger: Token) -> bool:
    """Whether the place is the object of a verb of leaving, itself or as "the town of X"."""
    of = token.dep_ == "pobj" and token.head.lower_ == "of"
    left = token.head.head if of else token
    return left.dep_ == "dobj" and left.head.i == trigger.i and trigger.lemma_ in cues().leaving_verbs


def _worth(scorer: LinearScorer, signs: list[str]) -> tuple[float, PlaceRole]:
    """How likely the pair belongs together, and the likeliest role."""
    shares = scorer.probabilities(signs)
    roles: tuple[PlaceRole, ...] = ("at", "from", "to", "via", "near")
    role = max(roles, key=lambda label: shares[scorer.column[label]] if label in scorer.column else 0.0)
    return float(1.0 - shares[scorer.column[NONE]]), role


def pair_features(
    trigger: Token, claim_type: str, near: Sequence[Anchor], places: Sequence[PlaceMention]
) -> list[list[str]]:
    """Named features of each pair of the trigger and an anchor."""
    own = sorted((a for a in near if a.back == 0), key=lambda anchor: abs(anchor.token.i - trigger.i))
    rank = {anchor.token.i: i for i, anchor in enumerate(own)}
    topic, latest = _topic(trigger, places)
    located = {a.token.i for a in near if not paths.acts(a.token)}
    mine = min(sum(a.token.i in located for a in own), 2)
    family = cues().families.get(claim_type, "other")
    rows = []
    for anchor in near:
        signs = _common(trigger, claim_type, family, anchor)
        signs.append(f"own {min(len(own), 3)} back {anchor.back}")
        name, back = anchor.place.text.casefold(), min(anchor.back, 2)
        signs.append(f"topic {name == topic} back {back} own {mine}")
        signs.append(f"latest {name == latest} back {back} own {mine}")
        if anchor.back == 0:
            signs += _related(trigger, claim_type, family, anchor, rank[anchor.token.i])
        rows.append(signs)
    return rows


def _topic(trigger: Token, places: Sequence[PlaceMention]) -> tuple[str, str]:
    """The place that the text up to here speaks of most (the later of equals), and the one it spoke of last."""
    start = trigger.sent.start
    counts: Counter[str] = Counter()
    last: dict[str, int] = {}
    for place in places:
        if place.root < start and not paths.acts(trigger.doc[place.root]):
            counts[place.text.casefold()] += 1
            last[place.text.casefold()] = place.root
    if not counts:
        return "", ""
    return max(counts, key=lambda name: (counts[name], last[name])), max(last, key=lambda name: last[name])


def _common(trigger: Token, claim_type: str, family: str, anchor: Anchor) -> list[str]:
    token, place = anchor.token, anchor.place
    before = paths.preposition(token)
    word = before.lower_ if before is not None else "-"
    back = min(anchor.back, 2)
    signs = [
        f"type {claim_type} back {back}",
        f"family {family} back {back}",
        f"prep {word} back {min(back, 1)}",
        f"prep {word} {family}",
        f"dep {token.dep_} back {min(back, 1)}",
        f"kind {place.feature} back {back}",
        f"form {anchor.form}",
        f"trigger {trigger.pos_} back {back}",
    ]
    if paths.embedded(token, place.stop if anchor.form == "name" else token.i + 1):
        signs.append(f"embedded back {back}")
    if place.first < 3 and anchor.form == "name":
        signs.append(f"opening back {back}")
    if place.relation:
        signs.append(f"relation {place.relation}")
    return signs


def _related(trigger: Token, claim_type: str, family: str, anchor: Anchor, rank: int) -> list[str]:
    token = anchor.token
    side = "after" if token.i > trigger.i else "before"
    signs = ["same", f"side {side} {min(rank, 2)}", f"far {min(abs(token.i - trigger.i) // 4, 6)} {side}"]
    route = paths.path(trigger, token)
    if route is None:
        return [*signs, "no path"]
    head = paths.governor(token)
    outer = paths.outer(route)
    signs += [
        f"up {' '.join(route.up[:3])}",
        f"down {' '.join(route.down[:3])}",
        f"path {' '.join(route.up)} / {' '.join(route.down)}"[:80],
        f"length {min(route.length, 8)}",
        f"length {min(route.length, 5)} borders {min(route.borders, 2)}",
        f"climb {min(len(route.up), 4)} {' '.join(step.partition(':')[0] for step in route.down[:2])}",
        f"governor {head.dep_} {family}",
        f"outer {outer}",
        f"outer {outer} {family}",
        f"outer {outer} {claim_type}",
    ]
    if head.head.i == trigger.i:
        signs.append(f"argument {head.dep_} {family}")
        signs.append(f"argument {head.dep_} {claim_type}")
    return signs


@cache
def _scorer() -> LinearScorer:
    return LinearScorer.load(WEIGHTS)
