"""The chain of reviews: each holds the hash of the one before, over the hash of its payload.

The payload itself may be forgotten with its report; its hash stays, so that the chain still verifies.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from dragoman.ledger.clock import now
from dragoman.ledger.tables import reviews
from dragoman.model import LedgerError, UsageError

START = "0" * 64


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a review stands: a report and characters of it, which outlast the ids of claims."""

    report: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Audit:
    """What verifying the chain found: how many reviews, how many with a forgotten payload, the last hash."""

    reviews: int
    forgotten: int
    head: str


def append(
    connection: Connection, reviewer: str, action: str, payload: dict[str, Any], anchor: Anchor | None = None
) -> int:
    """Add a review to the chain; gives its number. Only the holder of the write lock may."""
    if not reviewer.strip():
        raise UsageError("a review needs a reviewer: say who with --reviewer NAME")
    last = connection.execute(select(reviews.c.id, reviews.c.hash).order_by(reviews.c.id.desc()).limit(1)).first()
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    row = {
        "id": last.id + 1 if last else 1,
        "reviewer": reviewer.strip(),
        "recorded": now(),
        "action": action,
        "payload_hash": _hash(text),
        "previous": last.hash if last else START,
    }
    place = {"report_id": anchor.report, "start": anchor.start, "end": anchor.end} if anchor else {}
    connection.execute(insert(reviews).values(**row, **place, payload=text, hash=link_hash(row)))
    return int(row["id"])


def hash_of(connection: Connection, number: int) -> str:
    """The hash of a review."""
    return str(connection.execute(select(reviews.c.hash).where(reviews.c.id == number)).scalar_one())


def link_hash(row: dict[str, Any]) -> str:
    """The hash of one link: over the one before, who, when, what, and the hash of the payload."""
    parts = (row["previous"], str(row["id"]), row["reviewer"], row["recorded"], row["action"], row["payload_hash"])
    return _hash("\n".join(parts))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def audit(connection: Connection, expect: str | None = None) -> Audit:
    """Verify the whole chain; raises `LedgerError` naming the first review that does not hold.

    `expect` is a hash noted earlier, which must still stand in the chain: it tells when the end was cut off.
    """
    previous, count, forgotten, met = START, 0, 0, expect is None
    for row in connection.execute(select(reviews).order_by(reviews.c.id)):
        count += 1
        sound = row.id == count and row.previous == previous and row.hash == link_hash(dict(row._mapping))
        if not sound or (row.payload is not None and _hash(row.payload) != row.payload_hash):
            raise LedgerError(f"the chain of reviews is broken at review {row.id}: it was changed, moved or left out")
        forgotten += row.payload is None
        previous = row.hash
        met = met or row.hash == expect
    if not met:
        raise LedgerError(
            f"the chain of reviews does not hold {expect}: its end was cut off, or this is another ledger"
        )
    return Audit(count, forgotten, previous)
