"""What no list of cities holds: places of armed events (UCDP), conflict areas, seas, mountains and other features."""

import re
from collections.abc import Iterator

from dragoman.gazetteer import names, tables
from dragoman.gazetteer.place import Candidate, Place, distance_km
from dragoman.gazetteer.store import Entry, Store

SAME_KM = 12.0
_WORD = re.compile(r"[A-Za-z]+\)?$")
_SORTS = {
    "village": ("city", 2.0),
    "villages": ("city", 5.0),
    "town": ("city", 3.0),
    "city": ("city", 5.0),
    "locality": ("city", 2.0),
    "camp": ("city", 2.0),
    "suburb": ("neighbourhood", 2.0),
    "municipality": ("district", 20.0),
    "township": ("district", 20.0),
    "district": ("district", 20.0),
    "area": ("area", 15.0),
    "road": ("road", 15.0),
    "highway": ("road", 30.0),
    "mountain": ("mountain", 10.0),
    "hill": ("mountain", 3.0),
    "river": ("water", 20.0),
    "lake": ("water", 10.0),
}
_DROPPED = frozenset(
    ("village", "villages", "town", "city", "locality", "suburb", "municipality", "township", "district")
)


def ucdp(store: Store) -> int:
    """Add the places of armed events to a store that holds the world's places; those it has already get the name.

    Gives the number of places that were new.
    """
    new = 0
    for row in tables.rows("ucdp_places.tsv"):
        new += add_event_place(store, *row[:4], lat=float(row[4]), lon=float(row[5]), precision=int(row[6]))
    return new


def add_event_place(
    store: Store, country: str, adm1: str, adm2: str, name: str, *, lat: float, lon: float, precision: int
) -> bool:
    """Add one place of UCDP GED; whether it was new. Divisions and fuzzy places (class 4 to 7) are left to others."""
    title, kind, radius = sort(name)
    if precision > 5 or kind == "region" or precision == 4 or not title:
        return False
    twin = known_nearby(store, title, country, lat, lon, kind)
    if twin is not None:
        return not store.add_names(twin.id, [title], folds=True)
    if any(c.place.kind == "area" and c.place.country == country for c in store.candidates(names.key(title))):
        return False
    region = division(store, adm1, country, "region", None)
    district = division(store, adm2, country, "district", region)
    place = Place(
        id=f"ucdp:{country}-{slug(name)}-{lat:.2f}-{lon:.2f}",
        name=title,
        kind=kind,
        country=country,
        admin1=region.id if region else None,
        admin2=district.id if district else None,
        lat=lat,
        lon=lon,
        radius_km=radius,
        source="ucdp",
    )
    store.put([Entry(place, (), True)])
    return True


def sort(name: str) -> tuple[str, str, float]:
    """UCDP's name of a place as bare name, kind and radius in km ("Jisreen town" is the city of Jisreen)."""
    title = re.sub(r"\s*\(.*", "", name).strip()
    found = _WORD.search(title)
    noun = found.group(0).casefold() if found else ""
    kind, radius = _SORTS.get(noun, ("region" if noun in ("governorate", "state", "region") else "facility", 3.0))
    if noun in _DROPPED:
        title = title[: found.start()].strip() if found else title
    return title, kind, radius


def known_nearby(store: Store, name: str, country: str, lat: float, lon: float, kind: str) -> Place | None:
    """A place of the store with this name (or its sound) and kind, close by."""
    keyed = names.key(name)
    found: list[Candidate] = store.candidates(keyed) + store.candidates(names.fold(keyed), folded=True)
    settled = {"city", "capital", "neighbourhood"}
    reach = SAME_KM if kind in settled else 5 * SAME_KM
    near = [
        (distance_km(lat, lon, c.place.lat, c.place.lon), c.place)
        for c in found
        if c.place.country == country and (c.place.kind == kind or {c.place.kind, kind} <= settled)
    ]
    near.sort(key=lambda pair: (pair[0], pair[1].id))
    return near[0][1] if near and near[0][0] <= reach else None


def division(store: Store, name: str, country: str, kind: str, region: Place | None) -> Place | None:
    """The division of a country with this name, by key or sound."""
    title = re.sub(r"\s+(governorate|district|province|state|region|municipality|division)$", "", name, flags=re.I)
    if not title:
        return None
    keyed = names.key(title)
    for candidate in store.candidates(keyed) + store.candidates(names.fold(names.bare(keyed)), folded=True):
        place = candidate.place
        if place.country == country and place.kind == kind and (region is None or place.admin1 == region.id):
            return place
    return None


def slug(name: str) -> str:
    """A name as part of an id."""
    return names.key(name).replace(" ", "-")


def features() -> Iterator[Entry]:
    """Seas, rivers, mountains, islands, world regions."""
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
        yield Entry(place, others)


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
