"""Rows of foreign files as entries: GeoNames dumps, UCDP GED, OCHA COD-AB."""

import math

from dragoman.gazetteer.conflict import EventPlace, event_entry
from dragoman.gazetteer.gazetteer import Gazetteer
from dragoman.gazetteer.imports.plain import coordinates, country_code, whole_number
from dragoman.gazetteer.place import Place
from dragoman.gazetteer.store import Entry
from dragoman.gazetteer.world import usable

_KINDS = {
    "PCLI": "country",
    "ADM1": "region",
    "ADM2": "district",
    "ADM3": "subdistrict",
    "ADM4": "subdistrict",
    "PPLC": "capital",
    "PPLX": "neighbourhood",
    "ISL": "island",
    "SEA": "sea",
    "OCN": "sea",
    "GULF": "sea",
}
_CLASSES = {
    "A": "area",
    "P": "city",
    "L": "area",
    "V": "area",
    "H": "water",
    "T": "mountain",
    "R": "road",
    "S": "facility",
}
_RADII = {"region": 60.0, "district": 20.0, "subdistrict": 10.0, "area": 10.0, "water": 10.0, "mountain": 5.0}


def geonames(cells: list[str], _header: dict[str, int], known: Gazetteer) -> Entry | None:
    """A line of a GeoNames dump (https://download.geonames.org/export/dump/readme.txt): 19 columns, no header."""
    if len(cells) != 19:
        raise ValueError(f"{len(cells)} columns where a GeoNames dump has 19")
    number, name, _ascii, others, lat, lon, group, feature, country = cells[:9]
    point = coordinates(lat, lon)
    place_id = f"geonames:{whole_number(number, 'geonameid')}"
    held = known.get(place_id)
    extra = list(usable(others.split(",")))
    if held is not None:
        return Entry(held, [name, *extra], True)
    if group not in _CLASSES:
        raise ValueError(f"feature class {group!r} is none of A, H, L, P, R, S, T, V")
    kind = _KINDS.get(feature, _CLASSES[group])
    people = whole_number(cells[14] or "0", "population")
    place = Place(
        id=place_id,
        name=name,
        kind=kind,
        country=country or None,
        admin1=known.division(f"{country}.{cells[10]}"),
        admin2=known.division(f"{country}.{cells[10]}.{cells[11]}"),
        lat=point[0],
        lon=point[1],
        radius_km=_RADII.get(kind, round(max(1.0, 0.012 * math.sqrt(people)), 1)),
        population=people,
        source="geonames",
    )
    return Entry(place, extra, True)


def ucdp(cells: list[str], header: dict[str, int], known: Gazetteer) -> Entry | None:
    """An event of UCDP GED: the place it happened at."""
    get = _getter(cells, header)
    name = get("where_coordinates")
    if not name:
        return None
    lat, lon = coordinates(get("latitude"), get("longitude"))
    country = country_code(get("country"), known)
    if country is None:
        raise ValueError(f"no country is called {get('country')!r}")
    precision = whole_number(get("where_prec"), "where_prec")
    return event_entry(known, EventPlace(country, get("adm_1"), get("adm_2"), name, lat, lon, precision))


def cod_ab(cells: list[str], header: dict[str, int], known: Gazetteer) -> Entry | None:
    """A row of OCHA's common operational dataset of administrative boundaries, as a table: its lowest level.

    Takes a column of points (`center_lat`, `center_lon` or the like); a division that the gazetteer has gets the name.
    """
    get = _getter(cells, header)
    levels = [level for level in (3, 2, 1) if get(f"adm{level}_pcode")]
    if not levels:
        raise ValueError("no place code")
    level = levels[0]
    name, code = _cod_name(header, get, level), get(f"adm{level}_pcode")
    if not name:
        raise ValueError(f"no name for {code}")
    country = code[:2].upper()
    kind = {1: "region", 2: "district", 3: "subdistrict"}[level]
    twin = next((place for place in known.find(name, country=country, kind=kind)), None)
    if twin is not None:
        return Entry(twin, [name], True)
    lat, lon = _cod_point(get)
    place = Place(
        id=f"pcode:{code}",
        name=name,
        kind=kind,
        country=country,
        admin1=f"pcode:{get('adm1_pcode')}" if level > 1 else None,
        admin2=f"pcode:{get('adm2_pcode')}" if level > 2 else None,
        lat=lat,
        lon=lon,
        radius_km=_RADII[kind],
        source="cod-ab",
    )
    return Entry(place, (), True)


class _Getter:
    def __init__(self, cells: list[str], header: dict[str, int]):
        self._cells, self._header = cells, header

    def __call__(self, column: str) -> str:
        at = self._header.get(column)
        return self._cells[at].strip() if at is not None and at < len(self._cells) else ""


def _getter(cells: list[str], header: dict[str, int]) -> _Getter:
    return _Getter(cells, header)


def _cod_name(header: dict[str, int], get: _Getter, level: int) -> str:
    columns = [f"adm{level}_en", f"adm{level}_name", *(c for c in header if c.startswith(f"adm{level}_"))]
    return next((get(column) for column in columns if get(column) and not column.endswith("pcode")), "")


def _cod_point(get: _Getter) -> tuple[float, float]:
    for lat, lon in (("center_lat", "center_lon"), ("lat", "lon"), ("latitude", "longitude"), ("y_coord", "x_coord")):
        if get(lat) and get(lon):
            return coordinates(get(lat), get(lon))
    raise ValueError("no point: the table needs the columns center_lat and center_lon")
