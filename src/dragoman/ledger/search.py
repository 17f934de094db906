"""Full-text search: reports that hold the words, with the claims whose sentences hold one of them."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.ledger.days import asked
from dragoman.ledger.filters import SCREEN
from dragoman.ledger.fulltext import matches, snippet
from dragoman.ledger.tables import claims, reports
from dragoman.ledger.told import Origin, Told, fetch, origins

_SLACK = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that holds the words: the words around them, and its claims in sentences that hold one."""

    origin: Origin
    passage: str
    claims: list[Told]


def search(connection: Connection, words: str, *, known_by: str | None = None, limit: int = SCREEN) -> list[Hit]:
    """Reports that hold all the words ("a phrase" in quotes), those stored last first; one screen."""
    known = asked(known_by, "--known-by") if known_by else None
    numbers = matches(connection, words, limit * (_SLACK if known else 2))
    stood = select(reports.c.id).where(reports.c.id.in_(numbers))
    if known is None:
        stood = stood.where(reports.c.until.is_(None))
    else:
        stood = stood.where(reports.c.published <= known, (reports.c.until.is_(None)) | (reports.c.until > known))
    kept = set(connection.execute(stood).scalars())
    wanted = [number for number in numbers if number in kept][:limit]
    passages = {number: snippet(connection, number, words) for number in wanted}
    told = _claims_in(connection, wanted, words)
    return [Hit(origin, passages[origin.id], told.get(origin.id, [])) for origin in origins(connection, wanted)]


def _claims_in(connection: Connection, wanted: list[int], words: str) -> dict[int, list[Told]]:
    rows = connection.execute(select(claims.c.id).where(claims.c.report_id.in_(wanted)).order_by(claims.c.id))
    sought = [word.strip('"').lower() for word in words.split() if len(word.strip('"')) > 2]
    found: dict[int, list[Told]] = {}
    for told in fetch(connection, rows.scalars()):
        if any(word in told.sentence.lower() for word in sought):
            found.setdefault(told.origin.id, []).append(told)
    return found
