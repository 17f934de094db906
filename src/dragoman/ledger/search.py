"""Full-text search: reports that hold the words, with the claims whose sentences hold one of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from dragoman.ledger.filters import SCREEN, Parties, Query, settle
from dragoman.ledger.fulltext import matches, snippet
from dragoman.ledger.selection import choose
from dragoman.ledger.tables import claims, reports
from dragoman.ledger.told import Origin, Told, fetch, origins

_SLACK = 20
_CLAIMS = 400
"""Claims that are looked at where only some are asked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that holds the words: the words around them, and its claims in sentences that hold one."""

    origin: Origin
    passage: str
    claims: list[Told]


def search(connection: Connection, words: str, query: Query | None = None, parties: Parties | None = None) -> list[Hit]:
    """Reports that hold all the words ("a phrase" in quotes), those stored last first; one screen.

    Where the query asks for more than what was known by a day, only reports that make such a claim are given, with
    these claims.
    """
    query = query or Query()
    wanted = settle(connection, query, parties)
    narrowed = replace(query, known_by=None, limit=SCREEN) != Query()
    slack = _SLACK if narrowed or wanted.known_by else 2
    numbers = _stood(connection, matches(connection, words, wanted.limit * slack), wanted.known_by)
    if narrowed:
        asked = replace(wanted, reports=frozenset(numbers), limit=_CLAIMS)
        making = fetch(connection, choose(connection, asked).numbers)
        told = _by_report(making)
        numbers = [number for number in numbers if number in told][: wanted.limit]
    else:
        numbers = numbers[: wanted.limit]
        told = _claims_in(connection, numbers, words)
    passages = {number: snippet(connection, number, words) for number in numbers}
    return [Hit(origin, passages[origin.id], told.get(origin.id, [])) for origin in origins(connection, numbers)]


def _stood(connection: Connection, numbers: list[int], known_by: int | None) -> list[int]:
    """Those of the reports that stood on a day; without a day, those that stand now."""
    stood = select(reports.c.id).where(reports.c.id.in_(numbers))
    if known_by is None:
        stood = stood.where(reports.c.until.is_(None))
    else:
        stood = stood.where(reports.c.published <= known_by, (reports.c.until.is_(None)) | (reports.c.until > known_by))
    kept = set(connection.execute(stood).scalars())
    return [number for number in numbers if number in kept]


def _by_report(told: Iterable[Told]) -> dict[int, list[Told]]:
    found: dict[int, list[Told]] = {}
    for one in told:
        found.setdefault(one.origin.id, []).append(one)
    return found


def _claims_in(connection: Connection, wanted: list[int], words: str) -> dict[int, list[Told]]:
    asked = select(claims.c.id).where(claims.c.report_id.in_(wanted), claims.c.verdict.is_distinct_from("rejected"))
    rows = connection.execute(asked.order_by(claims.c.id))
    sought = [word.strip('"').lower() for word in words.split() if len(word.strip('"')) > 2]
    every = fetch(connection, rows.scalars())
    return _by_report(told for told in every if any(word in told.sentence.lower() for word in sought))
