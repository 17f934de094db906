"""The parts of a brief: each answer as titled lines, every line with its sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from dragoman.assembly.agreements import Agreement
from dragoman.assembly.coarse import Coarse
from dragoman.assembly.corrections import corrections
from dragoman.assembly.deadlines import Deadline
from dragoman.assembly.happenings import Event
from dragoman.assembly.holders import Holders, PlaceHeld
from dragoman.assembly.lines import FACTUALITY, dispute, names, where
from dragoman.assembly.state_lines import holder, label, named, people, since
from dragoman.assembly.states import States
from dragoman.assembly.tolls import shown, voice_of
from dragoman.ledger.days import iso
from dragoman.ledger.told import Origin, Told

LINES = 6
"""Lines of one part; some have twice as many."""
_SOURCES = 6
"""Reports that one line names at most, the latest."""
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
class View:
    """How lines name things: actors by key, the reports of claims by row, and regions where places are coarse."""

    labels: Mapping[str, str]
    origins: Mapping[int, Origin]
    regions: Coarse | None

    def event(self, event: Event) -> str:
        """Where an event was."""
        name = event.place if self.regions is None else self.regions.of(event.place_id)
        return name or where(event.claims[0], self.regions) or _NO_PLACE

    def claim(self, told: Told) -> str:
        """Where a claim says that something was."""
        return where(told, self.regions) or _NO_PLACE

    def whom(self, told: Told) -> str:
        """Who did it to whom."""
        by, to = names(told.claim.by, self.regions) or "nobody named", names(told.claim.to, self.regions)
        return f"{by} → {to}" if to else by

    def names(self, keys: Iterable[str]) -> str:
        """Actors and outlets by key."""
        return ", ".join(sorted({label(key, self.labels) for key in keys}))

    def reports(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """The reports that claims (by row) stand in, wire copies named once, the latest last."""
        found: dict[int, Origin] = {}
        for number in sorted(numbers):
            if origin := self.origins.get(number):
                found.setdefault(origin.source, origin)
        ordered = sorted(found.values(), key=lambda origin: (origin.published or "", origin.label))
        return tuple(dict.fromkeys(origin.label for origin in ordered))[-_SOURCES:]


def sources(told: Iterable[Told]) -> tuple[str, ...]:
    """The outlets and days of some claims, wire copies named once."""
    found: dict[int, str] = {}
    for one in told:
        found.setdefault(one.origin.source, one.origin.label)
    return tuple(dict.fromkeys(found.values()))


def changes_section(events: list[Event], day: int, view: View) -> Section:
    """What happened up to a day, the events with most sources, the latest first."""
    past = [event for event in events if event.day <= day and event.type not in PEOPLE]
    ranked = sorted(past, key=lambda event: (-event.sources, -event.day, event.key))[: 2 * LINES]
    lines = [_event(event, view) for event in sorted(ranked, key=lambda event: (-event.day, event.key))]
    return Section("What changed", tuple(lines), "nothing was reported for these days")


def _event(event: Event, view: View) -> BriefLine:
    first = max(event.claims, key=lambda one: (bool(one.claim.by), bool(one.claim.to)))
    tolls = "; ".join(f"{toll.what} {shown(toll.low, toll.high)} (reported)" for toll in event.tolls)
    voices = ", ".join(sorted({voice_of(one) for one in event.claims}))
    text = f"{_day(event)}  {event.type}, {_told_as(event)}: {view.whom(first)}, {view.event(event)}"
    return BriefLine(
        f"{text}{'; ' + tolls if tolls else ''}; according to {voices}", sources(event.claims), iso(event.day)
    )


def _told_as(event: Event) -> str:
    told = {FACTUALITY[one.claim.factuality] for one in event.claims}
    if len(told) == 1:
        return told.pop()
    return "reported, and denied" if FACTUALITY["denied"] in told else "reported"


def _day(event: Event) -> str:
    return event.earliest or f"told {event.claims[0].origin.published or 'on an unknown day'}"


def control_section(held: Holders, view: View) -> Section:
    """Who holds what."""
    lines = [_holder(one, view) for one in held.places if one.segment][: 2 * LINES]
    return Section("Who holds what (reported)", tuple(lines), "no report tells who holds what")


def _holder(held: PlaceHeld, view: View) -> BriefLine:
    assert held.segment is not None
    voices = view.names(voice for one in held.segment.holdings for voice in one.voices)
    contested = ", contested" if held.segment.contested else ""
    text = f"{named(held.place, view.regions)}: {holder(held.segment, view.labels)}{contested}"
    text += f", since {since(held) or 'long before'}{_age(held.age)}{'; according to ' + voices if voices else ''}"
    return BriefLine(text, view.reports(held.claims), iso(held.segment.start))


def _age(days: int | None) -> str:
    return f", last supported {days} day{'' if days == 1 else 's'} before" if days else ""


def standing_section(found: States, view: View) -> Section:
    """What else holds."""
    lines = []
    for one in found.states[:LINES]:
        who = f" ({view.names(one.parties)})" if one.parties else ""
        until = f", until {iso(one.ended)}" if one.ended else ""
        figures = "; ".join(people(one))
        denied = f"; denied by {view.names(one.denied_by)}" if one.denied_by else ""
        place = named(one.place, view.regions)
        text = f"{one.kind}{', ' + place if place else ''}{who}, since {iso(one.since)}{until}{_age(one.age)}"
        text += f"{'; ' + figures if figures else ''}; according to {view.names(one.voices)}{denied}"
        lines.append(BriefLine(text, sources(one.claims)[-_SOURCES:], iso(one.since)))
    return Section("Sieges, truces, alliances, populations (reported)", tuple(lines), "none is reported to hold")


def deadlines_section(found: list[Deadline], view: View) -> Section:
    """Deadlines and what became of them."""
    lines = []
    for one in found[:LINES]:
        first = one.told[0]
        steps = "; ".join(f"{iso(step.day)} {step.what}" for step in one.fate.steps)
        until = one.day or "no told day"
        text = f"{first.claim.type} to {until}, {one.fate.state}: {view.whom(first)}, {view.claim(first)}"
        lines.append(BriefLine(f"{text}{' (' + steps + ')' if steps else ''}", sources(one.told), one.day))
    return Section("Deadlines", tuple(lines), "no deadline is open or ran out lately")


def deals_section(found: list[Agreement], view: View) -> Section:
    """Deals and what became of them."""
    lines = []
    for deal in found[:LINES]:
        first = deal.told[-1]
        kept = sum(term.done is not None for term in deal.terms)
        terms = f"; {kept} of {len(deal.terms)} terms reported as done" if deal.terms else ""
        whom = names(first.claim.by, view.regions) or "parties not told"
        steps = "; ".join(f"{iso(step.day)} {step.what}" for step in deal.fate.steps)
        text = f"{first.claim.type}, {deal.fate.state}: {whom}, {view.claim(first)}{terms}"
        text += f" ({steps})" if steps else ""
        lines.append(BriefLine(text, sources(deal.told), first.origin.published))
    return Section("Deals and truces", tuple(lines), "no deal was told of")


def tolls_section(events: list[Event], view: View) -> Section:
    """Figures of people by speaker."""
    lines = []
    for event in events:
        for toll in event.tolls:
            if toll.what in ("killed", "injured", "missing"):
                said = "; ".join(f"{one.speaker}: {shown(one.last.low, one.last.high)}" for one in toll.speakers)
                text = f"{event.type}, {view.event(event)}, {_day(event)}: {toll.what}, {said}"
                lines.append(BriefLine(text, sources(event.claims), iso(event.day)))
    return Section("Reported tolls by speaker", tuple(lines[:LINES]), "no toll was reported")


def people_section(events: list[Event], view: View) -> Section:
    """Who moved."""
    lines = [_event(event, view) for event in events if event.type in PEOPLE]
    return Section("Displacement, evacuation, return", tuple(lines[:LINES]), "nothing was reported")


def disagreements_section(events: list[Event], held: Holders, view: View) -> Section:
    """What the reports contradict each other in."""
    lines = [
        BriefLine(f"{event.type}, {view.event(event)}: {dispute(one)}", sources(event.claims), iso(event.day))
        for event in events
        for one in event.disputes
    ]
    for place in held.places:
        if place.segment and place.segment.contested:
            said = "; ".join(
                f"{label(one.holder, view.labels)}: {view.names(one.voices) or 'nobody now'}"
                + (f" (denied by {view.names(one.denied_by)})" if one.denied_by else "")
                for one in place.segment.holdings
            )
            text = f"who holds {named(place.place, view.regions)}: {said}"
            lines.append(BriefLine(text, view.reports(place.claims)))
    return Section("Disagreements", tuple(lines[: 2 * LINES]), "the reports do not contradict each other")


def corrected_section(connection: Connection, first: int, last: int, view: View) -> Section:
    """What sources took back between two days."""
    lines = []
    for one in corrections(connection, first, last, LINES, coarse=view.regions is not None):
        moves = f"; moves {', '.join(one.moves)}" if one.moves else ""
        lines.append(
            BriefLine(f"{'; '.join(one.changes[:4])}{moves}", (one.before.label, one.after.label), one.after.published)
        )
    return Section("Sources that corrected themselves", tuple(lines), "none did")
