"""Reviews: what people decided about claims, events and names; appended to the chain and put on the claims at once."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from dragoman.ledger import chain, reapply
from dragoman.ledger.chain import Anchor
from dragoman.ledger.correction import corrected
from dragoman.ledger.dirt import soil
from dragoman.ledger.filters import SCREEN
from dragoman.ledger.interning import Interner
from dragoman.ledger.packing import pack, unpack
from dragoman.ledger.store import Ledger
from dragoman.ledger.tables import bodies, claims, events, lessons, pins, reports, reviews
from dragoman.ledger.told import Told, fetch
from dragoman.model import Claim, UsageError

KINDS = ("actor", "place")


@dataclass(frozen=True, slots=True)
class Review:
    """One review as listed; `payload` is null where its report was forgotten."""

    id: int
    reviewer: str
    recorded: str
    action: str
    payload: dict[str, Any] | None
    hash: str


@dataclass(frozen=True, slots=True)
class Desk:
    """A reviewer at a ledger: each method is one review, stored in one transaction; gives the review's number.

    Every method raises `UsageError` for a claim or event that the ledger does not have.
    """

    ledger: Ledger
    reviewer: str

    def accept(self, claim: str, note: str = "") -> int:
        """Confirm a claim as it stands; a new reading does not take it away."""
        return self._about_claim("accept", claim, {}, note)

    def reject(self, claim: str, note: str = "") -> int:
        """Say that the report makes no such claim; answers leave it out."""
        return self._about_claim("reject", claim, {}, note)

    def correct(self, claim: str, changes: Mapping[str, str], note: str = "") -> int:
        """Change fields of a claim (see `correction.FIELDS`); what the machine read is kept beside."""
        if not changes:
            raise UsageError("nothing to correct: give FIELD=VALUE")
        return self._about_claim("correct", claim, changes, note)

    def _about_claim(self, action: str, mark: str, changes: Mapping[str, str], note: str) -> int:
        with self.ledger.write() as connection:
            told = claim_of(connection, mark)
            after = corrected(connection, told.claim, changes) if changes else told.claim
            payload = {
                "claim": mark,
                "type": told.claim.type,
                "changes": dict(changes),
                "note": note,
                "after": pack(after),
            }
            span = (told.claim.evidence.start, told.claim.evidence.end)
            number = chain.append(connection, self.reviewer, action, payload, Anchor(told.origin.id, *span))
            reapply.apply(connection, action, told.origin.id, span, payload, Interner())
            soil(connection, [{"day": told.day}])
            soil(connection, [{"day": fetch(connection, [told.number])[0].day}])
            return number

    def link(self, claim: str, event: str, note: str = "") -> int:
        """Put a claim to an event, for good."""
        with self.ledger.write() as connection:
            event_of(connection, event)
            told = claim_of(connection, claim)
            number = self._decide(connection, "link", {"claim": claim, "event": event, "note": note})
            _pin(connection, [told], event, number)
            return number

    def split(self, event: str, claims_out: Sequence[str], note: str = "") -> str:
        """Take claims out of an event into a new one; gives the new event's id."""
        with self.ledger.write() as connection:
            members = members_of(connection, event)
            out = [told for told in members if told.claim.id in claims_out]
            unknown = set(claims_out) - {told.claim.id for told in out}
            if unknown or len(out) == len(members) or not out:
                wrong = ", ".join(sorted(unknown)) or "all of them, or none"
                raise UsageError(f"event {event} can't be split by {wrong}: name some of its claims")
            number = self._decide(connection, "split", {"event": event, "claims": sorted(claims_out), "note": note})
            fresh = "E" + chain.hash_of(connection, number)[:11]
            _pin(connection, [told for told in members if told not in out], event, number)
            _pin(connection, out, fresh, number)
            return fresh

    def merge(self, kept: str, others: Sequence[str], note: str = "") -> int:
        """Make several events one, under the id of the first."""
        others = list(dict.fromkeys(others))
        if kept in others or not others:
            raise UsageError(f"event {kept} can't be merged with itself: name other events")
        with self.ledger.write() as connection:
            members = [told for event in (kept, *others) for told in members_of(connection, event)]
            number = self._decide(connection, "merge", {"event": kept, "others": others, "note": note})
            _pin(connection, members, kept, number)
            return number

    def teach(self, alias: str, kind: str, target: str, note: str = "") -> int:
        """Teach what a name means (an actor or a place, by id) for the next reading."""
        if kind not in KINDS:
            raise UsageError(f"a name can be taught for {' or '.join(KINDS)}, not {kind!r}")
        with self.ledger.write() as connection:
            payload = {"alias": alias, "kind": kind, "target": target, "note": note}
            number = self._decide(connection, "teach", payload)
            connection.execute(delete(lessons).where(lessons.c.alias == alias, lessons.c.kind == kind))
            connection.execute(insert(lessons).values(alias=alias, kind=kind, target=target, review_id=number))
            return number

    def _decide(self, connection: Connection, action: str, payload: dict[str, Any]) -> int:
        return chain.append(connection, self.reviewer, action, payload)


def claim_of(connection: Connection, mark: str) -> Told:
    """The claim with this id."""
    number = connection.execute(select(claims.c.id).where(claims.c.mark == mark).order_by(claims.c.id.desc())).scalar()
    if number is None:
        raise UsageError(f"there is no claim {mark!r} in this ledger; `dragoman claims` shows their ids")
    return fetch(connection, [number])[0]


def machine_of(connection: Connection, told: Told) -> Claim | None:
    """What the machine read where a reviewer corrected it, null elsewhere."""
    body = connection.execute(select(bodies.c.machine).where(bodies.c.claim_id == told.number)).scalar()
    text = connection.execute(select(reports.c.text).where(reports.c.id == told.origin.id)).scalar()
    return unpack(body, text) if body else None


def event_of(connection: Connection, key: str) -> int:
    """The row of the event with this id."""
    number = connection.execute(select(events.c.id).where(events.c.key == key)).scalar()
    if number is None:
        raise UsageError(f"there is no event {key!r} in this ledger; `dragoman events` shows their ids")
    return int(number)


def members_of(connection: Connection, key: str) -> list[Told]:
    """All claims of an event, of superseded versions too."""
    asked = select(claims.c.id).where(claims.c.event_id == event_of(connection, key)).order_by(claims.c.id)
    return fetch(connection, connection.execute(asked).scalars())


def _pin(connection: Connection, told: Sequence[Told], event: str, review: int) -> None:
    rows = {}
    for one in told:
        span = one.claim.evidence
        place = (pins.c.report_id == one.origin.id, pins.c.start == span.start, pins.c.end == span.end)
        connection.execute(delete(pins).where(*place, pins.c.type == one.claim.type))
        anchor = {"report_id": one.origin.id, "start": span.start, "end": span.end, "type": one.claim.type}
        rows[tuple(anchor.values())] = {**anchor, "event_key": event, "review_id": review}
    if rows:
        connection.execute(insert(pins), list(rows.values()))
    soil(connection, [{"day": one.day} for one in told])


def listed(connection: Connection, limit: int = SCREEN) -> list[Review]:
    """The latest reviews, the last first."""
    rows = connection.execute(select(reviews).order_by(reviews.c.id.desc()).limit(limit))
    return [
        Review(
            *(
                row.id,
                row.reviewer,
                row.recorded,
                row.action,
                json.loads(row.payload) if row.payload else None,
                row.hash,
            )
        )
        for row in rows
    ]


def taught(connection: Connection, kind: str) -> dict[str, str]:
    """What reviewers taught: names of this kind to the ids that they mean."""
    asked = select(lessons.c.alias, lessons.c.target).where(lessons.c.kind == kind).order_by(lessons.c.alias)
    return {row.alias: row.target for row in connection.execute(asked)}
