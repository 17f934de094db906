"""Which place each name means: all names of a document are resolved together."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from dragoman.gazetteer import Candidate as Referent
from dragoman.gazetteer import Gazetteer, Place, names
from dragoman.reading.places.candidates import Candidate

MOST = 60
ROUNDS = 3
COUNTRY, REGION, NEAR = 3.0, 2.6, 1.6
PEOPLE, MAIN = 1.6, 2.0
CAP = 4.0
SEAT, SEAT_OTHER, SEAT_LOSS = 0.08, 0.25, 4.0
FOLD_LOSS = 6.0
LEAST_SUPPORT = 0.5
TIE, TIE_KM = 0.9, 100.0
# What a kind of place adds to the log-odds; features have no people, so theirs make up for it.
KIND = {
    "country": 9.0,
    "continent": 9.0,
    "capital": 4.0,
    "region": 2.0,
    "area": 5.5,
    "sea": 9.0,
    "water": 4.5,
    "island": 4.5,
    "mountain": 4.5,
    "district": -0.5,
}
WORLD = 4.0
COMPILED_PEOPLE = 300_000
SHARED_LOSS = 4.0


@dataclass(slots=True)
class Choice:
    """A place that a name may mean, with its standing score and probability among the name's choices."""

    place: Place
    prior: float
    main: bool = True
    folded: bool = False
    score: float = 0.0
    share: float = 0.0


@dataclass(slots=True)
class Resolved:
    """What a name was resolved to: a place with its probability, or None with a reason."""

    place: Place | None
    score: float | None
    reason: str | None


class Resolver:
    """Resolves the names of one document: each supports the choices of the others that lie near or in the same unit."""

    def __init__(self, gazetteer: Gazetteer, home: str | None = None):
        self.gazetteer = gazetteer
        self.home = home

    def resolve(self, found: list[Candidate]) -> list[Resolved]:
        """One result for each candidate, in their order."""
        groups: dict[str, list[Candidate]] = defaultdict(list)
        for candidate in found:
            groups[_group(candidate)].append(candidate)
        choices = {name: self._choices(members) for name, members in groups.items()}
        counts = {name: len(members) for name, members in groups.items()}
        for _ in range(ROUNDS):
            self._round(choices, counts)
        results = {name: _verdict(choices[name]) for name in groups}
        return [results[_group(candidate)] for candidate in found]

    def _choices(self, members: list[Candidate]) -> list[Choice]:
        first = members[0]
        if first.code:
            place = self.gazetteer.coded(first.code)
            return [Choice(place, 10.0)] if place else []
        referents = self.gazetteer.candidates(first.name)[:MOST]
        wider = self._wider(members)
        nouns = [member.features for member in members]
        division = any("division after" in signs for signs in nouns)
        settled = any("settlement after" in signs for signs in nouns)
        choices = []
        for referent in referents:
            prior = _prior(referent, first.name)
            if wider and not wider.isdisjoint(self.gazetteer.ancestors(referent.place.id)):
                prior += 12.0
            if division and referent.place.kind in {"region", "district", "subdistrict"}:
                prior += 3.0
            if settled and referent.place.kind in {"city", "capital"}:
                prior += 2.0
            if self.home and referent.place.country == self.home:
                prior += 1.5
            choices.append(Choice(referent.place, prior, referent.main, referent.folded))
        _share_between_states(choices)
        if not division:
            _prefer_seats(choices)
        _share(choices)
        return choices

    def _wider(self, members: Iterable[Candidate]) -> set[str]:
        ids: set[str] = set()
        for member in members:
            if member.qualifier is None:
                continue
            if member.qualifier.code:
                place = self.gazetteer.coded(member.qualifier.code)
                ids |= {place.id} if place else set()
            else:
                ids |= {r.place.id for r in self.gazetteer.candidates(member.qualifier.name)}
        return ids

    def _round(self, choices: dict[str, list[Choice]], counts: dict[str, int]) -> None:
        support = Support()
        for name, options in choices.items():
            support.add(name, options, 1.0 + math.log(counts[name]))
        for name, options in choices.items():
            for choice in options:
                choice.score = choice.prior + support.of(name, choice.place)
            _share(options, scored=True)


class Support:
    """How much the names of a document speak for each country, division and stretch of land."""

    def __init__(self) -> None:
        self.mass: dict[tuple[object, ...], float] = defaultdict(float)
        self.own: dict[str, dict[tuple[object, ...], float]] = {}
        self.total = 0.0

    def add(self, name: str, options: list[Choice], weight: float) -> None:
        """Count a name in: each unit gets the greatest share of the name's choices in it."""
        own: dict[tuple[object, ...], float] = {}
        for choice in options:
            for unit in _units(choice.place):
                own[unit] = max(own.get(unit, 0.0), weight * choice.share)
        for unit, mass in own.items():
            self.mass[unit] += mass
        self.own[name] = own
        self.total += weight if options else 0.0

    def of(self, name: str, place: Place) -> float:
        """The support that the other names give to a place."""
        own = self.own[name]

        def others(unit: tuple[object, ...]) -> float:
            return self.mass.get(unit, 0.0) - own.get(unit, 0.0)

        total = 0.0
        if place.country:
            total += COUNTRY * _log(others(("country", place.country)))
        if place.admin1:
            total += REGION * _log(others(("admin1", place.admin1)))
        elif place.kind == "region":
            total += REGION * _log(others(("admin1", place.id)))
        total += NEAR * _log(sum(others(cell) for cell in _cells(place)))
        return total


def _log(mass: float) -> float:
    """Support grows slowly, and from some point no more: a big place stays one however much a text dwells elsewhere."""
    return math.log1p(min(mass, CAP))


def _units(place: Place) -> list[tuple[object, ...]]:
    units: list[tuple[object, ...]] = []
    if place.country:
        units.append(("country", place.country))
    if place.admin1 or place.kind == "region":
        units.append(("admin1", place.admin1 or place.id))
    if place.kind not in {"country", "continent", "region"}:
        units.append(("cell", math.floor(place.lat), math.floor(place.lon)))
    return units


def _cells(place: Place) -> list[tuple[object, ...]]:
    if place.kind in {"country", "continent", "region"}:
        return []
    lat, lon = math.floor(place.lat), math.floor(place.lon)
    return [("cell", lat + i, lon + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]


def _prior(referent: Referent, name: str) -> float:
    """Log-odds that the name means this place, before any context."""
    place = referent.place
    compiled = place.source == "compiled"
    people = place.population or (COMPILED_PEOPLE if compiled and place.kind == "city" else 0)
    prior = PEOPLE * math.log10(people + 200) + KIND.get(place.kind, 0.0) + (MAIN if referent.main else 0.0)
    if place.kind == "area" and place.country is None:
        prior += WORLD
    if referent.folded:
        prior -= FOLD_LOSS * (1.0 - ratio(names.bare(names.key(name)), names.bare(names.key(place.name))) / 100.0)
    return prior


def _share_between_states(choices: list[Choice]) -> None:
    """A country that shares its name with a large division (Georgia) is no likelier than by its people."""
    regions = {choice.place.country for choice in choices if _large_division(choice.place)}
    for choice in choices:
        if choice.place.kind == "country" and regions - {choice.place.country}:
            choice.prior -= SHARED_LOSS


def _large_division(place: Place) -> bool:
    return place.kind == "region" and place.population > 1_000_000


def _prefer_seats(choices: list[Choice]) -> None:
    """A bare name that a division shares with a town that holds a good part of its people means the town."""
    towns = [choice for choice in choices if choice.place.kind in {"city", "capital"}]
    for choice in choices:
        if choice.place.kind in {"region", "district"} and any(_seats(town, choice.place) for town in towns):
            choice.prior -= SEAT_LOSS


def _seats(town: Choice, division: Place) -> bool:
    """Whether a town lies in a division and holds enough of its people; more where the name is not its first."""
    part = SEAT if town.main else SEAT_OTHER
    return division.id in (town.place.admin1, town.place.admin2) and (
        town.place.population >= part * division.population
    )


def _share(choices: list[Choice], *, scored: bool = False) -> None:
    if not choices:
        return
    scores = [choice.score if scored else choice.prior for choice in choices]
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    for choice, value in zip(choices, raised, strict=True):
        choice.share = value / total


def _group(candidate: Candidate) -> str:
    return candidate.code or candidate.name.casefold()


def _verdict(choices: list[Choice]) -> Resolved:
    if not choices:
        return Resolved(None, None, "not in the gazetteer")
    ranked = sorted(choices, key=lambda choice: (-choice.score, choice.place.id))
    best, rival = ranked[0], ranked[1] if len(ranked) > 1 else None
    if best.folded and best.score - best.prior < LEAST_SUPPORT:
        return Resolved(None, None, "not in the gazetteer")
    if rival is not None and best.share < 0.5 and rival.share > TIE * best.share and _apart(best.place, rival.place):
        return Resolved(None, None, f"ambiguous: {_label(best.place)}, {_label(rival.place)}")
    return Resolved(best.place, round(best.share, 3), None)


def _apart(one: Place, other: Place) -> bool:
    return one.distance_km(other) > TIE_KM


def _label(place: Place) -> str:
    return f"{place.name} ({place.country or place.kind})"
