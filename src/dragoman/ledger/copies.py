"""Wire copies: the same text from another outlet, recognised by MinHash over runs of three words."""

import re
import zlib
from collections.abc import Iterable
from typing import Any

import numpy as np
from datasketch import MinHash
from sqlalchemy import Connection, select

from dragoman.ledger.rowwise import store
from dragoman.ledger.tables import bands, reports

PERMUTATIONS = 64
BANDS = 16
NEAR = 0.75
"""Share of equal runs of three words from which two texts count as copies of each other."""
SHORTEST = 20
"""Texts with fewer runs than this are too short to tell a copy from a formula."""
DAYS = 14
"""A copy is published within so many days of its original."""
_CANDIDATES = 40
_WORD = re.compile(r"\w+")
_BAND_ROWS = (
    "WITH wanted(band) AS (VALUES {keys}) SELECT b.band, b.report_id FROM wanted JOIN bands b ON b.band = wanted.band"
    " WHERE b.report_id >= coalesce((SELECT c.report_id FROM bands c WHERE c.band = wanted.band"
    " ORDER BY c.report_id DESC LIMIT 1 OFFSET {most}), 0)"
)
"""The last reports of each band, as many as are looked at."""


class Sketcher:
    """Makes the signatures of texts; keep one, since its permutations cost more than a text."""

    def __init__(self) -> None:
        self._empty = MinHash(num_perm=PERMUTATIONS, seed=1, hashfunc=zlib.crc32)

    def sketch(self, text: str) -> bytes | None:
        """The signature of a text (four bytes a permutation), null where the text is too short."""
        words = _WORD.findall(text.lower())
        runs = set(map(" ".join, zip(words, words[1:], words[2:], strict=False)))
        if len(runs) < SHORTEST:
            return None
        sketch = self._empty.copy()
        sketch.update_batch(map(str.encode, runs))
        return np.asarray(sketch.hashvalues, dtype="<u4").tobytes()


def keys(signature: bytes | None) -> list[int]:
    """The band keys of a signature: texts that share one are candidates."""
    if signature is None:
        return []
    width = len(signature) // BANDS
    return [(band << 32) | zlib.crc32(signature[band * width : (band + 1) * width], band) for band in range(BANDS)]


def likeness(one: bytes, other: bytes) -> float:
    """The estimated share of equal runs of two signatures, 0 to 1."""
    return float(np.mean(np.frombuffer(one, "<u4") == np.frombuffer(other, "<u4")))


def groups(connection: Connection, fresh: list[dict[str, Any]]) -> list[dict[str, int]]:
    """Give every report of `fresh` its `copies` group in place, the least id of its copies; null where it is alone.

    Looks among the stored reports and among `fresh` itself; a report at the same address is a version, no copy.
    Returns what must be written on stored reports whose group changed.
    """
    wanted = {key for report in fresh for key in keys(report["signature"])}
    shared = _near(connection, fresh, _shared(connection, wanted, fresh))
    stored = _stored(connection, {other for others in shared.values() for other in others})
    known: dict[int, dict[str, Any]] = {**stored, **{int(report["id"]): report for report in fresh}}
    changes: dict[int, int] = {}
    for report in fresh:
        twins = [known[twin] for twin in shared[report["id"]] if twin in known and _copies(report, known[twin])]
        if twins:
            group = min([report["id"], *(twin["copies"] or twin["id"] for twin in twins)])
            for one in (report, *twins):
                one["copies"] = group
                changes[one["id"]] = group
    own = {report["id"] for report in fresh}
    return [{"report": other, "group": group} for other, group in changes.items() if other not in own]


def _shared(connection: Connection, wanted: set[int], fresh: list[dict[str, Any]]) -> dict[int, list[int]]:
    holders: dict[int, list[int]] = {}
    for key, report in _band_rows(connection, wanted):
        holders.setdefault(key, []).append(report)
    shared: dict[int, list[int]] = {}
    for row in fresh:
        others: dict[int, int] = {}
        for key in keys(row["signature"]):
            held = holders.setdefault(key, [])
            for other in held[-_CANDIDATES:]:
                others[other] = others.get(other, 0) + 1
            held.append(row["id"])
        shared[row["id"]] = sorted(others, key=lambda other: (-others[other], other))[:_CANDIDATES]
    return shared


def _band_rows(connection: Connection, wanted: Iterable[int]) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    for part in chunks(sorted(wanted)):
        # Whole numbers, written out: binding thousands of them takes longer than looking them up.
        asked = _BAND_ROWS.format(keys=",".join(f"({key})" for key in part), most=_CANDIDATES - 1)
        rows.extend((band, report) for band, report in connection.exec_driver_sql(asked).all())
    return rows


def _near(connection: Connection, fresh: list[dict[str, Any]], shared: dict[int, list[int]]) -> dict[int, list[int]]:
    """The candidates without those published too long before or after, which need not be read."""
    dated = [row["published"] for row in fresh if row["published"]]
    if not dated or not any(shared.values()):
        return shared
    told = {row["id"]: row["published"] for row in fresh}
    for about in (reports.c.published.between(min(dated) - DAYS, max(dated) + DAYS), reports.c.published.is_(None)):
        rows = connection.execute(select(reports.c.id, reports.c.published).where(about)).all()
        told.update((number, published) for number, published in rows)
    return {
        number: [
            other for other in others if not told[number] or (other in told and _in_time(told[number], told[other]))
        ]
        for number, others in shared.items()
    }


def _in_time(one: int | None, other: int | None) -> bool:
    return not one or not other or abs(one - other) <= DAYS


def _stored(connection: Connection, wanted: Iterable[int]) -> dict[int, dict[str, Any]]:
    columns = (reports.c.id, reports.c.address, reports.c.published, reports.c.copies, reports.c.signature)
    found: dict[int, dict[str, Any]] = {}
    for part in chunks(sorted(wanted)):
        for row in connection.execute(select(*columns).where(reports.c.id.in_(part), reports.c.signature.is_not(None))):
            found[row.id] = dict(row._mapping)
    return found


def _copies(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if one["address"] == other["address"] or one["id"] == other["id"]:
        return False
    return _in_time(one["published"], other["published"]) and likeness(one["signature"], other["signature"]) >= NEAR


def remember(connection: Connection, fresh: list[dict[str, Any]]) -> None:
    """Store the bands of new reports."""
    store(
        connection,
        bands,
        [{"band": key, "report_id": report["id"]} for report in fresh for key in keys(report["signature"])],
    )


def chunks(values: list[Any], size: int = 5000) -> Iterable[list[Any]]:
    """The values in parts small enough for one statement."""
    return (values[at : at + size] for at in range(0, len(values), size))
