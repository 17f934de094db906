"""Coarser places for publishing: the region instead of the town, so that an answer leads nobody to a door."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from dragoman.assembly.features import AREA_KM, Spot
from dragoman.ledger.copies import chunks
from dragoman.ledger.tables import place_within, places
from dragoman.ledger.told import Told

WITHHELD = "place withheld"


@dataclass(frozen=True, slots=True)
class Region:
    """What a place is called in a coarse answer: its name, point and reach (km), null where the ledger has none."""

    name: str
    lat: float | None
    lon: float | None
    radius_km: float


@dataclass(frozen=True, slots=True)
class Coarse:
    """The region (else the country) of each place, by row number and by key; what lies in neither is withheld."""

    by_number: dict[int, Region]
    by_key: dict[str, Region]

    def of(self, place: int | str | None) -> str | None:
        """What to call a place; null for null."""
        if place is None:
            return None
        region = self.by_number.get(place) if isinstance(place, int) else self.by_key.get(place)
        return region.name if region else WITHHELD

    def spot(self, spot: Spot) -> Spot:
        """The place with name, point and reach of its region; without a point where it is withheld."""
        region = self.by_number.get(spot.id) or Region(WITHHELD, None, None, spot.radius_km)
        return replace(spot, name=region.name, lat=region.lat, lon=region.lon, radius_km=region.radius_km)


def coarsen(connection: Connection, numbers: Iterable[int] = (), keys: Iterable[str] = ()) -> Coarse:
    """The regions of these places: the smallest that they lie in and that is an area itself."""
    found: dict[int, Region] = {}
    number_of: dict[str, int] = {}
    whole, part = places.alias(), places.alias()
    joined = place_within.join(whole, whole.c.id == place_within.c.whole_id).join(
        part, part.c.id == place_within.c.place_id
    )
    columns = (part.c.id, part.c.key, whole.c.name, whole.c.lat, whole.c.lon, whole.c.radius_km)
    asked = select(*columns, whole.c.key.label("area")).select_from(joined)
    conditions = [part.c.id.in_(each) for each in chunks(sorted(set(numbers)))]
    conditions += [part.c.key.in_(each) for each in chunks(sorted(set(keys)))]
    for condition in conditions:
        for row in connection.execute(asked.where(condition)):
            radius = float("inf") if row.radius_km is None else row.radius_km
            if radius > AREA_KM or row.area.startswith("country:"):
                number_of[row.key] = row.id
                region = Region(row.name, row.lat, row.lon, radius)
                found[row.id] = min(found.get(row.id, region), region, key=lambda one: (one.radius_km, one.name))
    return Coarse(found, {key: found[number] for key, number in number_of.items()})


def keys_of(told: Iterable[Told]) -> set[str]:
    """The keys of all places that some claims name."""
    return {item.place for one in told for item in one.claim.place if item.place}
