"""What reviewers said about claims, put on the claims that stand in the ledger now; a new reading never undoes it."""

import json
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from dragoman.ledger.days import day, iso
from dragoman.ledger.dirt import soil
from dragoman.ledger.interning import Interner, next_id
from dragoman.ledger.packing import pack, unpack
from dragoman.ledger.rows import Prepared, PreparedClaim, claim_rows
from dragoman.ledger.tables import (
    actor_mentions,
    bodies,
    claims,
    deadlines,
    figures,
    place_mentions,
    reports,
    reviews,
)

Hints = dict[tuple[int, str], list[tuple[int, int, int]]]
"""Report and type to the spans that claims had, each with the event that it belonged to."""
PARTS = (actor_mentions, place_mentions, figures, deadlines, bodies)
"""The tables that hang on `claims` by `claim_id`."""
ABOUT_CLAIMS = ("accept", "correct", "reject")
VERDICTS = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}


def withdraw(connection: Connection, numbers: list[int]) -> Hints:
    """Take all claims of these reports out; gives where their events stood, for the claims that follow."""
    hints: Hints = {}
    if not numbers:
        return hints
    columns = (claims.c.id, claims.c.report_id, claims.c.type, claims.c.start, claims.c.end, claims.c.event_id)
    asked = select(*columns, claims.c.day).where(claims.c.report_id.in_(numbers))
    rows = connection.execute(asked).all()
    soil(connection, [{"day": row.day} for row in rows])
    for row in rows:
        if row.event_id is not None:
            hints.setdefault((row.report_id, row.type), []).append((row.start, row.end, row.event_id))
    ids = [row.id for row in rows]
    for table in PARTS:
        connection.execute(delete(table).where(table.c.claim_id.in_(ids)))
    connection.execute(delete(claims).where(claims.c.id.in_(ids)))
    return hints


def hinted(hints: Hints, report: int, row: dict[str, Any]) -> int | None:
    """The event of the earlier claim of this type whose span overlaps most, null where there is none."""
    best, event = 0, None
    for start, end, candidate in hints.get((report, row["type"]), ()):
        shared = min(end, row["end"]) - max(start, row["start"])
        if shared > best:
            best, event = shared, candidate
    return event


def stand(connection: Connection, numbers: list[int], interner: Interner) -> None:
    """Let the reviews of these reports stand on their claims, in the order in which they were made."""
    asked = select(reviews).where(reviews.c.report_id.in_(numbers), reviews.c.action.in_(ABOUT_CLAIMS))
    for row in connection.execute(asked.order_by(reviews.c.id)).all():
        if row.payload is not None:
            apply(connection, row.action, row.report_id, (row.start, row.end), json.loads(row.payload), interner)


def apply(
    connection: Connection, action: str, report: int, span: tuple[int, int], payload: dict[str, Any], interner: Interner
) -> int | None:
    """Put one review on the claim that stands at its span; what was accepted or corrected comes back if it is gone.

    Gives the row number of the claim, null where a rejected claim is not there any more.
    """
    number = _claim_at(connection, report, span, payload)
    if number is None:
        if action == "reject":
            return None
        number = next_id(connection, claims)
        _store(connection, number, report, payload["after"], interner, new=True)
    elif action == "correct":
        machine = connection.execute(select(bodies.c.machine, bodies.c.body).where(bodies.c.claim_id == number)).one()
        _store(connection, number, report, payload["after"], interner, new=False)
        kept = machine.machine or machine.body
        connection.execute(update(bodies).where(bodies.c.claim_id == number).values(machine=kept))
    connection.execute(update(claims).where(claims.c.id == number).values(verdict=VERDICTS[action]))
    return number


def _claim_at(connection: Connection, report: int, span: tuple[int, int], payload: dict[str, Any]) -> int | None:
    asked = select(claims.c.id, claims.c.type, claims.c.start, claims.c.end).where(
        claims.c.report_id == report, claims.c.start < span[1], claims.c.end > span[0]
    )
    types = (payload["type"], json.loads(payload["after"])["type"] if payload.get("after") else None)
    found = [row for row in connection.execute(asked) if row.type in types]
    shared = [(min(span[1], row.end) - max(span[0], row.start), -row.id) for row in found]
    return -max(shared)[1] if shared else None


def _store(connection: Connection, number: int, report: int, body: str, interner: Interner, *, new: bool) -> None:
    told = connection.execute(
        select(reports.c.text, reports.c.published, reports.c.until).where(reports.c.id == report)
    ).one()
    claim = unpack(body, told.text)
    prepared = Prepared({}, None, {})
    made = claim_rows(claim, told.text or "", day(iso(told.published)), prepared)
    interner.settle_actors(connection, prepared.actors)
    interner.settle_places(connection, prepared.places)
    row = {**made.row, "report_id": report, "until": told.until}
    tables = parts_of(made, number, interner)
    row["place_id"] = main_place([(each["place_id"], each["role"]) for each in tables[place_mentions.name]])
    if new:
        connection.execute(insert(claims).values(id=number, event_id=None, **row))
    else:
        connection.execute(update(claims).where(claims.c.id == number).values(**row))
        for table in PARTS:
            connection.execute(delete(table).where(table.c.claim_id == number))
    tables[bodies.name] = [{"claim_id": number, "body": pack(claim)}]
    for table in PARTS:
        if rows := tables[table.name]:
            connection.execute(insert(table), rows)


def parts_of(claim: PreparedClaim, number: int, interner: Interner) -> dict[str, list[dict[str, Any]]]:
    """The rows that hang on a claim, by table."""
    day_of = claim.row["day"]
    limit = [{"claim_id": number, "day": claim.deadline, "type": claim.row["type"]}] if claim.limited else []
    return {
        actor_mentions.name: [
            {"claim_id": number, "slot": slot, "position": at, "actor_id": interner.actors[key], "day": day_of}
            for slot, at, key in claim.parties
        ],
        place_mentions.name: [
            {"claim_id": number, "position": at, "place_id": interner.places[key], "role": role, "day": day_of}
            for at, key, role in claim.places
        ],
        figures.name: [{"claim_id": number, **figure} for figure in claim.figures],
        deadlines.name: limit,
        bodies.name: [{"claim_id": number, "body": claim.body}],
    }


def main_place(places: list[tuple[int, str]]) -> int | None:
    """The place that a claim stands under: the first where it happened, else the first that is no reference point."""
    for roles in (("at",), ("from", "to", "via")):
        for place, role in places:
            if role in roles:
                return place
    return None
