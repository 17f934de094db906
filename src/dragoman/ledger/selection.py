"""Claims by filter: the ids of one screen, newest first, found fast whether the filter is narrow or wide."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, and_, bindparam, exists, func, or_, select
from sqlalchemy import literal_column as literal

from dragoman.ledger.days import OPEN
from dragoman.ledger.filters import Filter
from dragoman.ledger.tables import DOUBTED, FORETOLD, LONG, SHORT_DAYS, UNKNOWN, claims, figures
from dragoman.ledger.ways import NARROW, Way, condition, ways_of

COUNTED = 1_000
"""Claims left out of a dated answer are counted up to here."""
_FIRST_DAYS, _GROWTH = 4, 4
"""A walk looks at so many days first, and at so many times more in every step."""

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Selection:
    """One screen of claims: ids newest first, whether there are more, and how many had to be left out undated."""

    numbers: list[int]
    more: bool
    undated: int


@dataclass(frozen=True, slots=True)
class _Asked:
    """A filter with its ways, that which fewest claims meet first, and the conditions that no way serves."""

    wanted: Filter
    ways: list[Way]
    narrow: bool
    conditions: list[Condition]

    @classmethod
    def of(cls, connection: Connection, wanted: Filter, narrow: int) -> "_Asked":
        """Count what meets each condition."""
        counted = [(way.count(connection), at, way) for at, way in enumerate(ways_of(wanted))]
        counted.sort(key=lambda each: each[:2])
        conditions: list[Condition] = [or_(claims.c.verdict.is_(None), claims.c.verdict != "rejected")]
        if "happened" in wanted.factuality:
            conditions.append(claims.c.factuality.in_(wanted.factuality))
        if wanted.counted:
            conditions.append(exists().where(figures.c.claim_id == claims.c.id))
        few = bool(counted) and counted[0][0] <= narrow
        return cls(wanted, [way for _, _, way in counted], few, conditions)

    def met(self, without: Way | None = None) -> list[Condition]:
        """All conditions but those on days, each tested claim by claim, without that of a way."""
        known = known_condition(self.wanted.known_by)
        return [known, *self.conditions, *(way.met for way in self.ways if way is not without)]


def choose(connection: Connection, wanted: Filter, narrow: int = NARROW) -> Selection:
    """The claims that pass a filter, newest first; rejected claims and superseded versions are left out.

    What so many claims at most meet is looked up and sorted, what more meet is walked through back in time; both find
    the same.
    """
    asked, limit = _Asked.of(connection, wanted, narrow), wanted.limit + 1
    if asked.narrow:
        rows = _looked_up(connection, asked, limit)
    else:
        rows = [row for dated in _dated(wanted) for row in _walked(connection, asked, dated, limit)]
    numbers = [number for _, number in sorted(rows, reverse=True)]
    return Selection(numbers[: wanted.limit], len(numbers) > wanted.limit, _undated(connection, asked))


_Row = tuple[int, int]
"""Day and id of a claim."""


def _looked_up(connection: Connection, asked: _Asked, limit: int) -> list[_Row]:
    """By the way that fewest claims meet: all of them, sorted."""
    at, least = asked.wanted.at, asked.ways[0]
    held = [claims.c.earliest <= at, claims.c.latest >= at] if at is not None else []
    found = _found(connection, [claims.c.id.in_(least.within()), *asked.met(least), *held], limit, sort=True)
    return _rows(connection, found)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A part of a dated question: conditions, and the days between which its claims stand; `few` meet them."""

    conditions: list[Condition]
    first: int = 0
    last: int = OPEN
    few: bool = False


def _walked(connection: Connection, asked: _Asked, dated: _Dated, limit: int) -> list[_Row]:
    """Back in time until a screen is full: along a mention, else a type or factuality, else all claims."""
    if dated.few:
        return _rows(connection, _found(connection, [*asked.met(), *dated.conditions], limit, sort=True))
    for way in asked.ways:
        if way.day is not None:
            return _stepped(connection, asked, way, way.day, dated, limit)
    rows: list[_Row] = []
    for served in _served(asked.wanted):
        conditions = [*served, *asked.met(), *dated.conditions, *_between(dated)]
        rows += _rows(connection, _found(connection, conditions, limit, sort=False))
    return rows


def _between(dated: _Dated) -> list[Condition]:
    first = [claims.c.day >= dated.first] if dated.first else []
    return first + ([claims.c.day <= dated.last] if dated.last < OPEN else [])


def _served(wanted: Filter) -> list[list[Condition]]:
    """Conditions under which an index gives claims in the order of days: one type, else one factuality, at a time."""
    if wanted.types:
        return [[claims.c.type == kind] for kind in dict.fromkeys(wanted.types)]
    if wanted.factuality and "happened" not in wanted.factuality:
        doubted = condition(DOUBTED)
        return [[claims.c.factuality == word, doubted] for word in dict.fromkeys(wanted.factuality)]
    return [[]]


def _stepped(
    connection: Connection, asked: _Asked, along: Way, day: ColumnElement[int], dated: _Dated, limit: int
) -> list[_Row]:
    """Span by span of days, each longer than the one before, since most screens are full after a few days."""
    ids = along.within(bindparam("first", type_=Integer), bindparam("last", type_=Integer))
    found = _found(connection, [claims.c.id.in_(ids), *asked.met(along), *dated.conditions], limit, sort=True)
    newest = ids.with_only_columns(func.max(day))
    last: int | None = connection.execute(newest, {"first": dated.first, "last": dated.last}).scalar()
    rows: list[_Row] = []
    for begin, end in _spans(dated.first, last):
        rows += _rows(connection, found, {"first": begin, "last": end})
        if len(rows) >= limit:
            break
    return rows


def _spans(first: int, last: int | None) -> Iterator[tuple[int, int]]:
    days = _FIRST_DAYS
    while last is not None and last >= first:
        begin = max(first, last - days + 1)
        yield begin, last
        last, days = begin - 1, days * _GROWTH


def _found(connection: Connection, conditions: list[Condition], limit: int, *, sort: bool) -> Select[Any]:
    found = select(claims.c.day, claims.c.id).where(*conditions).limit(limit)
    if sort and connection.dialect.name == "sqlite":
        # The unary plus keeps SQLite from walking the index by day when few rows are to be sorted.
        return found.order_by(literal("+claims.day").desc(), literal("+claims.id").desc())
    return found.order_by(claims.c.day.desc(), claims.c.id.desc())


def _rows(connection: Connection, found: Select[Any], given: dict[str, int] | None = None) -> list[_Row]:
    return [(row.day, row.id) for row in connection.execute(found, given or {})]


def known_condition(known_by: int | ColumnElement[int] | None) -> Condition:
    """Claims of the versions that stood on a day; without a day, of those that stand now."""
    if known_by is None:
        return claims.c.until.is_(None)
    return and_(claims.c.known <= known_by, or_(claims.c.until.is_(None), claims.c.until > known_by))


def _dated(wanted: Filter) -> list[_Dated]:
    """A question by its days, in parts that an index serves each."""
    if wanted.at is not None:
        held = [claims.c.earliest <= wanted.at, claims.c.latest >= wanted.at]
        short = claims.c.latest - claims.c.earliest <= SHORT_DAYS
        return [
            _Dated([*held, short], wanted.at, wanted.at + SHORT_DAYS),
            _Dated([*held, condition(LONG)], few=True),
        ]
    if wanted.known_by is not None:
        foretold = [claims.c.day > wanted.known_by, condition(FORETOLD)]
        return [_Dated([], last=wanted.known_by), _Dated(foretold, few=True)]
    return [_Dated([])]


def _undated(connection: Connection, asked: _Asked) -> int:
    """Claims that a dated question leaves out: those of undated reports, and those that tell no time themselves.

    Of the latter only such as were published in the month from the day asked for, since others hardly mean that day.
    """
    at = asked.wanted.at
    if at is None and asked.wanted.known_by is None:
        return 0
    least = asked.ways[0] if asked.narrow else None
    kept = asked.met(least)
    if at is None:
        unknown = select(claims.c.id).where(condition(UNKNOWN))
        if connection.execute(unknown.limit(1)).first() is None:
            return 0
        which, kept = [claims.c.known.is_(None) if least else condition(UNKNOWN)], kept[1:]
    else:
        which = [claims.c.earliest.is_(None), claims.c.latest.is_(None)]
        which.append(claims.c.day.between(at, at + SHORT_DAYS))
    if least is not None:
        which.append(claims.c.id.in_(least.within()))
    left_out = select(claims.c.id).where(*which, *kept).limit(COUNTED).subquery()
    return int(connection.execute(select(func.count()).select_from(left_out)).scalar_one())


def types_in(connection: Connection) -> list[str]:
    """All types that the claims of a ledger have, found by stepping through their index."""
    least = select(func.min(claims.c.type).label("kind"))
    steps = least.cte("steps", recursive=True)
    following = least.where(claims.c.type > steps.c.kind).correlate(steps).scalar_subquery()
    steps = steps.union_all(select(following).where(steps.c.kind.is_not(None)))
    return list(connection.execute(select(steps.c.kind).where(steps.c.kind.is_not(None))).scalars())
