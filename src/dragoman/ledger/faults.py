"""What the database says, in one clear line."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from dragoman.model import DragomanError, LedgerError

_SAYINGS = (
    (
        "disk is full",
        "the disk (or the size allowed) is full; nothing of this batch was stored, free some space",
    ),
    (
        "disk i/o error",
        "the disk failed or takes no larger file; nothing of this batch was stored",
    ),
    ("file too large", "the file is too large for this disk; nothing of this batch was stored"),
    ("readonly", "the file is read-only; copy it or change its permissions"),
    ("read-only", "the ledger is read-only for this user; ask for the right to write"),
    ("malformed", "the file is damaged; run `dragoman ledger check`, then restore a backup"),
    ("not a database", "the file is no ledger, or its head is damaged; restore a backup"),
    ("locked", "another process holds it; try again when that has finished"),
    ("unable to open", "the file can't be opened; check that its folder exists and may be written to"),
    (
        "does not exist",
        "the database or a table of it does not exist; create the database first",
    ),
    ("no such table", "the file is no ledger (a table is missing); restore a backup"),
    ("password authentication", "the user or password was refused"),
)
_GONE = "the database server is gone; what was committed is safe, go on when it is back"


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn what the database raises into a `LedgerError` of one line that names the ledger `where`."""
    try:
        yield
    except DragomanError:
        raise
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise LedgerError(f"ledger {where}: {_saying(error)}") from error
    except ModuleNotFoundError as error:
        raise LedgerError(f"ledger {where}: {error.name} is missing; pip install 'dragoman[postgres]'") from error


def _saying(error: Exception) -> str:
    cause = str(getattr(error, "orig", None) or error)
    for sign, saying in _SAYINGS:
        if sign in cause.lower():
            return saying
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    if lost or (isinstance(error, OperationalError) and _of_server(error)):
        return _GONE
    return cause.strip().split("\n")[0]


def _of_server(error: OperationalError) -> bool:
    return not isinstance(error.orig, sqlite3.Error)
