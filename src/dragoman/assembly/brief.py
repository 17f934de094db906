"""The brief: one screen on what stood on a day, who said so, and where they disagree; each line with its sources."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dragoman.assembly import sections
from dragoman.assembly.agreements import Agreement, agreements
from dragoman.assembly.coarse import Coarse, coarsen, keys_of
from dragoman.assembly.deadlines import Deadline, deadlines
from dragoman.assembly.features import spots
from dragoman.assembly.happenings import Event, Events, happenings
from dragoman.assembly.holders import Holders, actor_labels, holders, names_of
from dragoman.assembly.marks import Mark, marks_of
from dragoman.assembly.sections import LINES, Section, View
from dragoman.assembly.states import States, states
from dragoman.ledger.days import asked, iso, today
from dragoman.ledger.filters import Parties, Query
from dragoman.ledger.told import Origin, origins_of

DAYS = 14
"""How many days back "what changed" looks."""
_EVENTS = 24


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief of one day as known by a day (ISO); `notes` say what was left out."""

    day: str
    known_by: str
    place: str | None
    sections: tuple[Section, ...]
    marks: tuple[Mark, ...]
    notes: tuple[str, ...]


def brief(
    connection: Connection,
    query: Query,
    register: Parties | None = None,
    *,
    days: int = DAYS,
    coarse: bool = False,
) -> Brief:
    """The brief of the day asked for (today where none is), as known by that day unless `known_by` says otherwise.

    `coarse` names regions instead of places and puts these on the map, for publishing. Raises `UsageError` for a day,
    place or voice that means nothing.
    """
    day = asked(query.at, "--at") if query.at else asked(query.known_by, "--known-by") if query.known_by else today()
    known = query.known_by or iso(day) or ""
    found = _found(connection, replace(query, at=iso(day), known_by=known), register, (day - days, day + days))
    recent = found.told.events
    regions = _regions(connection, found, recent) if coarse else None
    view = View(found.labels, found.origins, regions)
    parts = (
        sections.changes_section(recent, day, view),
        sections.control_section(found.held, view),
        sections.standing_section(found.standing, view),
        sections.deadlines_section(found.limits, view),
        sections.deals_section(found.deals, view),
        sections.tolls_section(recent, view),
        sections.people_section(recent, view),
        sections.disagreements_section(recent, found.held, view),
        sections.corrected_section(connection, day - days, asked(known, "--known-by"), view),
    )
    spots_of = spots(connection, {event.place_id for event in recent if event.place_id is not None})
    marks = marks_of(found.held, found.labels, recent, spots_of, regions)
    notes = (f"{found.told.undated} claims of undated reports are left out",) if found.told.undated else ()
    place = query.place if regions is None or query.place is None else "one region"
    return Brief(iso(day) or "", known, place, parts, marks, notes)


@dataclass(frozen=True, slots=True)
class _Found:
    """All answers that a brief draws together."""

    told: Events
    held: Holders
    standing: States
    limits: list[Deadline]
    deals: list[Agreement]
    labels: dict[str, str]
    origins: dict[int, Origin]


def _found(connection: Connection, query: Query, register: Parties | None, span: tuple[int, int]) -> _Found:
    few = replace(query, limit=LINES)
    held = holders(connection, replace(query, limit=2 * LINES), register)
    standing = states(connection, few, register)
    keys = {key for one in standing.states for key in one.actors}
    numbers = {number for one in held.places for number in one.claims}
    return _Found(
        happenings(connection, replace(query, at=None, limit=_EVENTS), register, span=span),
        held,
        standing,
        deadlines(connection, few, register),
        agreements(connection, few, register),
        {**actor_labels(connection, held.places), **names_of(connection, keys)},
        origins_of(connection, numbers),
    )


def _regions(connection: Connection, found: _Found, recent: list[Event]) -> Coarse:
    numbers = {event.place_id for event in recent if event.place_id is not None}
    numbers |= {held.place.id for held in found.held.places}
    numbers |= {state.place.id for state in found.standing.states if state.place}
    told = [one for event in recent for one in event.claims]
    told += [one for limit in found.limits for one in limit.told]
    told += [one for deal in found.deals for one in deal.told]
    return coarsen(connection, numbers, keys_of(told))
