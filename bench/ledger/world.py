"""A made-up war to measure with: seeded, and as skewed as real ones (few places, actors and days have most reports)."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

FIRST = date(2011, 1, 1)
DAYS = 3650
_SYLLABLES = ("ba", "dar", "kha", "mi", "ra", "su", "qal", "ter", "zin", "ho", "lam", "ay", "du", "ghu", "nab")
TYPES = {
    "airstrike": 14,
    "shelling": 14,
    "attack": 12,
    "battle": 11,
    "bombing": 6,
    "killing": 5,
    "takeover": 5,
    "control": 6,
    "withdrawal": 3,
    "siege": 3,
    "casualties": 4,
    "displacement": 3,
    "evacuation": 2,
    "population": 1,
    "ceasefire": 2,
    "agreement": 2,
    "ultimatum": 1,
    "demand": 2,
    "talks": 3,
    "violation": 1,
    "aid": 1,
    "alliance": 1,
}
SYMMETRIC = ("alliance", "battle", "agreement", "ceasefire", "talks")
DEALS = ("agreement", "ceasefire")
TOLLED = ("airstrike", "shelling", "attack", "battle", "bombing", "killing", "casualties")


@dataclass(frozen=True, slots=True)
class Town:
    """A place of the made-up country."""

    id: str
    name: str
    country: str
    lat: float
    lon: float
    radius_km: float
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """One event, as it was; reports tell of it with errors."""

    type: str
    day: int
    town: Town
    by: str
    to: str
    killed: int | None


@dataclass(slots=True)
class World:
    """Towns with the regions they lie in, actors, outlets, and what happened day by day."""

    seed: int
    busy: float
    towns: list[Town] = field(default_factory=list)
    areas: dict[str, Town] = field(default_factory=dict)
    actors: list[str] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    _days: dict[int, list[Happening]] = field(default_factory=dict)
    _weights: dict[int, list[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rng = random.Random(self.seed)
        for number in range(12):
            self._country(rng, number)
        rng.shuffle(self.towns)
        self.actors = [f"group-{number}" for number in range(400)]
        self.outlets = [f"Outlet {number}" for number in range(150)]
        self._weights = {size: zipf(size) for size in (len(self.towns), len(self.actors), len(self.outlets))}

    def _country(self, rng: random.Random, number: int) -> None:
        code = f"X{chr(65 + number)}"
        middle = rng.uniform(-30, 50), rng.uniform(-80, 100)
        country = Town(f"country:{code}", f"Land {code}", code, *middle, 400)
        self.areas[country.id] = country
        for region in range(10):
            point = middle[0] + rng.uniform(-3, 3), middle[1] + rng.uniform(-3, 3)
            area = Town(f"area:{code}-{region}", _name(rng), code, *point, 60, (country.id,))
            self.areas[area.id] = area
            for place in range(35):
                spot = point[0] + rng.uniform(-0.5, 0.5), point[1] + rng.uniform(-0.5, 0.5)
                above = (area.id, country.id)
                self.towns.append(Town(f"place:{code}-{region}-{place}", _name(rng), code, *spot, 3, above))

    def ancestors(self, place_id: str, /) -> Sequence[str]:
        """Ids of the region and country that a place lies in."""
        area = self.areas.get(place_id)
        if area is not None:
            return area.above
        code, region, _ = place_id.removeprefix("place:").split("-")
        return (f"area:{code}-{region}", f"country:{code}")

    def get(self, place_id: str, /) -> Town | None:
        """A region or country by id."""
        return self.areas.get(place_id)

    def pick(self, rng: random.Random, values: list[str]) -> str:
        """One of the values, the first ones far more often."""
        return rng.choices(values, cum_weights=self._weights[len(values)])[0]

    def happenings(self, day: int) -> list[Happening]:
        """What happened on a day; as many as `busy` says, on some days many more."""
        if day not in self._days:
            rng = random.Random(f"{self.seed}/{day}")
            number = max(1, round(self.busy * min(8.0, rng.paretovariate(1.3)) / 2))
            self._days[day] = [self._happening(rng, day) for _ in range(number)]
        return self._days[day]

    def _happening(self, rng: random.Random, day: int) -> Happening:
        kind = rng.choices(list(TYPES), weights=list(TYPES.values()))[0]
        town = rng.choices(self.towns, cum_weights=self._weights[len(self.towns)])[0]
        by, to = self.pick(rng, self.actors), self.pick(rng, self.actors)
        killed = min(400, int(rng.paretovariate(0.9))) if kind in TOLLED and rng.random() < 0.6 else None
        return Happening(kind, day, town, by, to, killed)


def zipf(size: int, slope: float = 0.9) -> list[float]:
    """Cumulative weights of a Zipf distribution."""
    return list(accumulate(1 / (rank + 1) ** slope for rank in range(size)))


def iso(day: int) -> str:
    """The ISO day of a day of the made-up war."""
    return (FIRST + timedelta(days=day)).isoformat()


def _name(rng: random.Random) -> str:
    return "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(2, 4))).capitalize()
