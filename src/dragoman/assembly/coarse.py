"""Coarser places for publishing: the region instead of the town, so that an answer leads nobody to a door."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.assembly.features import AREA_KM
from dragoman.ledger.copies import chunks
from dragoman.ledger.tables import place_within, places

WITHHELD = "place withheld"


@dataclass(frozen=True, slots=True)
class Coarse:
    """The region (else the country) of each place, by row number and by key; what lies in neither is withheld."""

    by_number: dict[int, str]
    by_key: dict[str, str]

    def of(self, place: int | str | None) -> str | None:
        """What to call a place; null for null."""
        if place is None:
            return None
        return (self.by_number.get(place) if isinstance(place, int) else self.by_key.get(place)) or WITHHELD


def coarsen(connection: Connection, numbers: Iterable[int] = (), keys: Iterable[str] = ()) -> Coarse:
    """The regions of these places: the smallest that they lie in and that is an area itself."""
    by_number: dict[int, tuple[float, str]] = {}
    by_key: dict[str, tuple[float, str]] = {}
    whole, part = places.alias(), places.alias()
    joined = place_within.join(whole, whole.c.id == place_within.c.whole_id).join(
        part, part.c.id == place_within.c.place_id
    )
    columns = (part.c.id, part.c.key, whole.c.name, whole.c.radius_km, whole.c.key.label("area"))
    asked = select(*columns).select_from(joined)
    conditions = [part.c.id.in_(each) for each in chunks(sorted(set(numbers)))]
    conditions += [part.c.key.in_(each) for each in chunks(sorted(set(keys)))]
    for condition in conditions:
        for row in connection.execute(asked.where(condition)):
            radius = float("inf") if row.radius_km is None else row.radius_km
            if radius > AREA_KM or row.area.startswith("country:"):
                by_number[row.id] = min(by_number.get(row.id, (float("inf"), row.name)), (radius, row.name))
                by_key[row.key] = by_number[row.id]
    return Coarse(
        {number: name for number, (_, name) in by_number.items()}, {key: name for key, (_, name) in by_key.items()}
    )
