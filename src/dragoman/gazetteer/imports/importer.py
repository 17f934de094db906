"""Import a file of places: in batches that are kept once done, so that a broken-off import goes on where it stopped."""

import hashlib
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.gazetteer import cache
from dragoman.gazetteer.build import Advance, progress
from dragoman.gazetteer.gazetteer import IMPORTED, Gazetteer
from dragoman.gazetteer.imports.formats import Format, cells, detect, digest
from dragoman.gazetteer.store import Store
from dragoman.model import InputError, InstallationError

BATCH = 10_000
FIRST = 200
DONE = "import:"


@dataclass(slots=True)
class Outcome:
    """What an import did: rows read, places put in, rows that were no place, and rows refused with their reasons."""

    format: str
    rows: int = 0
    places: int = 0
    skipped: int = 0
    refused: int = 0
    reasons: list[tuple[int, str]] = field(default_factory=list)
    again: bool = False


def import_file(path: Path, *, refuse: Callable[[int, str], None] | None = None, quiet: bool = False) -> Outcome:
    """Put the places of a file beside the gazetteer's own; `refuse` hears of each row refused (its number, why).

    The same file a second time changes nothing. A file none of whose first rows can be used is refused whole.
    """
    if not path.is_file():
        raise InputError(f"there is no file {path}")
    form, mark = detect(path), DONE + digest(path)
    known = Gazetteer.open(quiet=quiet)
    target = cache.folder() / IMPORTED
    try:
        store = Store.write(target, safe=True)
        try:
            return _import(path, form, mark, known, store, refuse, quiet=quiet)
        finally:
            store.connection.close()
    except sqlite3.OperationalError as error:
        raise InstallationError(f"{target} can't be written ({error}): is another import running?") from error
    except sqlite3.DatabaseError as error:
        raise InstallationError(f"{target} is damaged ({error}): remove it and import again") from error


def _import(
    path: Path,
    form: Format,
    mark: str,
    known: Gazetteer,
    store: Store,
    refuse: Callable[[int, str], None] | None,
    *,
    quiet: bool,
) -> Outcome:
    done = store.meta(mark)
    if done == "all":
        return Outcome(form.name, again=True)
    outcome = Outcome(form.name)
    start = int(done or 0)
    with progress(f"Importing {path.name}", None, quiet=quiet) as advance:
        for number, row in enumerate(cells(path, form), 1):
            if number > start and row:
                _take(number, row, form, known, store, outcome, refuse)
            if number > start and number % BATCH == 0:
                _keep(store, mark, str(number), advance)
    store.set_meta(mark, "all")
    store.set_meta("stamp", _stamp(store))
    store.connection.commit()
    return outcome


def _take(
    number: int,
    row: list[str],
    form: Format,
    known: Gazetteer,
    store: Store,
    outcome: Outcome,
    refuse: Callable[[int, str], None] | None,
) -> None:
    outcome.rows += 1
    line = number + bool(form.header)
    try:
        entry = form.read(row, form.header, known)
    except ValueError as error:
        outcome.refused += 1
        outcome.reasons.append((line, str(error)))
        if outcome.rows == outcome.refused == FIRST:
            store.connection.rollback()
            raise InputError(
                f"the first {FIRST} rows are all unusable (row {line}: {error}): nothing imported"
            ) from error
        if refuse is not None:
            refuse(line, str(error))
        return
    if entry is None:
        outcome.skipped += 1
    else:
        outcome.places += store.put([entry])


def _keep(store: Store, mark: str, rows: str, advance: Advance) -> None:
    store.set_meta(mark, rows)
    store.set_meta("stamp", _stamp(store))
    store.connection.commit()
    advance(BATCH)


def _stamp(store: Store) -> str:
    """SHA-256 over what has been imported and how far."""
    return hashlib.sha256(repr(sorted(store.notes(DONE).items())).encode()).hexdigest()
