"""One SQLite file of places: its tables, how rows go in and how they come out."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from dragoman.gazetteer import names
from dragoman.gazetteer.place import Candidate, Place

FORMAT = 1
APPLICATION = 0x44524150
_TABLES = """
PRAGMA application_id = 1146241360;
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS place (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, code TEXT,
    admin1 TEXT, admin2 TEXT, lat REAL NOT NULL, lon REAL NOT NULL, radius REAL NOT NULL, population INTEGER NOT NULL,
    source TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS name (
    key TEXT NOT NULL, n INTEGER NOT NULL, main INTEGER NOT NULL, PRIMARY KEY (key, n)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS member (area TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (area, id)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX IF NOT EXISTS place_code ON place (code) WHERE code IS NOT NULL;
CREATE INDEX IF NOT EXISTS place_admin1 ON place (admin1);
CREATE INDEX IF NOT EXISTS place_admin2 ON place (admin2);
CREATE INDEX IF NOT EXISTS place_lat ON place (lat);
CREATE INDEX IF NOT EXISTS member_id ON member (id);
"""
_COLUMNS = "id, place.name, kind, country, code, admin1, admin2, lat, lon, radius, population, source"
_FIELDS = tuple(part.name for part in fields(Place))
FOLDED = "~"


@dataclass(slots=True)
class Entry:
    """A place on its way into a store: with its other names, and whether its names are transliterated."""

    place: Place
    names: Iterable[str] = ()
    folds: bool = False
    members: Iterable[str] = ()


class Store:
    """A SQLite file of places, open for reading or for writing."""

    def __init__(self, connection: sqlite3.Connection):
        self.connection = connection

    @classmethod
    def read(cls, path: Path) -> "Store":
        """Open a finished file that nobody changes."""
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        return cls(sqlite3.connect(uri, uri=True, check_same_thread=False))

    @classmethod
    def write(cls, path: Path, *, safe: bool = False) -> "Store":
        """Open or make a file for writing; `safe` keeps it whole through a crash, else it is only good once done."""
        connection = sqlite3.connect(path)
        if not safe:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        connection.executescript(_TABLES)
        return cls(connection)

    def put(self, entries: Iterable[Entry]) -> int:
        """Add places (one with the same id is replaced); gives their number. The caller commits."""
        count = 0
        for entry in entries:
            self._put(entry)
            count += 1
        return count

    def _put(self, entry: Entry) -> None:
        place = entry.place
        old = self.connection.execute("SELECT n FROM place WHERE id = ?", (place.id,)).fetchone()
        if old:
            self.connection.execute("DELETE FROM place WHERE n = ?", old)
            self.connection.execute("DELETE FROM name WHERE n = ?", old)
        row = (
            *(place.id, place.name, place.kind, place.country, place.code, place.admin1, place.admin2),
            *(place.lat, place.lon, place.radius_km, place.population, place.source),
        )
        n = self.connection.execute(
            "INSERT INTO place (id, name, kind, country, code, admin1, admin2, lat, lon, radius, population, source)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            row,
        ).lastrowid
        keys = name_keys(entry)
        self.connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", ((k, n, m) for k, m in keys.items()))
        self.connection.executemany(
            "INSERT OR IGNORE INTO member VALUES (?, ?)", ((place.id, m) for m in entry.members)
        )

    def add_names(self, place_id: str, extra: Iterable[str], *, folds: bool = False, main: bool = False) -> bool:
        """Give a place more names, as good as its first if `main`; False where there is no such place."""
        place = self.get(place_id)
        if place is None:
            return False
        n = self.connection.execute("SELECT n FROM place WHERE id = ?", (place_id,)).fetchone()[0]
        keys = name_keys(Entry(place, extra, folds))
        rows = ((key, n, int(main) or first) for key, first in keys.items())
        self.connection.executemany("INSERT OR REPLACE INTO name VALUES (?, ?, ?)", rows)
        return True

    def set_kind(self, place_ids: Iterable[str], kind: str) -> None:
        """Change the kind of some places."""
        self.connection.executemany("UPDATE place SET kind = ? WHERE id = ?", ((kind, one) for one in place_ids))

    def finish(self, stamp: str) -> None:
        """Index what was put in, write the stamp that says the file is whole, and close it."""
        self.connection.executescript(_INDEXES)
        self.set_meta("stamp", stamp)
        self.connection.commit()
        self.connection.execute("ANALYZE")
        self.connection.commit()
        self.connection.close()

    def meta(self, key: str) -> str | None:
        """A note of the file about itself."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def set_meta(self, key: str, value: str) -> None:
        """Write a note."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def count(self) -> int:
        """How many places there are."""
        return int(self.connection.execute("SELECT count(*) FROM place").fetchone()[0])

    def get(self, place_id: str) -> Place | None:
        """The place with this id."""
        row = self.connection.execute(f"SELECT {_COLUMNS} FROM place WHERE id = ?", (place_id,)).fetchone()
        return _place(row) if row else None

    def coded(self, code: str) -> Place | None:
        """The country or division with this ISO 3166 code."""
        row = self.connection.execute(f"SELECT {_COLUMNS} FROM place WHERE code = ?", (code,)).fetchone()
        return _place(row) if row else None

    def candidates(self, key: str, *, folded: bool = False) -> list[Candidate]:
        """The places that have this key among their names."""
        rows = self.connection.execute(
            f"SELECT main, {_COLUMNS} FROM name JOIN place USING (n) WHERE key = ?", (FOLDED + key if folded else key,)
        )
        return [Candidate(_place(row[1:]), bool(row[0]), folded) for row in rows]

    def known(self, key: str) -> bool:
        """Whether any place has this key."""
        return self.connection.execute("SELECT 1 FROM name WHERE key = ? LIMIT 1", (key,)).fetchone() is not None

    def areas_of(self, place_id: str) -> list[str]:
        """Ids of the areas that list this place as a member."""
        return [row[0] for row in self.connection.execute("SELECT area FROM member WHERE id = ?", (place_id,))]

    def members(self, area_id: str) -> list[str]:
        """Ids of the places that an area lists."""
        return [row[0] for row in self.connection.execute("SELECT id FROM member WHERE area = ?", (area_id,))]

    def under(self, place_id: str) -> Iterator[Place]:
        """The places whose country code or administrative ids name this place."""
        rows = self.connection.execute(
            f"SELECT {_COLUMNS} FROM place WHERE admin1 = :id UNION SELECT {_COLUMNS} FROM place WHERE admin2 = :id"
            " ORDER BY 1",
            {"id": place_id},
        )
        return (_place(row) for row in rows)

    def between(self, south: float, north: float, west: float, east: float) -> Iterator[Place]:
        """The places inside a box of degrees."""
        rows = self.connection.execute(
            f"SELECT {_COLUMNS} FROM place WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ? ORDER BY id",
            (south, north, west, east),
        )
        return (_place(row) for row in rows)


def _place(row: Sequence[Any]) -> Place:
    return Place(**dict(zip(_FIELDS, row, strict=True)))


def name_keys(entry: Entry) -> dict[str, int]:
    """Every key of an entry's names with 1 for those of its first name; folded ones carry a mark in front."""
    keys: dict[str, int] = {}
    for position, name in enumerate((entry.place.name, *entry.names)):
        keyed = names.key(name)
        if not keyed:
            continue
        keys.setdefault(keyed, int(position == 0))
        if entry.folds:
            bare = names.bare(keyed)
            keys.setdefault(bare, int(position == 0))
            folded = names.fold(bare)
            if len(folded) >= 4:
                keys.setdefault(FOLDED + folded, int(position == 0))
    return keys
