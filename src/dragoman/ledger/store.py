"""A ledger: where it is, its connections, and the transactions in which it is read and written."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Self

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL

from dragoman.ledger import engine as engines
from dragoman.ledger import schema
from dragoman.ledger.faults import translated
from dragoman.model import LedgerError


class Ledger:
    """An open ledger. `read` and `write` give connections in a transaction; everything else is a function on one."""

    def __init__(self, url: URL, engine: Engine) -> None:
        self.url = url
        self.engine = engine
        self.name = engines.shown(url)

    @classmethod
    def open(cls, place: str, *, create: bool = False) -> Self:
        """Open a ledger by file or URL; `create` makes it where there is none. Raises `LedgerError`, `UsageError`."""
        url = engines.url_of(place)
        path = engines.file_of(url)
        if path is not None and not create and not path.is_file() and not url.query:
            raise LedgerError(f"ledger {path}: there is no such file; `dragoman ingest` makes one")
        with translated(engines.shown(url)):
            ledger = cls(url, engines.connect(url))
        ledger._ready(create)
        return ledger

    def _ready(self, create: bool) -> None:
        with translated(self.name), self.engine.connect() as connection:
            found = schema.version(connection)
        if found is None and create:
            self.migrate()
        with self.read() as connection:
            schema.require(connection, self.name)

    def migrate(self) -> str:
        """Bring the tables to the newest revision; gives that revision. Leaves a newer ledger alone (`LedgerError`)."""
        if self.engine.dialect.name == "sqlite":
            with translated(self.name), self.engine.connect() as connection:
                raw = connection.connection.dbapi_connection
                with suppress(AttributeError):
                    raw.execute("PRAGMA journal_mode = WAL")  # type: ignore[union-attr]
        with self.write() as connection:
            found = schema.version(connection)
            if found is not None and found > schema.HEAD:
                schema.require(connection, self.name)
            if found != schema.HEAD:
                schema.upgrade(connection)
        return schema.HEAD

    @classmethod
    def bring_up(cls, place: str) -> str:
        """Bring a ledger that an older version made up to date; gives its revision now."""
        url = engines.url_of(place)
        path = engines.file_of(url)
        if path is not None and not path.is_file():
            raise LedgerError(f"ledger {path}: there is no such file; `dragoman ingest` makes one")
        with translated(engines.shown(url)):
            ledger = cls(url, engines.connect(url))
        with ledger:
            return ledger.migrate()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger until it is left."""
        with translated(self.name), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection that is the only writer; all of it is stored, or nothing where the block raises."""
        writing = self.engine.execution_options(writing=True)
        with translated(self.name), writing.begin() as connection:
            engines.lock(connection)
            yield connection

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_ledger(place: str, *, create: bool = True) -> Ledger:
    """A ledger by file or URL, made where there is none unless `create` is off."""
    return Ledger.open(place, create=create)
