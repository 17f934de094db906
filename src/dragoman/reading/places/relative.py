"""Places told from others: "40 km northeast of Damascus", "eastern Aleppo", "near Raqqa", "between X and Y".

The mention keeps the place that is named, with its id; name, point and radius become those of what is meant.
"""

import re
from dataclasses import dataclass, replace

from dragoman.gazetteer import distance_km, moved
from dragoman.model import PlaceRole
from dragoman.reading.mention import PlaceMention
from dragoman.reading.places.cues import cues

KM = {"km": 1.0, "kilometre": 1.0, "kilometer": 1.0, "mile": 1.609344, "metre": 0.001, "meter": 0.001, "m": 0.001}
NEAR_KM = 15.0
LOOK_BACK = 60
_NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?)"
_UNIT = r"(?P<unit>km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?)"
_COURSE = r"(?P<course>(?:north|south|east|west)(?:[ -]?(?:east|west))?(?:ern)?)"
_CITY = r"(?:the )?(?:[\w-]+ )?(?:city|town|village|capital|province|border|outskirts)?(?: of)?\s?"
_AWAY = re.compile(
    rf"{_NUMBER}[ -]?{_UNIT}(?: \([^)]*\))?(?: to the)?(?: {_COURSE})?(?: away)? (?:of|from|outside) {_CITY}$", re.I
)
_TOWARDS = re.compile(rf"{_COURSE} (?:of|from) {_CITY}$", re.I)
_PART = re.compile(r"(?P<course>(?:north|south|east|west)(?:[ -]?(?:east|west))?(?:ern)?)\s$", re.I)
_CLOSE = re.compile(
    r"(?:near|close to|outside|next to|adjacent to|around|not far from|on the outskirts of|surrounding|off) (?:the )?$",
    re.I,
)
_BETWEEN = re.compile(r"between (?:the )?(?:[\w-]+ of )?$", re.I)
_ROAD = re.compile(r"(?:road|highway|route|way) (?:from|linking|connecting) (?:the )?(?:[\w-]+ of )?$", re.I)


@dataclass(frozen=True, slots=True)
class _Offset:
    """How far from a place, in which direction (degrees from north, None where not told)."""

    km: float
    bearing: float | None


def relate(text: str, places: list[PlaceMention]) -> list[PlaceMention]:
    """The places of a text with name, point, radius and relation as the words around each put them."""
    related = [_related(text, place) if place.lat is not None else place for place in places]
    for i in range(len(places) - 1):
        one, other = places[i], places[i + 1]
        before, gap = text[max(0, one.start - LOOK_BACK) : one.start], text[one.end : other.start]
        if (gap == " and " and _BETWEEN.search(before)) or (gap == " to " and _ROAD.search(before)):
            related[i], related[i + 1] = _midway(one, other), _midway(other, one)
    return related


def _related(text: str, place: PlaceMention) -> PlaceMention:
    before = text[max(0, place.start - LOOK_BACK) : place.start]
    away = _AWAY.search(before)
    if away is not None:
        return _shifted(place, _offset(away), away[0].strip())
    towards = _TOWARDS.search(before)
    if towards is not None:
        return _shifted(place, _Offset(NEAR_KM, _bearing(towards["course"])), towards[0].strip())
    part = _PART.search(before)
    if part is not None and not _named_so(place, part["course"]):
        return _part(place, part["course"])
    close = _CLOSE.search(before)
    return _nearby(place, close[0].strip()) if close is not None else place


def _named_so(place: PlaceMention, course: str) -> bool:
    """Whether the place's own name has the direction already ("eastern Ghouta" is Eastern Ghouta)."""
    return course.casefold()[:4] in (place.name or "").casefold()


def _offset(found: re.Match[str]) -> _Offset:
    unit = found["unit"].casefold()
    km = float(found["number"].replace(",", "")) * KM[unit.removesuffix("s") if len(unit) > 2 else unit]
    return _Offset(km, _bearing(found["course"]) if found["course"] else None)


def _bearing(course: str) -> float:
    return cues().directions[re.sub(r"[ -]", "", course.casefold())]


def _shifted(place: PlaceMention, offset: _Offset, words: str) -> PlaceMention:
    """The place moved; without a direction it stays and reaches as far as the offset."""
    assert place.lat is not None and place.lon is not None
    radius = place.radius_km or 0.0
    if offset.bearing is None:
        return _as(place, words, place.lat, place.lon, radius + offset.km, "near")
    lat, lon = moved(place.lat, place.lon, offset.km + _edge(place, words), offset.bearing)
    return _as(place, words, lat, lon, max(radius, offset.km / 3), "near")


def _edge(place: PlaceMention, words: str) -> float:
    """Distances in numbers count from the centre; "north of X" alone from the edge."""
    return 0.0 if words[:1].isdigit() else place.radius_km or 0.0


def _part(place: PlaceMention, course: str) -> PlaceMention:
    """The part of a place that lies in a direction: half as far out as it reaches, half as wide."""
    assert place.lat is not None and place.lon is not None and place.radius_km is not None
    lat, lon = moved(place.lat, place.lon, place.radius_km / 2, _bearing(course))
    return _as(place, course, lat, lon, place.radius_km * 0.7, place.relation)


def _nearby(place: PlaceMention, words: str) -> PlaceMention:
    assert place.lat is not None and place.lon is not None
    return _as(place, words, place.lat, place.lon, (place.radius_km or 0.0) + NEAR_KM, "near")


def _midway(one: PlaceMention, other: PlaceMention) -> PlaceMention:
    """The stretch between two places, under the name of the first."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return one
    half = distance_km(one.lat, one.lon, other.lat, other.lon) / 2
    lat, lon = round((one.lat + other.lat) / 2, 5), round((one.lon + other.lon) / 2, 5)
    return replace(one, name=f"between {one.name} and {other.name}", lat=lat, lon=lon, radius_km=round(half, 1))


def _as(
    place: PlaceMention, words: str, lat: float, lon: float, radius: float, relation: PlaceRole | None
) -> PlaceMention:
    name = f"{' '.join(words.split())} {place.name}"
    return replace(place, name=name, lat=lat, lon=lon, radius_km=round(radius, 1), relation=relation)
