"""Storing readings: one transaction a batch, the same report once, nothing half."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, select, update

from dragoman.ledger import copies, fulltext, reapply, versions
from dragoman.ledger.areas import Areas
from dragoman.ledger.clock import now
from dragoman.ledger.copies import chunks
from dragoman.ledger.dirt import soil
from dragoman.ledger.interning import Interner, next_id
from dragoman.ledger.rows import Prepared, PreparedClaim
from dragoman.ledger.rowwise import store
from dragoman.ledger.store import Ledger
from dragoman.ledger.tables import claims, failures, place_mentions, reports


@dataclass(slots=True)
class Stored:
    """What became of a batch: counts of reports (and of the claims stored)."""

    added: int = 0
    known: int = 0
    reread: int = 0
    versions: int = 0
    copies: int = 0
    claims: int = 0

    def __iadd__(self, other: "Stored") -> "Stored":
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self


@dataclass(slots=True)
class _Tables:
    """The rows of a batch by table."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def put(self, table: str, rows: list[dict[str, Any]]) -> None:
        self.rows.setdefault(table, []).extend(rows)

    def store(self, connection: Connection) -> None:
        for table in (claims, *reapply.PARTS):
            store(connection, table, self.rows.get(table.name, []))


class Writer:
    """Adds prepared readings to a ledger; keeps the ids of what they mention between batches."""

    def __init__(self, ledger: Ledger, areas: Areas | None = None) -> None:
        self._ledger = ledger
        self._interner = Interner(areas)

    def add(self, batch: list[Prepared], *, reread: bool = False) -> Stored:
        """Store a batch in one transaction. Known reports are left as they are, or with `reread` get the new claims.

        Raises `LedgerError` where the ledger refuses; nothing of the batch is stored then.
        """
        try:
            with self._ledger.write() as connection:
                return self._add(connection, batch, reread)
        except BaseException:
            self._interner.forget()
            raise

    def _add(self, connection: Connection, batch: list[Prepared], reread: bool) -> Stored:
        by_key = {prepared.row["key"]: prepared for prepared in batch}
        known = _known(connection, list(by_key))
        fresh = [prepared for key, prepared in by_key.items() if key not in known]
        again = [prepared for key, prepared in by_key.items() if reread and known.get(key) is not None]
        self._intern(connection, [*fresh, *again])
        stored = Stored(added=len(fresh), known=len(batch) - len(fresh) - len(again), reread=len(again))
        self._add_reports(connection, fresh, stored)
        untils = {prepared.row["id"]: prepared.row["until"] for prepared in fresh}
        for prepared in again:
            number = known[prepared.row["key"]]
            assert number is not None
            prepared.row["id"] = number
            untils[number] = _until(connection, number)
        hints = reapply.withdraw(connection, [prepared.row["id"] for prepared in again])
        for prepared in again:
            run = self._interner.runs[prepared.run["stamp"]]
            connection.execute(update(reports).where(reports.c.id == prepared.row["id"]).values(run_id=run))
        stored.claims = self._add_claims(connection, [*fresh, *again], untils, hints)
        reapply.stand(connection, [prepared.row["id"] for prepared in again], self._interner)
        return stored

    def _intern(self, connection: Connection, batch: list[Prepared]) -> None:
        interner, recorded = self._interner, now()
        interner.runs.settle(
            connection,
            {prepared.run["stamp"]: {**prepared.run, "recorded": recorded} for prepared in batch},
        )
        interner.sources.settle(connection, {prepared.source: {} for prepared in batch if prepared.source})
        interner.settle_actors(connection, {key: named for prepared in batch for key, named in prepared.actors.items()})
        interner.settle_places(connection, {key: item for prepared in batch for key, item in prepared.places.items()})

    def _add_reports(self, connection: Connection, fresh: list[Prepared], stored: Stored) -> None:
        if not fresh:
            return
        first, recorded = next_id(connection, reports), now()
        for at, prepared in enumerate(fresh):
            prepared.row |= {
                "id": first + at,
                "recorded": recorded,
                "run_id": self._interner.runs[prepared.run["stamp"]],
                "source_id": self._interner.sources[prepared.source] if prepared.source else None,
            }
        rows = [prepared.row for prepared in fresh]
        stored.versions = versions.settle(connection, rows)
        moved = copies.groups(connection, rows)
        stored.copies = sum(row["copies"] is not None and row["copies"] != row["id"] for row in rows)
        store(connection, reports, rows)
        for change in moved:
            connection.execute(update(reports).where(reports.c.id == change["report"]).values(copies=change["group"]))
        copies.remember(connection, rows)
        fulltext.add_reports(connection, rows)
        connection.execute(delete(failures).where(failures.c.key.in_([row["key"] for row in rows])))

    def _add_claims(
        self,
        connection: Connection,
        batch: list[Prepared],
        untils: dict[int, int | None],
        hints: reapply.Hints,
    ) -> int:
        number, tables = next_id(connection, claims), _Tables()
        first = number
        for prepared in batch:
            report = prepared.row["id"]
            for claim in prepared.claims:
                row = {
                    **claim.row,
                    "id": number,
                    "report_id": report,
                    "until": untils[report],
                    "event_id": reapply.hinted(hints, report, claim.row),
                }
                self._collect(tables, claim, row)
                number += 1
        tables.store(connection)
        soil(connection, tables.rows.get(claims.name, []))
        return number - first

    def _collect(self, tables: _Tables, claim: PreparedClaim, row: dict[str, Any]) -> None:
        parts = reapply.parts_of(claim, row["id"], self._interner)
        places = parts[place_mentions.name]
        row["place_id"] = reapply.main_place([(each["place_id"], each["role"]) for each in places])
        tables.put(claims.name, [row])
        for name, rows in parts.items():
            tables.put(name, rows)


def _known(connection: Connection, keys: list[str]) -> dict[str, int | None]:
    """Stored reports by key: their id, null for those that were forgotten and must not come back."""
    found: dict[str, int | None] = {}
    for part in chunks(keys):
        rows = connection.execute(
            select(reports.c.key, reports.c.id, reports.c.forgotten).where(reports.c.key.in_(part))
        )
        found.update({row.key: None if row.forgotten else row.id for row in rows})
    return found


def _until(connection: Connection, report: int) -> int | None:
    until: int | None = connection.execute(select(reports.c.until).where(reports.c.id == report)).scalar_one()
    return until
