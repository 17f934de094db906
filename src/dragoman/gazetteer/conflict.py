"""What no list of cities holds: places of armed events (UCDP), conflict areas, seas, mountains and other features."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol

from dragoman.gazetteer import names, tables
from dragoman.gazetteer.place import Candidate, Place, distance_km
from dragoman.gazetteer.store import Entry, Store

SAME_KM = 12.0
AROUND = 0.3
_WORD = re.compile(r"[A-Za-z]+\)?$")
_DIVISION = re.compile(r"\s+(governorate|district|province|state|region|municipality|division)$", re.IGNORECASE)
SETTLED = frozenset(("city", "capital", "neighbourhood"))


class Names(Protocol):
    """What knows the places of a key: a store, or several behind one face."""

    def named(self, key: str, *, folded: bool = False) -> Sequence[Candidate]:
        """The places that have this key, or this sound, among their names."""


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place as UCDP GED names it: country code, divisions and place with their nouns, point, precision class."""

    country: str
    adm1: str
    adm2: str
    name: str
    lat: float
    lon: float
    precision: int


def ucdp(store: Store) -> None:
    """Add the bundled places of armed events to a store that holds the world's places."""
    for country, adm1, adm2, name, lat, lon, precision, _events in tables.rows("ucdp_places.tsv"):
        entry = event_entry(store, EventPlace(country, adm1, adm2, name, float(lat), float(lon), int(precision)))
        if entry is not None:
            store.put([entry])


def event_entry(known: Names, event: EventPlace) -> Entry | None:
    """The entry for a place of UCDP GED; one known already only gets the name.

    None for what is no place of its own: divisions, countries and fuzzy places (class 4, 6 and 7), and known areas.
    """
    title, kind, radius = sort(event.name)
    if event.precision > 5 or kind == "region" or event.precision == 4 or not title:
        return None
    found = [*known.named(names.key(title)), *known.named(names.fold(names.bare(names.key(title))), folded=True)]
    if any(c.place.kind in {"area", "country"} and c.place.country == event.country for c in found):
        return None
    twin = _twin(found, event.country, (event.lat, event.lon), kind)
    if twin is not None:
        return Entry(twin, [title], True)
    region = division(known, event.adm1, event.country, "region", None)
    district = division(known, event.adm2, event.country, "district", region)
    place = Place(
        id=f"ucdp:{event.country}-{slug(event.name)}-{event.lat:.2f}-{event.lon:.2f}",
        name=title,
        kind=kind,
        country=event.country,
        admin1=region.id if region else None,
        admin2=district.id if district else None,
        lat=event.lat,
        lon=event.lon,
        radius_km=radius,
        source="ucdp",
    )
    return Entry(place, (), True)


def sort(name: str) -> tuple[str, str, float]:
    """UCDP's name of a place as bare name, kind and radius in km ("Jisreen town" is the city of Jisreen)."""
    title = re.sub(r"\s*\(.*", "", name).strip()
    found = _WORD.search(title)
    kind, radius, dropped = _sorts().get(found.group(0).casefold() if found else "", ("facility", 3.0, False))
    return (title[: found.start()].strip() if found and dropped else title), kind, radius


@cache
def _sorts() -> dict[str, tuple[str, float, bool]]:
    return {noun: (kind, float(km), drop == "1") for noun, kind, km, drop in tables.rows("place_nouns.tsv")}


def _twin(found: Sequence[Candidate], country: str | None, point: tuple[float, float], kind: str) -> Place | None:
    """The nearest of some places to a point that is of this kind, in this country and close by."""
    reach = SAME_KM if kind in SETTLED else 5 * SAME_KM
    near = [
        (distance_km(*point, c.place.lat, c.place.lon), c.place.id, c.place)
        for c in found
        if c.place.country == country and (c.place.kind == kind or {c.place.kind, kind} <= SETTLED)
    ]
    best = min(near, default=None, key=lambda item: item[:2])
    return best[2] if best is not None and best[0] <= reach else None


def division(known: Names, name: str, country: str, kind: str, region: Place | None) -> Place | None:
    """The division of a country with this name, by key or sound."""
    title = _DIVISION.sub("", name)
    if not title:
        return None
    keyed = names.key(title)
    for candidate in (*known.named(keyed), *known.named(names.fold(names.bare(keyed)), folded=True)):
        place = candidate.place
        if place.country == country and place.kind == kind and (region is None or place.admin1 == region.id):
            return place
    return None


def slug(name: str) -> str:
    """A name as part of an id."""
    return names.key(name).replace(" ", "-")


def features(store: Store) -> Iterator[Entry]:
    """Seas, rivers, mountains, islands, world regions, and towns that lie where the nearest town of the store lies."""
    for kind, country, title, lat, lon, radius in tables.rows("features.tsv"):
        name, *others = title.split("|")
        place = Place(
            id=f"area:{slug(name)}",
            name=name,
            kind=kind,
            country=country or None,
            lat=float(lat),
            lon=float(lon),
            radius_km=float(radius),
            source="compiled",
        )
        yield _town(place, others, store) if kind == "city" else Entry(place, others, bool(country))


def _town(place: Place, others: Sequence[str], store: Store) -> Entry:
    """The entry of a compiled town: the store's own where it has it under any of the names, else a new one."""
    titles = [place.name, *others]
    found = [candidate for title in titles for candidate in store.named(names.key(title))]
    twin = _twin(found, place.country, (place.lat, place.lon), place.kind)
    return Entry(twin, titles, True) if twin else Entry(_placed(place, store), others, True)


def _placed(place: Place, store: Store) -> Place:
    """The place with the divisions of the nearest town of its country."""
    box = (place.lat - AROUND, place.lat + AROUND, place.lon - AROUND, place.lon + AROUND)
    towns = [town for town in store.between(*box) if town.country == place.country and town.kind in SETTLED]
    nearest = min(towns, default=None, key=lambda town: (place.distance_km(town), town.id))
    return replace(place, admin1=nearest.admin1, admin2=nearest.admin2) if nearest else place


def areas() -> Iterator[Entry]:
    """Conflict regions with what they contain."""
    for slugged, country, title, lat, lon, radius, region, members, source in tables.rows("areas.tsv"):
        name, *others = title.split("|")
        place = Place(
            id=f"area:{slugged}",
            name=name,
            kind="area",
            country=country or None,
            admin1=region or None,
            lat=float(lat),
            lon=float(lon),
            radius_km=float(radius),
            source=source,
        )
        yield Entry(place, others, True, members.split("|") if members else ())


def aliases(store: Store) -> None:
    """More names for places of the store, by their ids or ISO codes."""
    for target, title in tables.rows("aliases.tsv"):
        place = store.get(target) if ":" in target else store.coded(target)
        if place is not None:
            store.add_names(place.id, title.split("|"), main=True)
