"""Ways to claims: for each condition of a filter, how an index finds all that meet it, and how one claim is tested.

SQLite keeps no statistics of a ledger, so which condition is looked up first is decided here, by counting.
"""

from collections.abc import Iterable
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
    union_all,
)

from dragoman.ledger.filters import Filter
from dragoman.ledger.tables import (
    DOUBTED,
    SPEAKER,
    actor_mentions,
    claims,
    place_mentions,
    place_within,
    reports,
)

NARROW = 5_000
"""What so many claims at most meet is looked up and sorted; what more meet is walked through, back in time."""
COUNTED = 2 * NARROW
"""Claims of one way are counted up to here."""

# The unary plus keeps SQLite from looking the mention up by actor or place, where by claim is meant.
ACTOR_OF_CLAIM: ColumnElement[int] = literal_column("+actor_mentions.actor_id", Integer)
_PLACE_OF_CLAIM: ColumnElement[int] = literal_column("+place_mentions.place_id", Integer)
_each = claims.alias("each_claim")


@dataclass(frozen=True, slots=True)
class Way:
    """One condition: `found` selects the ids of all claims that meet it, `met` tests one claim.

    `day` is the column of the days of what is found, null where no index has it beside the condition.
    """

    found: Select[Any]
    met: ColumnElement[bool]
    day: ColumnElement[int] | None = None
    roughly: Select[Any] | None = None
    """Ids of somewhat more claims, where these are counted faster."""

    def within(self, first: ColumnElement[int] | None = None, last: ColumnElement[int] | None = None) -> Select[Any]:
        """The ids of those between two days, where these are asked for and known."""
        if self.day is None or first is None or last is None:
            return self.found
        return self.found.where(self.day.between(first, last))

    def count(self, connection: Connection, most: int = COUNTED) -> int:
        """How many claims it finds, up to `most`."""
        counted = select(func.count()).select_from(
            (self.found if self.roughly is None else self.roughly).limit(most).subquery()
        )
        return int(connection.execute(counted).scalar_one())

    def few(self, connection: Connection, most: int = NARROW) -> bool:
        """Whether it finds so few that they are best looked up."""
        return self.count(connection, most + 1) <= most


def ways_of(wanted: Filter) -> list[Way]:
    """The ways that a filter opens."""
    found = [*_listed(wanted), *_mentions(wanted)]
    if wanted.outlets:
        found.append(_voices(wanted.speakers or frozenset(), wanted.outlets))
    elif wanted.speakers is not None:
        found.append(named(wanted.speakers, actor_mentions.c.slot == SPEAKER))
    of_types = [_each.c.type.in_(wanted.types)] if wanted.types else []
    if wanted.types:
        found.append(Way(select(_each.c.id).where(*of_types), _is(claims.c.type, wanted.types)))
    if wanted.factuality and "happened" not in wanted.factuality:
        # The index of doubted claims has their type as well: only those of the types asked for are looked up.
        few = select(_each.c.id).where(_each.c.factuality.in_(wanted.factuality), condition(f"each_claim.{DOUBTED}"))
        found.append(Way(few.where(*of_types), _is(claims.c.factuality, wanted.factuality)))
    return found


def condition(words: str) -> ColumnElement[bool]:
    """A condition in the very words of a partial index, which SQLite compares literally."""
    return cast(ColumnElement[bool], text(words))


def _is(column: ColumnElement[str], values: Iterable[str]) -> ColumnElement[bool]:
    """A test that no index serves, since the claims are looked up otherwise."""
    return column.concat("").in_(list(values))


def _listed(wanted: Filter) -> list[Way]:
    """Claims, events and reports that are asked for by number."""
    found = []
    for column, name, numbers in (
        (_each.c.id, "id", wanted.numbers),
        (_each.c.event_id, "event_id", wanted.events),
        (_each.c.report_id, "report_id", wanted.reports),
    ):
        if numbers is not None:
            plain: ColumnElement[int] = literal_column(f"+claims.{name}", Integer)
            found.append(Way(select(_each.c.id).where(column.in_(sorted(numbers))), plain.in_(sorted(numbers))))
    return found


def _mentions(wanted: Filter) -> list[Way]:
    found = []
    if wanted.place is not None:
        inside = select(place_within.c.place_id).where(place_within.c.whole_id == wanted.place)
        at = select(place_mentions.c.claim_id).where(place_mentions.c.role != "near")
        met = _met(at.where(_PLACE_OF_CLAIM.in_(inside)))
        found.append(Way(at.where(place_mentions.c.place_id.in_(inside)), met, place_mentions.c.day))
    if wanted.actors is not None:
        found.append(named(wanted.actors, actor_mentions.c.slot != SPEAKER))
    return found


def named(numbers: frozenset[int], slot: ColumnElement[bool]) -> Way:
    """Claims that name one of these actors in a slot."""
    claim_ids, wanted = select(actor_mentions.c.claim_id).where(slot), sorted(numbers)
    looked_up = claim_ids.where(actor_mentions.c.actor_id.in_(wanted))
    return Way(looked_up, _met(claim_ids.where(ACTOR_OF_CLAIM.in_(wanted))), actor_mentions.c.day)


def _met(mentions: Select[Any]) -> ColumnElement[bool]:
    column = mentions.selected_columns[0]
    return exists(mentions.where(column == claims.c.id).correlate(claims))


def _voices(speakers: frozenset[int], outlets: frozenset[int]) -> Way:
    """Speakers, and outlets: the outlet speaks where a report of it quotes nobody."""
    spoken = named(speakers, actor_mentions.c.slot == SPEAKER)
    of_outlet = select(reports.c.id).where(reports.c.source_id.in_(sorted(outlets)))
    speaks = actor_mentions.c.slot == SPEAKER
    unquoted = ~exists().where(actor_mentions.c.claim_id == _each.c.id, speaks).correlate(_each)
    own = select(_each.c.id).where(_each.c.report_id.in_(of_outlet))
    every, roughly = union_all(spoken.found, own.where(unquoted)).subquery(), union_all(spoken.found, own).subquery()
    report: ColumnElement[int] = literal_column("+claims.report_id", Integer)
    quoted = exists().where(actor_mentions.c.claim_id == claims.c.id, speaks)
    met = or_(spoken.met, and_(report.in_(of_outlet), ~quoted))
    return Way(select(every.c[0]), met, roughly=select(roughly.c[0]))
