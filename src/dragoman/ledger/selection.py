"""Claims by filter: the ids of one screen, newest first, found fast whether the filter is narrow or wide."""

from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    and_,
    exists,
    func,
    literal_column,
    or_,
    select,
    text,
)

from dragoman.ledger.filters import Filter
from dragoman.ledger.tables import (
    FORETOLD,
    LONG,
    SHORT_DAYS,
    SPEAKER,
    actor_mentions,
    claims,
    figures,
    place_mentions,
    place_within,
    reports,
)

NARROW = 50_000
"""Filters that so many claims at most pass are looked up and sorted; wider ones are met while going back in time."""
COUNTED = 1_000
"""Claims left out of a dated answer are counted up to here."""


# The unary plus keeps SQLite from looking the mention up by actor or place, where by claim is meant.
_ACTOR_OF_CLAIM: ColumnElement[int] = literal_column("+actor_mentions.actor_id", Integer)
_PLACE_OF_CLAIM: ColumnElement[int] = literal_column("+place_mentions.place_id", Integer)


@dataclass(frozen=True, slots=True)
class Selection:
    """One screen of claims: ids newest first, whether there are more, and how many had to be left out undated."""

    numbers: list[int]
    more: bool
    undated: int


def choose(connection: Connection, wanted: Filter) -> Selection:
    """The claims that pass a filter, newest first; rejected claims and superseded versions are left out."""
    conditions, narrow = _conditions(connection, wanted)
    of_types = [claims.c.type.in_(wanted.types)] if wanted.types else []
    rows = []
    if narrow:
        held = [claims.c.earliest <= wanted.at, claims.c.latest >= wanted.at] if wanted.at is not None else []
        rows = _page(connection, [*conditions, *of_types, *held], True, wanted.limit + 1)
    else:
        for dated, few in _dated(wanted):
            for typed in _typed(wanted):
                rows += _page(connection, [*conditions, *dated, *typed], few, wanted.limit + 1)
    numbers = [number for _, number in sorted(rows, reverse=True)]
    undated = _undated(connection, wanted, [*conditions, *of_types])
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
    if wanted.factuality:
        conditions.append(claims.c.factuality.in_(wanted.factuality))
    if wanted.counted:
        conditions.append(exists().where(figures.c.claim_id == claims.c.id))
    if wanted.numbers is not None:
        conditions.append(claims.c.id.in_(sorted(wanted.numbers)))
    if wanted.events is not None:
        conditions.append(claims.c.event_id.in_(sorted(wanted.events)))
    if wanted.reports is not None:
        conditions.append(claims.c.report_id.in_(sorted(wanted.reports)))
    if wanted.outlets:
        _, spoken = _named(wanted.speakers or frozenset(), actor_mentions.c.slot == SPEAKER)
        conditions.append(or_(spoken, _own_voice(wanted.outlets)))
    narrow = any(rows is not None for rows in (wanted.numbers, wanted.events, wanted.reports))
    for having, met in _mentions(wanted):
        is_narrow = _narrow(connection, having)
        narrow |= is_narrow
        conditions.append(claims.c.id.in_(having) if is_narrow else met)
    return conditions, narrow


def _accepted() -> tuple[ColumnElement[bool], ...]:
    return claims.c.verdict.is_(None), claims.c.verdict != "rejected"


def known_condition(known_by: int | ColumnElement[int] | None) -> ColumnElement[bool]:
    """Claims of the versions that stood on a day; without a day, of those that stand now."""
    if known_by is None:
        return claims.c.until.is_(None)
    return and_(claims.c.known <= known_by, or_(claims.c.until.is_(None), claims.c.until > known_by))


def _mentions(wanted: Filter) -> list[tuple[Select[Any], ColumnElement[bool]]]:
    """For each mention asked for: the claims that have it, and the test whether one claim has it."""
    found: list[tuple[Select[Any], ColumnElement[bool]]] = []
    if wanted.place is not None:
        inside = select(place_within.c.place_id).where(place_within.c.whole_id == wanted.place)
        at = select(place_mentions.c.claim_id).where(place_mentions.c.role != "near")
        of_claim = _PLACE_OF_CLAIM.in_(inside)
        found.append((at.where(place_mentions.c.place_id.in_(inside)), _met(at.where(of_claim))))
    if wanted.actors is not None:
        found.append(_named(wanted.actors, actor_mentions.c.slot != SPEAKER))
    if wanted.speakers is not None and not wanted.outlets:
        found.append(_named(wanted.speakers, actor_mentions.c.slot == SPEAKER))
    return found


def _named(numbers: frozenset[int], slot: ColumnElement[bool]) -> tuple[Select[Any], ColumnElement[bool]]:
    claim_ids, wanted = select(actor_mentions.c.claim_id).where(slot), sorted(numbers)
    looked_up = claim_ids.where(actor_mentions.c.actor_id.in_(wanted))
    return looked_up, _met(claim_ids.where(_ACTOR_OF_CLAIM.in_(wanted)))


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


def _typed(wanted: Filter) -> list[list[ColumnElement[bool]]]:
    """Conditions on the type, one at a time, so that the index by type and day gives each in order."""
    return [[claims.c.type == kind] for kind in dict.fromkeys(wanted.types)] or [[]]


def _dated(wanted: Filter) -> list[tuple[list[ColumnElement[bool]], bool]]:
    """Conditions on days, in parts that an index serves each; true where few claims pass."""
    if wanted.at is not None:
        return _held_at(wanted.at)
    if wanted.known_by is not None:
        foretold = _condition(FORETOLD)
        return [([claims.c.day <= wanted.known_by], False), ([claims.c.day > wanted.known_by, foretold], True)]
    return [([], False)]


def _condition(words: str) -> ColumnElement[bool]:
    """A condition in the very words of a partial index, which SQLite compares literally."""
    return cast(ColumnElement[bool], text(words))


def _held_at(at: int) -> list[tuple[list[ColumnElement[bool]], bool]]:
    held = [claims.c.earliest <= at, claims.c.latest >= at]
    long = _condition(LONG)
    short = [claims.c.latest - claims.c.earliest <= SHORT_DAYS, claims.c.day.between(at, at + SHORT_DAYS)]
    return [([*held, *short], False), ([*held, long], True)]


def _undated(connection: Connection, wanted: Filter, conditions: list[ColumnElement[bool]]) -> int:
    """Claims that a dated question leaves out: those of undated reports, and those that tell no time themselves.

    Of the latter only such as were published in the month from the day asked for, since others hardly mean that day.
    """
    if wanted.at is None and wanted.known_by is None:
        return 0
    left_out = select(claims.c.id).where(claims.c.known.is_(None), *conditions[1:])
    if wanted.at is not None:
        month = claims.c.day.between(wanted.at, wanted.at + SHORT_DAYS)
        left_out = select(claims.c.id).where(claims.c.earliest.is_(None), claims.c.latest.is_(None), month, *conditions)
    found = left_out.limit(COUNTED).subquery()
    return int(connection.execute(select(func.count()).select_from(found)).scalar_one())


def types_in(connection: Connection) -> list[str]:
    """All types that the claims of a ledger have, found by stepping through their index."""
    found: list[str] = []
    least = select(func.min(claims.c.type))
    while (kind := connection.execute(least.where(claims.c.type > found[-1]) if found else least).scalar()) is not None:
        found.append(kind)
    return found
