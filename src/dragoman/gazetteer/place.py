"""A place as the gazetteer knows it, and how far one place lies from another."""

import math
from dataclasses import dataclass

EARTH_KM = 6371.0088
ADMINISTRATIVE = frozenset({"country", "region", "district", "subdistrict"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place: `id` (`geonames:N`, `area:slug`, `ucdp:…`, `import:…`), its kind, point and what it lies in.

    `kind` is one of country, region (first-level division), district (second), subdistrict, capital, city, area,
    neighbourhood, facility, continent, sea, water, island, mountain, road. `country` is ISO 3166-1 alpha-2, `code`
    ISO 3166-2 or alpha-2 where there is one; `admin1` and `admin2` are ids of places. `radius_km` says how far it
    reaches from its point; `population` is 0 where unknown.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    code: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    lat: float
    lon: float
    radius_km: float
    population: int = 0
    source: str

    @property
    def administrative(self) -> bool:
        """Whether it is a country or a division of one."""
        return self.kind in ADMINISTRATIVE

    def distance_km(self, other: "Place") -> float:
        """Great-circle distance between the two points."""
        return distance_km(self.lat, self.lon, other.lat, other.lon)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean: `main` when it is the place's first name, `folded` when only the sound matched."""

    place: Place
    main: bool
    folded: bool = False


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance of two points in degrees (haversine)."""
    rise, turn = math.radians(other_lat - lat), math.radians(other_lon - lon)
    part = (
        math.sin(rise / 2) ** 2
        + math.cos(math.radians(lat)) * math.cos(math.radians(other_lat)) * math.sin(turn / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(part)))


def moved(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point `km` away in the direction `bearing` (degrees clockwise from north)."""
    arc, course = km / EARTH_KM, math.radians(bearing)
    start = math.radians(lat)
    end = math.asin(math.sin(start) * math.cos(arc) + math.cos(start) * math.sin(arc) * math.cos(course))
    shift = math.atan2(
        math.sin(course) * math.sin(arc) * math.cos(start), math.cos(arc) - math.sin(start) * math.sin(end)
    )
    return round(math.degrees(end), 5), round((lon + math.degrees(shift) + 540) % 360 - 180, 5)
