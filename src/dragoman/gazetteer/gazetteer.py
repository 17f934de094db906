"""The gazetteer: names to places, places to what they lie in."""

import hashlib
import math
import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from dragoman.gazetteer import build, cache, names
from dragoman.gazetteer.place import Candidate, Place, distance_km
from dragoman.gazetteer.store import APPLICATION, Store
from dragoman.model import DataFileError

IMPORTED = "imported.sqlite"
REMEMBERED = 50_000
_RANK = {"country": 6.0, "capital": 2.0, "region": 1.5, "area": 1.5, "continent": 8.0, "sea": 3.0, "city": 0.5}


class Gazetteer:
    """Places by name, id and containment; reads SQLite files and keeps only what was asked lately in memory."""

    def __init__(self, stores: list[Store], stamp: str):
        self._stores = stores
        self.stamp = stamp
        self.candidates = lru_cache(maxsize=REMEMBERED)(self._candidates)
        self.known = lru_cache(maxsize=REMEMBERED)(self._known)
        self.get = lru_cache(maxsize=REMEMBERED)(self._get)
        self.ancestors = lru_cache(maxsize=REMEMBERED)(self._ancestors)

    @classmethod
    def open(cls, *, quiet: bool = False) -> "Gazetteer":
        """The gazetteer of this machine, built on first use and again where its file is broken."""
        folder = cache.folder()
        stamp = build.stamp()
        path = file_of(folder, stamp)
        cache.make(path, lambda part: build.build(part, quiet=quiet), lambda file: whole(file, stamp))
        stores, imported = [Store.read(path)], folder / IMPORTED
        if imported.exists():
            stores.insert(0, Store.read(imported, final=False))
            stamp = hashlib.sha256(f"{stamp} {stores[0].meta('stamp')}".encode()).hexdigest()
        return cls(stores, stamp)

    def _candidates(self, name: str) -> tuple[Candidate, ...]:
        """What a name may mean, likeliest first without any context; matched by sound only where nothing else is."""
        keyed = names.key(name)
        if not keyed:
            return ()
        found = self.named(keyed) or self.named(names.bare(keyed))
        if not found:
            folded = names.fold(names.bare(keyed))
            found = self.named(folded, folded=True) if len(folded) > 3 else []
        return tuple(sorted(found, key=order))

    def named(self, key: str, *, folded: bool = False) -> list[Candidate]:
        """The places that have this key (or sound) among their names; an imported place goes before its built twin."""
        found: dict[str, Candidate] = {}
        for store in self._stores:
            for candidate in store.named(key, folded=folded):
                held = found.get(candidate.place.id)
                if held is None:
                    found[candidate.place.id] = candidate
                elif candidate.main and not held.main:
                    found[candidate.place.id] = Candidate(held.place, True, folded)
        return list(found.values())

    def _known(self, name: str) -> bool:
        """Whether any place has this very name (not only its sound)."""
        keyed = names.key(name)
        return bool(keyed) and any(store.known(keyed) for store in self._stores)

    def find(self, name: str, *, country: str | None = None, kind: str | None = None) -> tuple[Place, ...]:
        """Places of this name, likeliest first; `country` is an ISO 3166-1 alpha-2 code."""
        return tuple(
            candidate.place
            for candidate in self.candidates(name)
            if country in (None, candidate.place.country) and kind in (None, candidate.place.kind)
        )

    def _get(self, place_id: str) -> Place | None:
        """The place with this id, or None."""
        for store in self._stores:
            place = store.get(place_id)
            if place is not None:
                return place
        return None

    @lru_cache(maxsize=4096)  # noqa: B019
    def coded(self, code: str) -> Place | None:
        """The country or division with this ISO 3166 code."""
        return next((place for store in self._stores if (place := store.coded(code))), None)

    def _ancestors(self, place_id: str) -> tuple[str, ...]:
        """Ids of all that a place lies in, nearest first: divisions, country, areas that list any of them."""
        above: list[str] = []
        queue = [place_id]
        for current in queue:
            for parent in self._parents(current):
                if parent not in above and parent != place_id:
                    above.append(parent)
                    queue.append(parent)
        return tuple(above)

    def _parents(self, place_id: str) -> Iterator[str]:
        place = self.get(place_id)
        if place is not None:
            # An imported twin knows no divisions; those of the built one hold for it too.
            twins = (twin for store in self._stores if (twin := store.get(place_id)) is not None)
            yield from (parent for twin in twins for parent in (twin.admin2, twin.admin1) if parent)
            country = self.coded(place.country) if place.country else None
            if country is not None and place.kind != "country":
                yield country.id
        for store in self._stores:
            yield from store.areas_of(place_id)

    def inside(self, place_id: str, area_id: str) -> bool:
        """Whether a place lies in another (or is it), by administrative ids and by what areas list."""
        return place_id == area_id or area_id in self.ancestors(place_id)

    def members(self, area_id: str) -> tuple[str, ...]:
        """Ids of the places that an area lists."""
        return tuple(member for store in self._stores for member in store.members(area_id))

    def division(self, code: str) -> str | None:
        """The id of the division with this GeoNames code ("SY.08")."""
        return next((found for store in self._stores if (found := store.division(code))), None)

    def within(self, area_id: str) -> frozenset[str]:
        """Ids of all that lies in a place (itself included), by administrative ids and by what areas list."""
        found: set[str] = set()
        queue = [area_id]
        while queue:
            current = queue.pop()
            if current in found:
                continue
            found.add(current)
            place = self.get(current)
            queue += self.members(current)
            for store in self._stores:
                if place is not None and place.kind == "country" and place.country:
                    found.update(part.id for part in store.within_country(place.country))
                else:
                    queue += [part.id for part in store.under(current)]
        return frozenset(found)

    def near(self, lat: float, lon: float, km: float) -> tuple[Place, ...]:
        """Places within `km` of a point, nearest first."""
        rise = km / 110.0
        turn = min(180.0, rise / max(0.01, math.cos(math.radians(lat))))
        box = (lat - rise, lat + rise, lon - turn, lon + turn)
        found = [place for store in self._stores for place in store.between(*box)]
        away = [(distance_km(lat, lon, place.lat, place.lon), place.id, place) for place in found]
        return tuple(place for far, _, place in sorted(away, key=lambda item: item[:2]) if far <= km)

    def count(self) -> int:
        """How many places there are."""
        return sum(store.count() for store in self._stores)


def order(candidate: Candidate) -> tuple[float, str]:
    """Sorts candidates by how likely a reader means them with no context at all."""
    return (-weight(candidate), candidate.place.id)


def weight(candidate: Candidate) -> float:
    """Prior log-odds of a candidate: people (log10), kind, and whether the name is its first one."""
    place = candidate.place
    people = len(str(place.population)) if place.population else 2.0
    return people + _RANK.get(place.kind, 0.0) + (0.5 if candidate.main else 0.0)


def whole(path: Path, stamp: str) -> bool:
    """Whether the file is a finished gazetteer with this stamp; quick, so it trusts pages that it doesn't read."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
        pages, size = int.from_bytes(head[28:32], "big"), int.from_bytes(head[16:18], "big")
        size = 65536 if size == 1 else size
        if int.from_bytes(head[68:72], "big") != APPLICATION or path.stat().st_size != pages * size:
            return False
        store = Store.read(path)
        try:
            return store.meta("stamp") == stamp
        finally:
            store.connection.close()
    except (OSError, sqlite3.DatabaseError, DataFileError):
        return False


def file_of(folder: Path, stamp: str) -> Path:
    """Where the gazetteer of this stamp lies."""
    return folder / f"gazetteer-{stamp[:16]}.sqlite"


def remove() -> None:
    """Take away the built gazetteer, so that it is built anew when it is next opened; imports stay."""
    file_of(cache.folder(), build.stamp()).unlink(missing_ok=True)
