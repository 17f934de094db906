"""The brief: one screen on what stood on a day, who said so, and where they disagree; each line with its sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dragoman.assembly.agreements import agreements
from dragoman.assembly.corrections import corrections
from dragoman.assembly.deadlines import deadlines
from dragoman.assembly.features import Spot, spots
from dragoman.assembly.happenings import Event, happenings
from dragoman.assembly.holders import Holders, PlaceHeld, actor_labels, holders
from dragoman.assembly.lines import FACTUALITY, dispute, label, names, since, where
from dragoman.assembly.tolls import shown, voice_of
from dragoman.ledger.days import asked, iso, today
from dragoman.ledger.filters import Parties, Query
from dragoman.ledger.told import Told

DAYS = 14
"""How many days back "what changed" looks."""
_EVENTS = 24
_LINES = 6
_NO_PLACE = "place not told"
PEOPLE = ("displacement", "evacuation", "return")


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line: what is reported, and the reports that it rests on."""

    text: str
    sources: tuple[str, ...]
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of the brief; `empty` is what it says where it has no lines."""

    title: str
    lines: tuple[BriefLine, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the map: its point, how far it reaches (km), and what is reported there."""

    name: str
    lat: float
    lon: float
    radius_km: float
    label: str
    contested: bool


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief of one day as known by a day (ISO); `notes` say what was left out."""

    day: str
    known_by: str
    place: str | None
    sections: tuple[Section, ...]
    marks: tuple[Mark, ...]
    notes: tuple[str, ...]


def brief(connection: Connection, query: Query, register: Parties | None = None, *, days: int = DAYS) -> Brief:
    """The brief of the day asked for (today where none is), as known by that day unless `known_by` says otherwise.

    Raises `UsageError` for a day, place or voice that means nothing.
    """
    day = asked(query.at, "--at") if query.at else asked(query.known_by, "--known-by") if query.known_by else today()
    known = query.known_by or iso(day) or ""
    told = happenings(connection, replace(query, at=None, known_by=known, limit=_EVENTS), register)
    recent = [event for event in told.events if day - days <= event.day <= day + days]
    held = holders(connection, replace(query, at=iso(day), known_by=known, limit=2 * _LINES), register)
    labels = actor_labels(connection, held.places)
    sections = (
        _changes(recent, day),
        _control(held, labels),
        _deadlines(connection, replace(query, at=iso(day), known_by=known, limit=_LINES), register),
        _deals(connection, replace(query, at=iso(day), known_by=known, limit=_LINES), register),
        _tolls(recent),
        _people(recent),
        _disagreements(recent, held, labels),
        _corrected(connection, day - days, asked(known, "--known-by")),
    )
    marks = _marks(held, labels, recent, spots(connection, {e.place_id for e in recent if e.place_id is not None}))
    notes = (f"{told.undated} claims of undated reports are left out",) if told.undated else ()
    return Brief(iso(day) or "", known, query.place, sections, tuple(marks), notes)


def sources(told: Iterable[Told]) -> tuple[str, ...]:
    """The outlets and days of some claims, wire copies named once."""
    found: dict[int, str] = {}
    for one in told:
        found.setdefault(one.origin.source, one.origin.label)
    return tuple(dict.fromkeys(found.values()))


def _changes(events: list[Event], day: int) -> Section:
    past = [event for event in events if event.day <= day and event.type not in PEOPLE]
    ranked = sorted(past, key=lambda event: (-event.sources, -event.day, event.key))[: 2 * _LINES]
    lines = [_event(event) for event in sorted(ranked, key=lambda event: (-event.day, event.key))]
    return Section("What changed", tuple(lines), "nothing was reported for these days")


def _event(event: Event) -> BriefLine:
    first = max(event.claims, key=lambda one: (bool(one.claim.by), bool(one.claim.to)))
    told = {FACTUALITY[one.claim.factuality] for one in event.claims}
    factuality = (
        told.pop() if len(told) == 1 else "reported, and denied" if any("denied" in x for x in told) else "reported"
    )
    by, to = names(first.claim.by), names(first.claim.to)
    whom = f"{by or 'nobody named'} → {to}" if to else by or "nobody named"
    at = event.place or where(first) or _NO_PLACE
    tolls = "; ".join(f"{toll.what} {shown(toll.low, toll.high)} (reported)" for toll in event.tolls)
    voices = ", ".join(sorted({voice_of(one) for one in event.claims}))
    text = f"{_day(event)}  {event.type}, {factuality}: {whom}, {at}"
    return BriefLine(
        f"{text}{'; ' + tolls if tolls else ''}; according to {voices}", sources(event.claims), iso(event.day)
    )


def _day(event: Event) -> str:
    return event.earliest or f"told {event.claims[0].origin.published or 'on an unknown day'}"


def _control(held: Holders, labels: Mapping[str, str]) -> Section:
    lines = [_holder(one, labels) for one in held.places if one.segment][: 2 * _LINES]
    return Section("Who holds what (reported)", tuple(lines), "no report tells who holds what")


def _holder(held: PlaceHeld, labels: Mapping[str, str]) -> BriefLine:
    assert held.segment is not None
    holdings = held.segment.holdings
    who = " / ".join(label(one.holder, labels) for one in holdings) or "nobody, the last holder left"
    voices = sorted({label(voice, labels) for one in holdings for voice in one.voices})
    contested = ", contested" if held.segment.contested else ""
    age = f", last support {held.age} days before" if held.age else ""
    text = f"{held.place.name}: {who}{contested}, since {since(held) or 'long before'}{age}"
    return BriefLine(text, tuple(voices), iso(held.segment.start))


def _deadlines(connection: Connection, query: Query, register: Parties | None) -> Section:
    lines = []
    for one in deadlines(connection, query, register)[:_LINES]:
        first = one.told[0]
        steps = "; ".join(f"{iso(step.day)} {step.what}" for step in one.fate.steps)
        whom = f"{names(first.claim.by) or 'nobody named'} → {names(first.claim.to) or 'nobody named'}"
        at = where(first) or _NO_PLACE
        text = f"{first.claim.type} to {one.day or 'no told day'}, {one.fate.state}: {whom}, {at}"
        lines.append(BriefLine(f"{text}{' (' + steps + ')' if steps else ''}", sources(one.told), one.day))
    return Section("Deadlines", tuple(lines), "no deadline is open or ran out lately")


def _deals(connection: Connection, query: Query, register: Parties | None) -> Section:
    lines = []
    for deal in agreements(connection, query, register)[:_LINES]:
        first = deal.told[-1]
        kept = sum(term.done is not None for term in deal.terms)
        terms = f"; {kept} of {len(deal.terms)} terms reported as done" if deal.terms else ""
        whom = names(first.claim.by) or "parties not told"
        text = f"{first.claim.type}, {deal.fate.state}: {whom}, {where(first) or _NO_PLACE}{terms}"
        lines.append(BriefLine(text, sources(deal.told), first.origin.published))
    return Section("Deals and truces", tuple(lines), "no deal was told of")


def _tolls(events: list[Event]) -> Section:
    lines = []
    for event in events:
        for toll in event.tolls:
            if toll.what in ("killed", "injured", "missing"):
                said = "; ".join(f"{one.speaker}: {shown(one.last.low, one.last.high)}" for one in toll.speakers)
                text = f"{event.type}, {event.place or _NO_PLACE}, {_day(event)}: {toll.what}, {said}"
                lines.append(BriefLine(text, sources(event.claims), iso(event.day)))
    return Section("Reported tolls by speaker", tuple(lines[:_LINES]), "no toll was reported")


def _people(events: list[Event]) -> Section:
    lines = [_event(event) for event in events if event.type in PEOPLE]
    return Section("Displacement, evacuation, return", tuple(lines[:_LINES]), "nothing was reported")


def _disagreements(events: list[Event], held: Holders, labels: Mapping[str, str]) -> Section:
    lines = [
        BriefLine(f"{event.type}, {event.place or _NO_PLACE}: {dispute(one)}", sources(event.claims), iso(event.day))
        for event in events
        for one in event.disputes
    ]
    for place in held.places:
        if place.segment and place.segment.contested:
            said = "; ".join(
                f"{label(one.holder, labels)}: {', '.join(label(v, labels) for v in one.voices)}"
                + (f" (denied by {', '.join(label(v, labels) for v in one.denied_by)})" if one.denied_by else "")
                for one in place.segment.holdings
            )
            lines.append(BriefLine(f"who holds {place.place.name}: {said}", ()))
    return Section("Disagreements", tuple(lines[: 2 * _LINES]), "the reports do not contradict each other")


def _corrected(connection: Connection, first: int, last: int) -> Section:
    lines = []
    for one in corrections(connection, first, last, _LINES):
        moves = f"; moves {', '.join(one.moves)}" if one.moves else ""
        lines.append(
            BriefLine(f"{'; '.join(one.changes[:4])}{moves}", (one.before.label, one.after.label), one.after.published)
        )
    return Section("Sources that corrected themselves", tuple(lines), "none did")


def _marks(held: Holders, labels: Mapping[str, str], events: list[Event], places: Mapping[int, Spot]) -> Iterable[Mark]:
    marks: dict[int, Mark] = {}
    for event in events:
        spot = places.get(event.place_id or -1)
        if spot is not None and not spot.country and spot.lat is not None and spot.lon is not None:
            text = f"{event.type} (reported)"
            if spot.id in marks:
                text = f"{marks[spot.id].label}; {text}" if text not in marks[spot.id].label else marks[spot.id].label
            marks[spot.id] = Mark(spot.name, spot.lat, spot.lon, spot.radius_km, text, bool(event.disputes))
    for one in held.places:
        spot = one.place
        if one.segment and one.segment.holdings and spot.lat is not None and spot.lon is not None and not spot.country:
            who = " / ".join(label(each.holder, labels) for each in one.segment.holdings)
            text = f"held by {who} (reported)"
            before = marks.get(spot.id)
            contested = one.segment.contested or (before is not None and before.contested)
            marks[spot.id] = Mark(
                *(
                    spot.name,
                    spot.lat,
                    spot.lon,
                    spot.radius_km,
                    f"{text}; {before.label}" if before else text,
                    contested,
                )
            )
    return [marks[number] for number in sorted(marks)]
