"""Building the register's SQLite file: once for each set of data files, under a lock, and in one step visible."""

import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import platformdirs

from dragoman.model import DataFileError
from dragoman.register import tables
from dragoman.register.fold import fold

LAYOUT = "2"
ALIAS = ("actor", "text", "language", "usage", "since", "until", "source", "seat")
_SCHEMA = """
CREATE TABLE actor (
    id TEXT PRIMARY KEY, name TEXT, kind TEXT, country TEXT, since TEXT, until TEXT, ucdp TEXT, source TEXT
);
CREATE TABLE alias (
    actor TEXT, text TEXT, language TEXT, usage TEXT, since TEXT, until TEXT, source TEXT, seat INTEGER, folded TEXT
);
CREATE TABLE relation (subject TEXT, kind TEXT, object TEXT, since TEXT, until TEXT, source TEXT);
CREATE INDEX alias_folded ON alias (folded);
CREATE INDEX alias_actor ON alias (actor);
"""


def cache_folder() -> Path:
    """Where built files lie: `DRAGOMAN_CACHE`, else the user's; a temporary folder, with a warning, if need be."""
    named = os.environ.get("DRAGOMAN_CACHE")
    wanted = Path(named).expanduser() if named else Path(platformdirs.user_cache_dir("dragoman"))
    with suppress(OSError):
        wanted.mkdir(parents=True, exist_ok=True)
        if os.access(wanted, os.W_OK):
            return wanted
    spare = Path(tempfile.gettempdir()) / f"dragoman-{os.getuid() if hasattr(os, 'getuid') else 'cache'}"
    print(f"warning: {wanted} can't be written; using {spare} (set DRAGOMAN_CACHE to another folder)", file=sys.stderr)
    try:
        spare.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DataFileError("no folder for the actor register can be written: set DRAGOMAN_CACHE to one") from error
    return spare


def imports_folder() -> Path:
    """Where tables that the user imported lie: `DRAGOMAN_DATA`, else the user's data folder."""
    return Path(os.environ.get("DRAGOMAN_DATA") or platformdirs.user_data_dir("dragoman")).expanduser() / "actors"


def source_files() -> list[Path]:
    """The tables of the package, then those that the user imported."""
    return [*tables.shipped(), *sorted(imports_folder().glob("*.tsv"))]


def built() -> tuple[Path, str]:
    """The SQLite file for the present data files and their stamp, built now if it is not there yet."""
    files = source_files()
    stamp = tables.stamp(files)
    path = cache_folder() / f"register-{LAYOUT}-{stamp[:16]}.sqlite"
    try:
        if not _whole(path):
            with _locked(path.with_suffix(".lock")):
                if not _whole(path):
                    _build(path, files)
    except OSError as error:
        raise DataFileError(f"the actor register can't be built in {path.parent}: {error}") from error
    return path, stamp


def _whole(path: Path) -> bool:
    """Whether the file is there and holds a register."""
    if not path.exists():
        return False
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return bool(connection.execute("SELECT 1 FROM relation LIMIT 1").fetchone())
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold an advisory lock on a file, where the system has them; builders without one only do the work twice."""
    with path.open("w") as handle:
        try:
            import fcntl
        except ImportError:
            yield
            return
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _build(path: Path, files: list[Path]) -> None:
    entries = tables.read(files)
    unfinished = path.with_suffix(f".{os.getpid()}.part")
    unfinished.unlink(missing_ok=True)
    connection = sqlite3.connect(unfinished)
    try:
        connection.executescript(_SCHEMA)
        for statement, batch in _batches(entries):
            connection.executemany(statement, batch)
        connection.commit()
    finally:
        connection.close()
    unfinished.replace(path)


def _batches(entries: tables.Entries) -> Iterator[tuple[str, list[tuple[str | None, ...]]]]:
    from rich.console import Console
    from rich.progress import track

    actors = [(a.id, a.name, a.kind, a.country, a.since, a.until, a.ucdp, a.source) for a in entries.actors.values()]
    known = dict.fromkeys(a for a in entries.aliases if a.actor in entries.actors)
    aliases = [(*(getattr(alias, column) for column in ALIAS), fold(alias.text)) for alias in known]
    relations = [(r.subject, r.kind, r.object, r.since, r.until, r.source) for r in entries.relations]
    steps: list[tuple[str, list[tuple[str | None, ...]]]]
    steps = [("actor", [*actors]), ("alias", [*aliases]), ("relation", [*relations])]
    console = Console(stderr=True)
    for table, batch in track(steps, "Building the actor register", console=console, disable=not console.is_terminal):
        marks = ",".join("?" * len(batch[0])) if batch else "NULL"
        yield f"INSERT INTO {table} VALUES ({marks})", batch
