"""Small whole numbers for the names that claims repeat: sources, actors, places, runs."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from dragoman.ledger import fulltext
from dragoman.ledger.areas import Areas, NoAreas
from dragoman.ledger.copies import chunks
from dragoman.ledger.tables import actors, place_within, places, runs, sources
from dragoman.model import PlaceItem


class Numbers:
    """Ids by key of one table, asked from the ledger once and then remembered."""

    def __init__(self, table: Table, key: str = "key") -> None:
        self._table = table
        self._key = key
        self._known: dict[str, int] = {}

    def settle(self, connection: Connection, wanted: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
        """Make sure that all wanted keys have an id; gives the rows that had to be added."""
        missing = sorted(key for key in wanted if key not in self._known)
        column = self._table.c[self._key]
        for part in chunks(missing):
            rows = connection.execute(select(column, self._table.c.id).where(column.in_(part)))
            self._known.update([(key, number) for key, number in rows])
        fresh = [key for key in missing if key not in self._known]
        if not fresh:
            return []
        first = next_id(connection, self._table)
        added = [{**wanted[key], self._key: key, "id": first + at} for at, key in enumerate(fresh)]
        connection.execute(insert(self._table), added)
        self._known.update({row[self._key]: row["id"] for row in added})
        return added

    def __getitem__(self, key: str) -> int:
        return self._known[key]

    def forget(self) -> None:
        """Ask the ledger again from now on; call it when a transaction was rolled back."""
        self._known.clear()


def next_id(connection: Connection, table: Table) -> int:
    """The first free id of a table; only the holder of the write lock may use it."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()) + 1


class Interner:
    """The ids of all that one batch mentions."""

    def __init__(self, areas: Areas | None = None) -> None:
        self._areas = areas or NoAreas()
        self.runs = Numbers(runs, "stamp")
        self.sources = Numbers(sources)
        self.actors = Numbers(actors)
        self.places = Numbers(places)

    def forget(self) -> None:
        """Ask the ledger again from now on."""
        for numbers in (self.runs, self.sources, self.actors, self.places):
            numbers.forget()

    def settle_actors(self, connection: Connection, wanted: dict[str, tuple[str, str | None]]) -> None:
        """Give every actor an id."""
        self.actors.settle(connection, {key: {"name": name, "kind": kind} for key, (name, kind) in wanted.items()})

    def settle_places(self, connection: Connection, wanted: dict[str, PlaceItem]) -> None:
        """Give every place an id, and note what the new ones lie in."""
        added = self.places.settle(connection, {key: self._place_row(key, item) for key, item in wanted.items()})
        if not added:
            return
        above = {row["key"]: list(self._above(row["key"], row["country"])) for row in added}
        wholes = {key: self._area_row(key) for keys in above.values() for key in keys}
        added += self.places.settle(connection, wholes)
        for key in wholes:
            above.setdefault(key, list(self._above(key, None)))
        self.places.settle(connection, {key: self._area_row(key) for keys in above.values() for key in keys})
        fulltext.add_places(connection, added)
        _contain(connection, added, above, self.places)

    def _above(self, key: str, country: str | None) -> Iterator[str]:
        if not key.startswith("~"):
            yield from self._areas.ancestors(key)
        if country and key != f"country:{country}":
            yield f"country:{country}"

    def _place_row(self, key: str, item: PlaceItem) -> dict[str, Any]:
        """As the gazetteer has it; a mention may reach wider ("near Homs"), and which came first must not matter."""
        if self._areas.get(key) is not None:
            return self._area_row(key)
        point = {"lat": item.lat, "lon": item.lon, "radius_km": item.radius_km}
        return {"name": item.name or item.text, "country": item.country, **point}

    def _area_row(self, key: str) -> dict[str, Any]:
        area = self._areas.get(key)
        if area is None:
            return {"name": key.partition(":")[2] or key, "country": None, "lat": None, "lon": None, "radius_km": None}
        point = {"lat": area.lat, "lon": area.lon, "radius_km": area.radius_km}
        return {"name": area.name, "country": area.country, **point}


def _contain(
    connection: Connection, added: Iterable[dict[str, Any]], above: dict[str, list[str]], numbers: Numbers
) -> None:
    pairs = {(row["id"], row["id"]) for row in added}
    for row in added:
        pairs |= {(numbers[key], row["id"]) for key in above.get(row["key"], ())}
    rows = [{"whole_id": whole, "place_id": part} for whole, part in sorted(pairs)]
    connection.execute(insert(place_within), rows)
