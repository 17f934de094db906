"""Claims by filter: the ids of one screen, newest first, found fast whether the filter is narrow or wide."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, literal_column, or_, select

from dragoman.ledger.filters import Filter
from dragoman.ledger.tables import SHORT_DAYS, SPEAKER, actor_mentions, claims, place_mentions, place_within, reports

NARROW = 20_000
"""Filters that so many claims at most pass are looked up and sorted; wider ones are met while going back in time."""
COUNTED = 1_000
"""Claims left out of a dated answer are counted up to here."""


@dataclass(frozen=True, slots=True)
class Selection:
    """One screen of claims: ids newest first, whether there are more, and how many had to be left out undated."""

    numbers: list[int]
    more: bool
    undated: int


def choose(connection: Connection, wanted: Filter) -> Selection:
    """The claims that pass a filter, newest first; rejected claims and superseded versions are left out."""
    conditions, narrow = _conditions(connection, wanted)
    if wanted.at is None:
        rows = _page(connection, conditions, narrow, wanted.limit + 1)
    else:
        rows = []
        for dated in _held_at(wanted.at):
            rows += _page(connection, [*conditions, *dated], narrow, wanted.limit + 1)
        rows.sort(reverse=True)
    numbers = [number for _, number in rows]
    undated = _undated(connection, wanted, conditions)
    return Selection(numbers[: wanted.limit], len(numbers) > wanted.limit, undated)


def _page(
    connection: Connection, conditions: list[ColumnElement[bool]], narrow: bool, limit: int
) -> list[tuple[int, int]]:
    found = select(claims.c.day, claims.c.id).where(*conditions).limit(limit)
    rows = connection.execute(_ordered(connection, found, narrow))
    return [(row.day, row.id) for row in rows]


def _ordered(connection: Connection, found: Select[Any], narrow: bool) -> Select[Any]:
    if narrow and connection.dialect.name == "sqlite":
        # The unary plus keeps SQLite from walking the index by day when few rows are to be sorted.
        return found.order_by(literal_column("+claims.day").desc(), literal_column("+claims.id").desc())
    return found.order_by(claims.c.day.desc(), claims.c.id.desc())


def _conditions(connection: Connection, wanted: Filter) -> tuple[list[ColumnElement[bool]], bool]:
    conditions: list[ColumnElement[bool]] = [known_condition(wanted.known_by), or_(*_accepted())]
    if wanted.types:
        conditions.append(claims.c.type.in_(wanted.types))
    if wanted.factuality:
        conditions.append(claims.c.factuality.in_(wanted.factuality))
    if wanted.events is not None:
        conditions.append(claims.c.event_id.in_(sorted(wanted.events)))
    if wanted.reports is not None:
        conditions.append(claims.c.report_id.in_(sorted(wanted.reports)))
    if wanted.outlets:
        conditions.append(or_(_met(_spoken(wanted)), _own_voice(wanted.outlets)))
    narrow = wanted.events is not None or wanted.reports is not None
    for mentions in _mentions(wanted):
        is_narrow = _narrow(connection, mentions)
        narrow |= is_narrow
        conditions.append(claims.c.id.in_(mentions) if is_narrow else _met(mentions))
    return conditions, narrow


def _accepted() -> tuple[ColumnElement[bool], ...]:
    return claims.c.verdict.is_(None), claims.c.verdict != "rejected"


def known_condition(known_by: int | None) -> ColumnElement[bool]:
    """Claims of the versions that stood on a day; without a day, of those that stand now."""
    if known_by is None:
        return claims.c.until.is_(None)
    return and_(claims.c.known <= known_by, or_(claims.c.until.is_(None), claims.c.until > known_by))


def _mentions(wanted: Filter) -> list[Select[Any]]:
    found: list[Select[Any]] = []
    if wanted.place is not None:
        inside = select(place_within.c.place_id).where(place_within.c.whole_id == wanted.place)
        at = select(place_mentions.c.claim_id).where(place_mentions.c.place_id.in_(inside))
        found.append(at.where(place_mentions.c.role != "near"))
    if wanted.actors is not None:
        named = select(actor_mentions.c.claim_id).where(actor_mentions.c.actor_id.in_(sorted(wanted.actors)))
        found.append(named.where(actor_mentions.c.slot != SPEAKER))
    if wanted.speakers is not None and not wanted.outlets:
        found.append(_spoken(wanted))
    return found


def _spoken(wanted: Filter) -> Select[Any]:
    named = select(actor_mentions.c.claim_id).where(actor_mentions.c.actor_id.in_(sorted(wanted.speakers or ())))
    return named.where(actor_mentions.c.slot == SPEAKER)


def _own_voice(outlets: frozenset[int]) -> ColumnElement[bool]:
    """The outlet speaks where a report of it quotes nobody."""
    of_outlet = select(reports.c.id).where(reports.c.source_id.in_(sorted(outlets)))
    quoted = exists().where(actor_mentions.c.claim_id == claims.c.id, actor_mentions.c.slot == SPEAKER)
    return and_(claims.c.report_id.in_(of_outlet), ~quoted)


def _narrow(connection: Connection, mentions: Select[Any]) -> bool:
    counted = select(func.count()).select_from(mentions.limit(NARROW + 1).subquery())
    return int(connection.execute(counted).scalar_one()) <= NARROW


def _met(mentions: Select[Any]) -> ColumnElement[bool]:
    column = mentions.selected_columns[0]
    return exists(mentions.where(column == claims.c.id).correlate(claims))


def _held_at(at: int) -> list[list[ColumnElement[bool]]]:
    held = [claims.c.earliest <= at, claims.c.latest >= at]
    long: ColumnElement[bool] = literal_column(f"claims.latest - claims.earliest > {SHORT_DAYS}")
    short = [claims.c.latest - claims.c.earliest <= SHORT_DAYS, claims.c.day.between(at, at + SHORT_DAYS)]
    return [[*held, *short], [*held, long]]


def _undated(connection: Connection, wanted: Filter, conditions: list[ColumnElement[bool]]) -> int:
    if wanted.at is None and wanted.known_by is None:
        return 0
    timeless = claims.c.earliest.is_(None) if wanted.at is not None else claims.c.known.is_(None)
    others = conditions if wanted.at is not None else conditions[1:]
    found = select(claims.c.id).where(timeless, *others).limit(COUNTED).subquery()
    return int(connection.execute(select(func.count()).select_from(found)).scalar_one())
