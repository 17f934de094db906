"""Claims as answers: the claim itself, the report that makes it, and what became of it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from dragoman.ledger.copies import chunks
from dragoman.ledger.days import iso
from dragoman.ledger.filters import Parties, Query, settle
from dragoman.ledger.packing import unpack
from dragoman.ledger.selection import choose
from dragoman.ledger.tables import bodies, claims, events, reports, sources
from dragoman.model import Claim


@dataclass(frozen=True, slots=True)
class Origin:
    """The report that a claim stands in; `copies` is the group of wire copies that it belongs to, null alone."""

    id: int
    name: str | None
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    until: str | None
    copies: int | None

    @property
    def label(self) -> str:
        """The outlet and the day, as lines name their source."""
        return ", ".join(filter(None, (self.publisher or self.name or "a report", self.published or "undated")))

    @property
    def source(self) -> int:
        """What counts as one source: the report, with all its copies."""
        return self.copies or self.id


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of the ledger: `number` is its row, `sentence` the words that make it, `verdict` a reviewer's."""

    number: int
    claim: Claim
    sentence: str
    origin: Origin
    earliest: int | None
    latest: int | None
    day: int
    event: str | None
    verdict: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One screen of claims; `more` says that the limit cut it, `undated` how many a dated question had to leave out."""

    claims: list[Told]
    more: bool
    undated: int


def answer(connection: Connection, query: Query, parties: Parties | None = None) -> Answer:
    """The claims that a query asks for, newest first; raises `UsageError` where it asks for what can't be."""
    found = choose(connection, settle(connection, query, parties))
    return Answer(fetch(connection, found.numbers), found.more, found.undated)


def origins(connection: Connection, numbers: Iterable[int]) -> list[Origin]:
    """The reports with these row numbers, in this order."""
    wanted = list(numbers)
    rows = connection.execute(_told_of().where(reports.c.id.in_(wanted)))
    found = {row.report_id: _origin(row) for row in rows}
    return [found[number] for number in wanted if number in found]


def origins_of(connection: Connection, numbers: Iterable[int]) -> dict[int, Origin]:
    """The reports that claims (by row) stand in, by the row of the claim."""
    report_of: dict[int, int] = {}
    for part in chunks(sorted(numbers)):
        rows = connection.execute(select(claims.c.id, claims.c.report_id).where(claims.c.id.in_(part)))
        report_of.update({row.id: row.report_id for row in rows})
    known = {origin.id: origin for origin in origins(connection, sorted(set(report_of.values())))}
    return {number: known[report] for number, report in report_of.items()}


def _told_of() -> Select[Any]:
    columns = (
        *(reports.c.id.label("report_id"), reports.c.name, reports.c.title, reports.c.url, reports.c.published),
        *(reports.c.until, reports.c.copies, sources.c.key.label("publisher")),
    )
    return select(*columns).select_from(reports.outerjoin(sources, sources.c.id == reports.c.source_id))


def _origin(row: Any) -> Origin:
    named = (row.report_id, row.name, row.title, row.publisher, row.url)
    return Origin(*named, iso(row.published), iso(row.until), row.copies)


def fetch(connection: Connection, numbers: Iterable[int]) -> list[Told]:
    """The claims with these row numbers, in this order."""
    wanted = list(numbers)
    found: dict[int, Told] = {}
    for part in chunks(wanted):
        columns = (
            *(claims.c.id, claims.c.report_id, claims.c.earliest, claims.c.latest, claims.c.day, claims.c.verdict),
            *(bodies.c.body, events.c.key.label("event")),
        )
        joined = claims.join(bodies, bodies.c.claim_id == claims.c.id).outerjoin(
            events, events.c.id == claims.c.event_id
        )
        rows = connection.execute(select(*columns).select_from(joined).where(claims.c.id.in_(part))).all()
        texts = _texts(connection, {row.report_id for row in rows})
        for number, report, earliest, latest, day, verdict, body, event in rows:
            origin, text = texts[report]
            claim = unpack(body, text)
            sentence = (text or "")[claim.sentence.start : claim.sentence.end].strip()
            found[number] = Told(number, claim, sentence, origin, earliest, latest, day, event, verdict)
    return [found[number] for number in wanted if number in found]


def _texts(connection: Connection, reports_of: Iterable[int]) -> dict[int, tuple[Origin, str | None]]:
    """Reports with their texts, each once however many of its claims are asked for."""
    asked = _told_of().add_columns(reports.c.text).where(reports.c.id.in_(sorted(reports_of)))
    return {row.report_id: (_origin(row), row.text) for row in connection.execute(asked).all()}


def sentences(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """The sentences of these claims alone, which costs far less than the claims; forgotten ones are left out."""
    found: dict[int, str] = {}
    for part in chunks(sorted(numbers)):
        joined = claims.join(bodies, bodies.c.claim_id == claims.c.id).join(reports, reports.c.id == claims.c.report_id)
        asked = select(claims.c.id, bodies.c.body, reports.c.text).select_from(joined).where(claims.c.id.in_(part))
        for number, body, text in connection.execute(asked).all():
            if text is not None:
                extent = json.loads(body)["sentence"]
                found[number] = text[extent["start"] : extent["end"]].strip()
    return found


def marks_of(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """The ids of claims by row."""
    found: dict[int, str] = {}
    for part in chunks(sorted(numbers)):
        rows = connection.execute(select(claims.c.id, claims.c.mark).where(claims.c.id.in_(part)))
        found.update({row.id: row.mark for row in rows})
    return found
