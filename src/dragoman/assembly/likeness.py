"""How well a claim fits an event: evidence for and against, added up, each piece with its reason.

The weights are log-odds set by hand and checked on the labelled set in `tests/gold/linking`: an event needs about four
points, which one place and one day give, and which no single kind of evidence reaches alone.
"""

from math import cos, radians, sqrt

from dragoman.assembly.cluster import Cluster
from dragoman.assembly.features import Feature, Spot

NEEDED = 2.7
APART = -99.0
"""A piece of evidence this strong says that the two can't be the same."""

Piece = tuple[float, str]


def score(one: Feature, cluster: Cluster) -> float:
    """The sum of all evidence that a claim belongs to a cluster; `NEEDED` or more says that it does."""
    time = _time(one, cluster)[0]
    if time <= APART:
        return APART
    place = _place(one.spot, cluster.spot)[0]
    if place <= APART:
        return APART
    total = time + place + _type(one, cluster)[0] + _parties(one, cluster)[0]
    return total + _toll(one, cluster)[0] + _wording(one, cluster)[0] + _report(one, cluster)[0]


def reasons(one: Feature, cluster: Cluster) -> list[Piece]:
    """Every piece of evidence with its reason, strongest first."""
    pieces = [_time(one, cluster), _place(one.spot, cluster.spot), _type(one, cluster), _parties(one, cluster)]
    pieces += [_toll(one, cluster), _wording(one, cluster), _report(one, cluster)]
    return sorted((piece for piece in pieces if piece[0]), key=lambda piece: -abs(piece[0]))


def _time(one: Feature, cluster: Cluster) -> Piece:
    if one.vague or cluster.vague:
        return (
            (0.6, "times overlap") if one.vague and cluster.vague and one.day == cluster.day else (APART, "vague time")
        )
    if one.exact and cluster.exact:
        gap = abs(one.day - cluster.day)
        if gap == 0:
            return 2.0, "same day"
        return (-1.6, "a day apart") if gap == 1 else (APART, "days apart")
    late = one.day - cluster.day if not one.exact else cluster.day - one.day
    if one.exact == cluster.exact:
        return (0.8, "told on the same day") if abs(late) <= 1 else (APART, "told days apart")
    return (0.9, "told at that time") if -1 <= late <= 2 else (APART, "told at another time")


def _place(one: Spot | None, other: Spot | None) -> Piece:
    if one is None or other is None:
        return -0.4, "a place is not told"
    if one.id == other.id:
        return (0.5, "same country") if one.country else (1.2, "same area") if one.area else (2.0, "same place")
    if one.id in other.above or other.id in one.above:
        return 0.7, "one place lies in the other"
    if one.country or other.country:
        return -0.2, "only the country is told"
    away = distance_km(one, other)
    if away is None or away > 3.0 + one.radius_km + other.radius_km:
        return APART, "other places"
    return (0.8, "places within a few kilometres") if away <= 4.0 else (-0.5, "neighbouring places")


def distance_km(one: Spot, other: Spot) -> float | None:
    """Distance of two points, flat-earth (good to 1 % over the few kilometres that matter); null without points."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    rise = (one.lat - other.lat) * 111.2
    turn = (one.lon - other.lon) * 111.2 * cos(radians((one.lat + other.lat) / 2))
    return sqrt(rise * rise + turn * turn)


def _type(one: Feature, cluster: Cluster) -> Piece:
    return (0.5, "same type") if one.type in cluster.types else (-0.3, "kindred types")


def _parties(one: Feature, cluster: Cluster) -> Piece:
    points = _agree(one.by, cluster.by, 1.1, -0.9) + _agree(one.to, cluster.to, 0.8, -0.7)
    if points <= 0 and (one.by & cluster.to or one.to & cluster.by):
        points = max(points, 0.3)
    return points, "actors agree" if points > 0 else "actors differ"


def _agree(one: frozenset[int], other: frozenset[int] | set[int], shared: float, none: float) -> float:
    if not one or not other:
        return 0.0
    common = len(one & other)
    return shared * common / min(len(one), len(other)) if common else none


def _toll(one: Feature, cluster: Cluster) -> Piece:
    points = _same_number(one.killed, cluster.killed) + 0.5 * _same_number(one.injured, cluster.injured)
    return points, "figures agree" if points > 0 else "figures differ"


def _same_number(one: int | None, others: set[int]) -> float:
    if one is None or not others:
        return 0.0
    if one in others:
        return 1.4 if one >= 4 else 0.6
    ratio = min(max(one, other) / max(1, min(one, other)) for other in others)
    return 0.3 if ratio <= 1.5 else -0.3 if ratio <= 3 else -1.3


def _wording(one: Feature, cluster: Cluster) -> Piece:
    best = max((_overlap(one.words, words) for words in cluster.words), default=0.0)
    points = 2.0 * (best - 0.3)
    return (min(1.0, points), "worded alike") if points > 0 else (max(-0.4, points), "worded otherwise")


def _overlap(one: int, other: int) -> float:
    either = (one | other).bit_count()
    return (one & other).bit_count() / either if either else 0.0


def _report(one: Feature, cluster: Cluster) -> Piece:
    if one.report not in cluster.reports:
        return 0.0, ""
    return (-0.8, "another claim of the same report") if one.exact else (-0.4, "another claim of the same report")
