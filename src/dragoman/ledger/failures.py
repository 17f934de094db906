"""Reports that could not be read: noted with their reason until they can be."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, insert, select

from dragoman.ledger.clock import now
from dragoman.ledger.copies import chunks
from dragoman.ledger.store import Ledger
from dragoman.ledger.tables import failures, reports


@dataclass(frozen=True, slots=True)
class FailedReport:
    """One report that failed: its name, why, and how often it was tried."""

    name: str
    reason: str
    tries: int
    recorded: str


def note(ledger: Ledger, failed: list[tuple[str, str, str]]) -> None:
    """Note failures as key, name and reason; one that failed before is counted up."""
    with ledger.write() as connection:
        keys = [key for key, _, _ in failed]
        before = dict[str, int]()
        for part in chunks(keys):
            rows = connection.execute(select(failures.c.key, failures.c.tries).where(failures.c.key.in_(part)))
            before.update({row.key: row.tries for row in rows})
            connection.execute(delete(failures).where(failures.c.key.in_(part)))
        rows_of = {
            key: {"key": key, "name": name, "reason": " ".join(reason.split()), "tries": before.get(key, 0) + 1}
            for key, name, reason in failed
        }
        connection.execute(insert(failures), [{**row, "recorded": now()} for row in rows_of.values()])


def settle(ledger: Ledger, sources: Collection[str], again: Collection[str]) -> None:
    """Take out what was noted of these files and folders and did not fail again (by key), all being gone through."""
    with ledger.read() as connection:
        noted = connection.execute(select(failures.c.key, failures.c.name)).all()
    over = [row.key for row in noted if row.key not in again and any(_of(row.name, each) for each in sources)]
    if over:
        with ledger.write() as connection:
            for part in chunks(over):
                connection.execute(delete(failures).where(failures.c.key.in_(part)))


def _of(name: str, source: str) -> bool:
    """Whether a report's name says that it comes from a file, or from one in a folder."""
    path = str(Path(source))
    return path == "." or name == path or (name.startswith(path) and not name[len(path)].isalnum())


def failed(ledger: Ledger) -> list[FailedReport]:
    """All reports that failed and have not been read since."""
    with ledger.read() as connection:
        rows = connection.execute(select(failures).order_by(failures.c.name)).all()
    return [FailedReport(row.name, row.reason, row.tries, row.recorded) for row in rows]


def stored_keys(ledger: Ledger, keys: list[str]) -> set[str]:
    """Those of the report keys that the ledger has, forgotten ones too."""
    with ledger.read() as connection:
        return {
            key
            for part in chunks(keys)
            for key in connection.execute(select(reports.c.key).where(reports.c.key.in_(part))).scalars()
        }
