"""Sources that correct themselves: what a new version of a report says otherwise, and which answers that moves."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.assembly.tolls import shown
from dragoman.ledger.tables import claims, reports
from dragoman.ledger.told import Origin, Told, fetch, origins


@dataclass(frozen=True, slots=True)
class Correction:
    """What one report changed: lines of what it said before and says now, and the ids of the events that it moves."""

    before: Origin
    after: Origin
    changes: tuple[str, ...]
    moves: tuple[str, ...]


def corrections(
    connection: Connection, first: int, last: int, limit: int = 20, *, coarse: bool = False
) -> list[Correction]:
    """The reports superseded between two days, the latest first; versions that claim the same are left out.

    `coarse` names no places.
    """
    asked = select(reports.c.id, reports.c.address, reports.c.until).where(reports.c.until.between(first, last))
    found = []
    for row in connection.execute(asked.order_by(reports.c.until.desc(), reports.c.id.desc()).limit(limit)).all():
        heir = _heir(connection, row.address, row.id, row.until)
        if heir is not None:
            before, after = _told(connection, row.id), _told(connection, heir)
            changes, moves = _compare(before, after, coarse)
            if changes:
                one, other = origins(connection, [row.id, heir])
                found.append(Correction(one, other, tuple(changes), tuple(sorted(moves))))
    return found


def _heir(connection: Connection, address: str, report: int, until: int) -> int | None:
    versions = select(reports.c.id).where(
        reports.c.address == address, reports.c.id != report, reports.c.forgotten.is_(None)
    )
    dated = versions.where(reports.c.published == until).order_by(reports.c.id)
    heir: int | None = connection.execute(dated).scalar()
    return heir if heir is not None else connection.execute(versions.order_by(reports.c.id.desc())).scalar()


def _told(connection: Connection, report: int) -> list[Told]:
    return fetch(connection, connection.execute(select(claims.c.id).where(claims.c.report_id == report)).scalars())


def _compare(before: list[Told], after: list[Told], coarse: bool) -> tuple[list[str], set[str]]:
    old, new = _by_matter(before), _by_matter(after)
    changes, moves = [], set[str]()
    for matter in [*old, *(matter for matter in new if matter not in old)]:
        was, now = old.get(matter), new.get(matter)
        said = _difference(was, now)
        if said:
            changes.append(f"{matter.partition(',')[0] if coarse else matter}: {said}")
            moves |= {one.event for one in (was, now) if one and one.event}
    return changes, moves


def _by_matter(claims_of: Iterable[Told]) -> dict[str, Told]:
    """Claims by type and place; where a report makes several such claims, the first stands for them."""
    found: dict[str, Told] = {}
    for one in claims_of:
        where = next((item.name or item.text for item in one.claim.place), "no place")
        found.setdefault(f"{one.claim.type}, {where}", one)
    return found


def _difference(was: Told | None, now: Told | None) -> str:
    if was is None or now is None:
        return "not told before" if was is None else "no longer told"
    parts = []
    old, new = _facts(was), _facts(now)
    for name in dict.fromkeys([*old, *new]):
        if old.get(name) != new.get(name):
            parts.append(f"{name} {old.get(name, 'not told')} → {new.get(name, 'not told')}")
    return "; ".join(parts)


def _facts(told: Told) -> dict[str, str]:
    claim = told.claim
    facts: dict[str, str] = {"factuality": claim.factuality}
    if claim.by:
        facts["by"] = ", ".join("a private person" if item.private else item.name or item.text for item in claim.by)
    if claim.time and claim.time[0].value:
        facts["time"] = claim.time[0].value
    for item in claim.figures:
        low = item.value if item.value is not None else item.low
        high = item.value if item.value is not None else item.high
        facts[f"reported {item.what}"] = shown(low, high)
    return facts
