"""Versions of a report: the same address with another text; each holds until the next one was published."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from dragoman.ledger.copies import chunks
from dragoman.ledger.dirt import soil
from dragoman.ledger.tables import claims, reports


def settle(connection: Connection, fresh: list[dict[str, Any]]) -> int:
    """Set `until` on the new reports in place and on the stored ones they supersede; gives how many are versions."""
    older = _stored(connection, {row["address"] for row in fresh})
    chains: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in (*older, *fresh):
        chains[row["address"]].append(row)
    changed = [row for chain in chains.values() for row in _chain(chain)]
    stored = {row["id"] for row in older}
    moved = [{"report": row["id"], "superseded": row["until"]} for row in changed if row["id"] in stored]
    if moved:
        for table, column in ((reports, reports.c.id), (claims, claims.c.report_id)):
            ended = update(table).where(column == bindparam("report")).values(until=bindparam("superseded"))
            connection.execute(ended, moved)
        days = select(claims.c.day).where(claims.c.report_id.in_([row["report"] for row in moved])).distinct()
        soil(connection, [{"day": day} for day in connection.execute(days).scalars()])
    return sum(len(chain) - 1 for chain in chains.values()) - (len(older) - len({row["address"] for row in older}))


def _stored(connection: Connection, addresses: set[str]) -> list[dict[str, Any]]:
    columns = (reports.c.id, reports.c.address, reports.c.published, reports.c.recorded, reports.c.until)
    rows: list[dict[str, Any]] = []
    for part in chunks(sorted(addresses)):
        found = connection.execute(select(*columns).where(reports.c.address.in_(part), reports.c.forgotten.is_(None)))
        rows.extend(dict(row._mapping) for row in found)
    return rows


def _chain(chain: list[dict[str, Any]]) -> list[dict[str, Any]]:
    chain.sort(key=lambda row: (_since(row), row["id"]))
    changed = []
    for row, heir in zip(chain, [*chain[1:], None], strict=True):
        until = _since(heir) if heir else None
        if row["until"] != until:
            row["until"] = until
            changed.append(row)
    return changed


def _since(row: dict[str, Any]) -> int:
    if row["published"] is not None:
        return int(row["published"])
    return date.fromisoformat(row["recorded"][:10]).toordinal()
