"""Looking after a ledger: checking it from end to end, and copying it to a safe place."""

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, exists, func, insert, select, text

from dragoman.ledger import chain, engine, fulltext, schema
from dragoman.ledger.faults import translated
from dragoman.ledger.reapply import PARTS
from dragoman.ledger.store import Ledger
from dragoman.ledger.tables import claims, events, metadata, reports
from dragoman.model import LedgerError, UsageError

_PART = 5000


def check(ledger: Ledger) -> list[str]:
    """What is wrong with a ledger, one line each; nothing where all is sound."""
    try:
        with ledger.read() as connection:
            return list(_problems(connection))
    except LedgerError as error:
        return [str(error)]


def _problems(connection: Connection) -> Iterator[str]:
    if connection.dialect.name == "sqlite":
        for row in connection.execute(text("PRAGMA integrity_check(10)")):
            if row[0] != "ok":
                yield f"the file is damaged: {' '.join(str(row[0]).split())}"
    yield from _texts(connection)
    yield from _loose(connection)
    try:
        chain.audit(connection)
    except LedgerError as error:
        yield str(error)


def _texts(connection: Connection) -> Iterator[str]:
    rows = connection.execution_options(yield_per=_PART).execute(
        select(reports.c.id, reports.c.sha256, reports.c.text).where(reports.c.forgotten.is_(None))
    )
    for row in rows:
        found = hashlib.sha256((row.text or "").encode("utf-8", "surrogatepass")).hexdigest()
        if found != row.sha256:
            yield f"the text of report {row.id} is not the one that was stored"


def _loose(connection: Connection) -> Iterator[str]:
    for table in PARTS:
        alone = select(func.count()).select_from(table).where(~exists().where(claims.c.id == table.c.claim_id))
        if count := connection.execute(alone).scalar_one():
            yield f"{count} rows of {table.name} belong to no claim"
    lost = select(func.count()).select_from(claims)
    for column, table in ((claims.c.report_id, reports), (claims.c.event_id, events)):
        alone = lost.where(column.is_not(None), ~exists().where(table.c.id == column))
        if count := connection.execute(alone).scalar_one():
            yield f"{count} claims have lost their row of {table.name}"


def backup(ledger: Ledger, target: Path) -> None:
    """Copy a ledger, as of one moment, into a new SQLite file; also one that lies on PostgreSQL."""
    if target.exists():
        raise UsageError(f"{target} exists already; name a new file")
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with translated(str(target)):
            if path := engine.file_of(ledger.url):
                _copy_file(path, part)
            else:
                _copy_rows(ledger, part)
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _copy_file(path: Path, target: Path) -> None:
    source, copy = sqlite3.connect(path), sqlite3.connect(target)
    try:
        source.backup(copy)
        if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise LedgerError(f"ledger {path}: the file is damaged, and so is its copy; restore an older backup")
    finally:
        source.close()
        copy.close()


def _copy_rows(ledger: Ledger, target: Path) -> None:
    with Ledger.open(str(target), create=True) as copy, ledger.read() as rows, copy.write() as into:
        schema.require(rows, ledger.name)
        for table in metadata.sorted_tables:
            found = rows.execute(select(table)).mappings()
            while part := [dict(row) for row in found.fetchmany(_PART)]:
                into.execute(insert(table), part)
                _index(into, table.name, part)
    with copy.engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("PRAGMA journal_mode = DELETE")
    copy.close()


def _index(connection: Connection, table: str, rows: list[dict[str, Any]]) -> None:
    if table == "reports":
        fulltext.add_reports(connection, [row for row in rows if row["text"] is not None])
    elif table == "places":
        fulltext.add_places(connection, rows)
