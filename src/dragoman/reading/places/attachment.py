"""Which places belong to which happening: a learned score of each (trigger, place) pair, kept apart from resolution.

The weights come from `training/attach_places.py`; the syntax counts first, then nearness in the sentence, then the
sentence before.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path as FilePath

from spacy.tokens import Token

from dragoman.model import PlaceRole
from dragoman.reading.linear import LinearScorer
from dragoman.reading.mention import PlaceMention, Referents
from dragoman.reading.places import paths

WEIGHTS = FilePath(__file__).parent / "data" / "attachment.npz"
NONE = "none"
MOST = 3
REACH = 2
THRESHOLD = 0.3
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
    near = reachable(trigger, places)
    if not near:
        return []
    scorer = _scorer()
    none = scorer.column[NONE]
    chosen: dict[str, tuple[float, PlaceMention, str]] = {}
    for place, signs in zip(near, pair_features(trigger, claim_type, near), strict=True):
        shares = scorer.probabilities(signs)
        if 1.0 - shares[none] < THRESHOLD:
            continue
        role = max((label for label in scorer.labels if label != NONE), key=lambda label: shares[scorer.column[label]])
        worth = float(1.0 - shares[none])
        key = place.text.casefold()
        if key not in chosen or chosen[key][0] < worth:
            chosen[key] = (worth, place, role)
    best = sorted(chosen.values(), key=lambda item: -item[0])[:MOST]
    best.sort(key=lambda item: (_SPECIFIC.get(item[1].feature or "city", 2), -item[0]))
    return [(place, _role(role)) for _, place, role in best]


def reachable(trigger: Token, places: Iterable[PlaceMention]) -> list[PlaceMention]:
    """The places of the trigger's sentence and of the `REACH` sentences before it."""
    sentence = trigger.sent
    start = sentence.start
    for _ in range(REACH):
        if start == 0:
            break
        start = trigger.doc[start - 1].sent.start
    return [place for place in places if start <= place.root < sentence.end]


def pair_features(trigger: Token, claim_type: str, places: Sequence[PlaceMention]) -> list[list[str]]:
    """Named features of each pair of the trigger and a place."""
    sentence = trigger.sent
    own = [place for place in places if sentence.start <= place.root < sentence.end]
    by_nearness = sorted(own, key=lambda place: abs(place.root - trigger.i))
    rank = {place.root: i for i, place in enumerate(by_nearness)}
    return [_features(trigger, claim_type, place, rank, len(own)) for place in places]


def _features(trigger: Token, claim_type: str, place: PlaceMention, rank: dict[int, int], own: int) -> list[str]:
    root = trigger.doc[place.root]
    before = paths.preposition(root)
    word = before.lower_ if before is not None else "-"
    signs = [
        f"type {claim_type}",
        f"prep {word}",
        f"prep {word} {claim_type}",
        f"dep {root.dep_}",
        f"kind {place.feature}",
        f"own {min(own, 3)}",
        f"trigger {trigger.pos_}",
    ]
    if paths.embedded(place, root):
        signs.append("embedded")
    if place.first < 3:
        signs.append("opening")
    if place.relation:
        signs.append(f"relation {place.relation}")
    route = paths.path(trigger, root) if place.root in rank else None
    if place.root not in rank:
        signs += _distant(trigger, place, own)
    elif route is not None:
        signs += _related(trigger, claim_type, root, before, route)
        signs.append(f"rank {min(rank[place.root], 4)}")
        signs.append(f"side {'after' if root.i > trigger.i else 'before'} {min(rank[place.root], 2)}")
    return signs


def _distant(trigger: Token, place: PlaceMention, own: int) -> list[str]:
    back = 1 if trigger.sent.start and place.root >= trigger.doc[trigger.sent.start - 1].sent.start else 2
    return [f"back {back}", f"back {back} own {min(own, 2)}"]


def _related(trigger: Token, claim_type: str, root: Token, before: Token | None, route: paths.Path) -> list[str]:
    head = paths.governor(root)
    signs = [
        "same",
        f"up {' '.join(route.up[:3])}",
        f"down {' '.join(route.down[:3])}",
        f"path {' '.join(route.up)} / {' '.join(route.down)}"[:80],
        f"length {min(route.length, 8)}",
        f"borders {min(route.borders, 3)}",
        f"far {min(abs(root.i - trigger.i) // 4, 6)}",
        f"governor {head.dep_} {claim_type}",
    ]
    if before is not None:
        under = before.head.i == trigger.i
        signs.append(f"under {under}")
        signs.append(f"prep head {before.head.pos_} {min(route.borders, 2)}")
    if head.head.i == trigger.i:
        signs.append(f"argument {head.dep_}")
        signs.append(f"argument {head.dep_} {claim_type}")
    return signs


def _role(label: str) -> PlaceRole:
    roles: dict[str, PlaceRole] = {"at": "at", "from": "from", "to": "to", "via": "via", "near": "near"}
    return roles[label]


@cache
def _scorer() -> LinearScorer:
    return LinearScorer.load(WEIGHTS)
