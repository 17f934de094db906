"""Connections: SQLite as a file with a write-ahead log, PostgreSQL by URL; the code above sees no difference."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from dragoman.model import UsageError

_LOCK = 0x64726167
"""Advisory lock that PostgreSQL writers take in turn ("drag" in ASCII)."""
_CACHE_KB = 131072
_LOG_PAGES = 16384
"""The log grows so far (64 MB) before it is worked into the file, since a batch writes to pages all over it."""


def url_of(place: str) -> URL:
    """The URL of a ledger; a plain path is a SQLite file. Raises `UsageError` where it is neither."""
    if "://" not in place:
        return URL.create("sqlite", database=place)
    try:
        url = make_url(place)
    except ArgumentError as error:
        raise UsageError(f"{place!r} is no ledger; give a file or postgresql+psycopg://USER@HOST/NAME") from error
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise UsageError(f"a ledger is a SQLite file or postgresql+psycopg://…, not {url.drivername}://")
    return url


def connect(url: URL) -> Engine:
    """An engine for a ledger; opens nothing yet."""
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": 60, "check_same_thread": False})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(raw: Any, _record: object) -> None:
    raw.isolation_level = None
    cursor = raw.cursor()
    cursor.execute("PRAGMA foreign_keys = OFF")
    cursor.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
    cursor.execute("PRAGMA mmap_size = 8589934592")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def lock(connection: Connection) -> None:
    """Make this transaction the only writer until it ends (SQLite's own lock does that there)."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def file_of(url: URL) -> Path | None:
    """The file of a SQLite ledger, null elsewhere."""
    if url.get_backend_name() == "sqlite" and url.database:
        return Path(url.database)
    return None


def shown(url: URL) -> str:
    """The ledger's name in messages: the file, or the URL without its password."""
    path = file_of(url)
    return str(path) if path else url.render_as_string(hide_password=True)
