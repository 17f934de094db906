"""One SQLite file of places: its tables, how rows go in and how they come out."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from dragoman.gazetteer import names
from dragoman.gazetteer.place import Candidate, Place
from dragoman.model import DataFileError

FORMAT = 2
APPLICATION = 0x44524150
_TABLES = f"""
PRAGMA application_id = {APPLICATION};
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS place (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, code TEXT,
    admin1 TEXT, admin2 TEXT, lat REAL NOT NULL, lon REAL NOT NULL, radius REAL NOT NULL, population INTEGER NOT NULL,
    source TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS name (
    key TEXT NOT NULL, n INTEGER NOT NULL, main INTEGER NOT NULL, PRIMARY KEY (key, n)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS member (area TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (area, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS division (code TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX IF NOT EXISTS place_code ON place (code) WHERE code IS NOT NULL;
CREATE INDEX IF NOT EXISTS place_admin1 ON place (admin1);
CREATE INDEX IF NOT EXISTS place_admin2 ON place (admin2);
CREATE INDEX IF NOT EXISTS place_lat ON place (lat);
CREATE INDEX IF NOT EXISTS member_id ON member (id);
"""
_COLUMNS = "place.id, place.name, kind, country, code, admin1, admin2, lat, lon, radius, population, source"
_PUT = """
INSERT INTO place (id, name, kind, country, code, admin1, admin2, lat, lon, radius, population, source)
VALUES (?,?,?,?,?,?,?,?,?,?,?,?)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, country = excluded.country,
    code = excluded.code, admin1 = excluded.admin1, admin2 = excluded.admin2, lat = excluded.lat, lon = excluded.lon,
    radius = excluded.radius, population = excluded.population, source = excluded.source
RETURNING n
"""
_NAME = """
INSERT INTO name VALUES (?, ?, ?) ON CONFLICT (key, n) DO UPDATE SET main = max(main, excluded.main)
"""
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

    def __init__(self, connection: sqlite3.Connection, path: Path):
        self.connection = connection
        self.path = path

    @classmethod
    def read(cls, path: Path, *, final: bool = True) -> "Store":
        """Open a file for reading; `final` says that nobody will change it any more."""
        uri = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if final else ''}"
        return cls(sqlite3.connect(uri, uri=True, check_same_thread=False), path)

    @classmethod
    def write(cls, path: Path, *, safe: bool = False) -> "Store":
        """Open or make a file for writing; `safe` keeps it whole through a crash, else it is only good once done."""
        connection = sqlite3.connect(path)
        if not safe:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        connection.executescript(_TABLES)
        return cls(connection, path)

    def put(self, entries: Iterable[Entry]) -> int:
        """Add places (one with the same id is updated and keeps its names); gives their number, commits nothing."""
        count = 0
        for entry in entries:
            place = entry.place
            row = (
                *(place.id, place.name, place.kind, place.country, place.code, place.admin1, place.admin2),
                *(place.lat, place.lon, place.radius_km, place.population, place.source),
            )
            n = self.connection.execute(_PUT, row).fetchone()[0]
            self.connection.executemany(_NAME, ((key, n, main) for key, main in name_keys(entry).items()))
            members = ((place.id, member) for member in entry.members)
            self.connection.executemany("INSERT OR IGNORE INTO member VALUES (?, ?)", members)
            count += 1
        return count

    def put_divisions(self, codes: dict[str, str]) -> None:
        """Keep the ids of divisions by their GeoNames codes ("SY.08")."""
        self.connection.executemany("INSERT OR REPLACE INTO division VALUES (?, ?)", sorted(codes.items()))

    def add_names(self, place_id: str, extra: Iterable[str], *, folds: bool = False, main: bool = False) -> bool:
        """Give a place more names, as good as its first if `main`; False where there is no such place."""
        place = self.get(place_id)
        if place is None:
            return False
        n = self._rows("SELECT n FROM place WHERE id = ?", (place_id,))[0][0]
        keys = name_keys(Entry(place, extra, folds))
        self.connection.executemany(_NAME, ((key, n, int(main) or first) for key, first in keys.items()))
        return True

    def set_kind(self, place_ids: Iterable[str], kind: str) -> None:
        """Change the kind of some places."""
        self.connection.executemany("UPDATE place SET kind = ? WHERE id = ?", ((kind, one) for one in place_ids))

    def index(self) -> None:
        """Make the indexes for the look-ups by code, division and point."""
        self.connection.executescript(_INDEXES)

    def finish(self, stamp: str) -> None:
        """Write the stamp that says the file is whole, and close it."""
        self.index()
        self.set_meta("stamp", stamp)
        self.connection.commit()
        self.connection.execute("ANALYZE")
        self.connection.commit()
        self.connection.close()

    def meta(self, key: str) -> str | None:
        """A note of the file about itself."""
        rows = self._rows("SELECT value FROM meta WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else None

    def set_meta(self, key: str, value: str) -> None:
        """Write a note."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def notes(self, prefix: str) -> dict[str, str]:
        """The notes whose keys begin so."""
        return dict(self._rows("SELECT key, value FROM meta WHERE substr(key, 1, ?) = ?", (len(prefix), prefix)))

    def count(self) -> int:
        """How many places there are."""
        return int(self._rows("SELECT count(*) FROM place")[0][0])

    def get(self, place_id: str) -> Place | None:
        """The place with this id."""
        rows = self._rows(f"SELECT {_COLUMNS} FROM place WHERE id = ?", (place_id,))
        return _place(rows[0]) if rows else None

    def coded(self, code: str) -> Place | None:
        """The country or division with this ISO 3166 code."""
        rows = self._rows(f"SELECT {_COLUMNS} FROM place WHERE code = ?", (code,))
        return _place(rows[0]) if rows else None

    def division(self, code: str) -> str | None:
        """The id of the division with this GeoNames code."""
        rows = self._rows("SELECT id FROM division WHERE code = ?", (code,))
        return str(rows[0][0]) if rows else None

    def named(self, key: str, *, folded: bool = False) -> list[Candidate]:
        """The places that have this key among their names."""
        rows = self._rows(
            f"SELECT main, {_COLUMNS} FROM name JOIN place USING (n) WHERE key = ?", (FOLDED + key if folded else key,)
        )
        return [Candidate(_place(row[1:]), bool(row[0]), folded) for row in rows]

    def known(self, key: str) -> bool:
        """Whether any place has this key."""
        return bool(self._rows("SELECT 1 FROM name WHERE key = ? LIMIT 1", (key,)))

    def areas_of(self, place_id: str) -> list[str]:
        """Ids of the areas that list this place as a member."""
        return [row[0] for row in self._rows("SELECT area FROM member WHERE id = ?", (place_id,))]

    def members(self, area_id: str) -> list[str]:
        """Ids of the places that an area lists."""
        return [row[0] for row in self._rows("SELECT id FROM member WHERE area = ?", (area_id,))]

    def under(self, place_id: str) -> list[Place]:
        """The places whose administrative ids name this place."""
        rows = self._rows(f"SELECT {_COLUMNS} FROM place WHERE admin1 = :id OR admin2 = :id", {"id": place_id})
        return [_place(row) for row in rows]

    def within_country(self, code: str) -> list[Place]:
        """The places of a country."""
        return [_place(row) for row in self._rows(f"SELECT {_COLUMNS} FROM place WHERE country = ?", (code,))]

    def between(self, south: float, north: float, west: float, east: float) -> list[Place]:
        """The places inside a box of degrees."""
        sql = f"SELECT {_COLUMNS} FROM place WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?"
        return [_place(row) for row in self._rows(sql, (south, north, west, east))]

    def _rows(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[Any]:
        try:
            return self.connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise DataFileError(
                f"{self.path} is damaged ({error}): run `dragoman places build --force`, then repeat the imports"
            ) from error


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
