"""One event in full: its claims by speaker with why each was linked, its figures over time, all it disagrees on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dragoman.assembly.because import Because, because
from dragoman.assembly.coarse import Coarse
from dragoman.assembly.evidence import TYPES
from dragoman.assembly.happenings import Event, described
from dragoman.assembly.holders import PlaceHeld, actor_labels, holders_of
from dragoman.assembly.lines import Line, claim_line, dispute, event_line
from dragoman.assembly.state_lines import label
from dragoman.assembly.tolls import shown, voice_of
from dragoman.ledger.filters import Filter, Parties, Query, settle
from dragoman.ledger.reviews import event_of
from dragoman.model import UsageError


@dataclass(frozen=True, slots=True)
class Detail:
    """An event, why each of its claims (by row) is in it, and who holds its place, null where that is no matter."""

    event: Event
    because: Mapping[int, Because]
    held: PlaceHeld | None
    labels: Mapping[str, str]


def detail(connection: Connection, key: str, query: Query, register: Parties | None = None) -> Detail:
    """An event by id, with the claims known by the day asked for; `UsageError` where the ledger has no such event."""
    number = event_of(connection, key)
    wanted = settle(connection, query, register)
    found = described(connection, [number], Filter(known_by=wanted.known_by), most=None)
    if not found:
        raise UsageError(f"no claim of event {key} was known by {query.known_by}")
    [event] = found
    held, labels = None, dict[str, str]()
    if event.place_id is not None and event.type in TYPES:
        day = replace(wanted, at=event.day)
        held = next(iter(holders_of(connection, [event.place_id], day, register).places), None)
        labels = actor_labels(connection, [held]) if held else {}
    return Detail(event, because(connection, number), held, labels)


def detail_record(found: Detail, coarse: Coarse | None = None) -> Line:
    """An event in full as one record: what it is, its claims by speaker, its figures, its disagreements."""
    event = found.event
    line = event_line(event, coarse)
    return {
        **{name: line[name] for name in ("event", "reported", "where", "when", "sources", "reported_toll")},
        "reported_figures": [
            {
                "what": f"reported {toll.what}",
                "range": shown(toll.low, toll.high),
                "by_speaker": {
                    one.speaker: [f"{count.published}: {shown(count.low, count.high)}" for count in one.counts]
                    for one in toll.speakers
                },
            }
            for toll in event.tolls
        ],
        "disagreement": [dispute(one) for one in event.disputes] + _holding(found),
        "claims": detail_lines(found, coarse),
    }


def detail_lines(found: Detail, coarse: Coarse | None = None) -> list[Line]:
    """The claims of an event, a line each, by speaker and then by day of publication."""
    told = sorted(found.event.claims, key=lambda one: (voice_of(one), one.origin.published or "", one.number))
    lines = []
    for one in told:
        line = claim_line(one, coarse)
        why = found.because.get(one.number)
        order = ("according_to", "id", "reported", "who", "to", "where", "when", "reported_figures", "source", "review")
        lines.append(
            {**{name: line[name] for name in order}, "why": why.words if why else None, "words": line["words"]}
        )
    return lines


def _holding(found: Detail) -> list[str]:
    if found.held is None or found.held.segment is None or not found.held.segment.contested:
        return []
    said = []
    for one in found.held.segment.holdings:
        denied = ", ".join(label(voice, found.labels) for voice in one.denied_by)
        voices = ", ".join(label(voice, found.labels) for voice in one.voices)
        said.append(f"{label(one.holder, found.labels)}: {voices}" + (f", denied by {denied}" if denied else ""))
    return [f"who holds it on that day: {'; '.join(said)}"]
