"""Rows of a plain table (name, lat, lon and what else is known), and how cells become numbers and codes."""

import math

from dragoman.gazetteer.conflict import slug
from dragoman.gazetteer.gazetteer import Gazetteer
from dragoman.gazetteer.place import Place
from dragoman.gazetteer.store import Entry

KINDS = frozenset(
    (
        *("country", "region", "district", "subdistrict", "capital", "city", "area", "neighbourhood", "facility"),
        *("continent", "sea", "water", "island", "mountain", "road"),
    )
)


def row(cells: list[str], header: dict[str, int], known: Gazetteer) -> Entry | None:
    """A row of a table with the columns name, lat, lon; and if wanted id, country, kind, radius_km, population, names,
    contains (several names or ids parted by bars)."""

    def get(column: str) -> str:
        at = header.get(column)
        return cells[at].strip() if at is not None and at < len(cells) else ""

    name, kind = get("name"), get("kind") or "city"
    if not name:
        raise ValueError("no name")
    if kind not in KINDS:
        raise ValueError(f"kind {kind!r} is none of {', '.join(sorted(KINDS))}")
    lat, lon = coordinates(get("lat"), get("lon"))
    country = country_code(get("country"), known) if get("country") else None
    if get("country") and country is None:
        raise ValueError(f"no country is called {get('country')!r}")
    radius = get("radius_km")
    place = Place(
        id=get("id") or f"import:{country or 'XX'}-{slug(name)}-{lat:.2f}-{lon:.2f}",
        name=name,
        kind=kind,
        country=country,
        lat=lat,
        lon=lon,
        radius_km=decimal(radius, "radius_km") if radius else 2.0,
        population=whole_number(get("population") or "0", "population"),
        source="import",
    )
    return Entry(place, _parts(get("names")), True, _parts(get("contains")))


def coordinates(lat: str, lon: str) -> tuple[float, float]:
    """Latitude and longitude in degrees; ValueError where they are none."""
    point = decimal(lat, "latitude"), decimal(lon, "longitude")
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise ValueError(f"{lat}, {lon} is no point on earth")
    return point


def decimal(text: str, what: str) -> float:
    """A finite number; ValueError says what it should have been."""
    try:
        number = float(text)
    except ValueError:
        raise ValueError(f"{what} {text!r} is no number") from None
    if not math.isfinite(number):
        raise ValueError(f"{what} {text!r} is no number")
    return number


def whole_number(text: str, what: str) -> int:
    """A whole number from 0; ValueError says what it should have been."""
    if not text.strip().isdecimal():
        raise ValueError(f"{what} {text!r} is no whole number")
    return int(text)


def country_code(text: str, known: Gazetteer) -> str | None:
    """ISO 3166-1 code of a country given by code or name."""
    if len(text) == 2 and (place := known.coded(text.upper())) is not None:
        return place.country
    found = known.find(text.partition("(")[0].strip(), kind="country")
    return found[0].country if found else None


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]
