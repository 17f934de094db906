"""Claims, events and tolls as lines: one mapping a line, the same for tables, CSV, JSON and pages.

"Reported" stays in every label.
"""

from collections.abc import Iterable
from typing import Any

from dragoman.assembly.coarse import WITHHELD, Coarse
from dragoman.assembly.disputes import Dispute
from dragoman.assembly.happenings import Event
from dragoman.assembly.tolls import Toll, shown, voice_of
from dragoman.ledger.search import Hit
from dragoman.ledger.told import Told
from dragoman.model import DESCRIBED, ActorItem, PlaceItem

Line = dict[str, Any]
FACTUALITY = {
    "happened": "reported",
    "denied": "reported as denied",
    "planned": "reported as planned",
    "threatened": "reported as threatened",
    "demanded": "reported as demanded",
    "possible": "reported as possible",
    "attempted": "reported as attempted",
}
PRIVATE = "a private person"
UNNAMED = "an actor not in the register"


def names(items: Iterable[ActorItem], coarse: Coarse | None = None) -> str:
    """Actors as lines name them; private people by their role alone.

    With coarse places also those that no register has and whose words may name one ("two sites near Homs").
    """
    return ", ".join(dict.fromkeys(_name(item, coarse) for item in items))


def _name(item: ActorItem, coarse: Coarse | None) -> str:
    if item.private:
        return PRIVATE
    words = item.name or item.text
    placed = coarse is not None and item.actor is None and any(word[:1].isupper() for word in words.split())
    return UNNAMED if placed else words


def where(told: Told, coarse: Coarse | None = None) -> str | None:
    """The places of a claim, reference points marked as such; the regions alone where they are to be coarse."""
    if coarse is not None:
        named = [item.place for item in told.claim.place if item.role != "near" and item.reason != DESCRIBED]
        regions = [coarse.of(place) or WITHHELD for place in named]
        return ", ".join(dict.fromkeys(regions)) or None
    return ", ".join(_place(item) for item in told.claim.place) or None


def _place(item: PlaceItem) -> str:
    """The name of a place; one that a claim is only near to says so, if its own words don't ("near Homs")."""
    name = item.name or item.text
    return f"near {name}" if item.role == "near" and not name.startswith("near ") else name


def when(told: Told) -> str | None:
    """The time of a claim as it was told."""
    return ", ".join(item.value or f"“{item.text}”" for item in told.claim.time) or None


def figures(told: Told) -> str | None:
    """The figures of a claim, each as reported."""
    parts = []
    for item in told.claim.figures:
        low = item.value if item.value is not None else item.low
        high = item.value if item.value is not None else item.high
        parts.append(f"{shown(low, high)} {item.what}" + (" in all" if item.cumulative else ""))
    return ", ".join(parts) or None


def claim_line(told: Told, coarse: Coarse | None = None) -> Line:
    """A claim: what is reported of whom, by whom; with coarse places its words are left out, which may tell more."""
    return {
        "id": told.claim.id,
        "reported": f"{told.claim.type}, {FACTUALITY[told.claim.factuality]}"
        + {"start": ", beginning", "end": ", ended"}.get(told.claim.phase or "", ""),
        "who": names(told.claim.by, coarse) or None,
        "to": names(told.claim.to, coarse) or None,
        "where": where(told, coarse),
        "when": when(told),
        "reported_figures": figures(told),
        "according_to": voice_of(told),
        "source": told.origin.label,
        "event": told.event,
        "review": told.verdict or "unreviewed",
        "words": sentence(told) if coarse is None else None,
    }


def sentence(told: Told) -> str | None:
    """The sentence, unless it may name a private person."""
    people = [*told.claim.by, *told.claim.to, *told.claim.speaker]
    named = any(item.private and not item.text[1:].islower() for item in people)
    return None if named else " ".join(told.sentence.split()) or None


def event_line(event: Event, coarse: Coarse | None = None) -> Line:
    """An event: what its claims report, its ranges, its disagreements."""
    days = event.earliest if event.earliest == event.latest else f"{event.earliest}/{event.latest}"
    return {
        "event": event.key,
        "reported": event.type,
        "where": event.place if coarse is None else coarse.of(event.place_id),
        "when": days,
        "claims": len(event.claims),
        "sources": event.sources,
        "reported_toll": "; ".join(_toll(toll) for toll in event.tolls) or None,
        "disagreement": [dispute(one) for one in event.disputes],
        "according_to": sorted({voice_of(told) for told in event.claims}),
        "reported_sources": [told.origin.label for told in event.claims],
    }


def dispute(one: Dispute) -> str:
    """What speakers say differently, side by side."""
    return f"{one.matter}: " + ", ".join(f"{who}: {what}" for who, what in one.says)


def _toll(toll: Toll) -> str:
    return f"{toll.what} {shown(toll.low, toll.high)}"


def toll_lines(event: Event, coarse: Coarse | None = None) -> list[Line]:
    """The reported figures of an event, a line a speaker."""
    return [
        {
            "event": event.key,
            "reported": event.type,
            "where": event.place if coarse is None else coarse.of(event.place_id),
            "when": event.earliest,
            "what": f"reported {toll.what}",
            "according_to": speaker.speaker,
            "range": shown(speaker.last.low, speaker.last.high),
            "over_time": [f"{count.published}: {shown(count.low, count.high)}" for count in speaker.counts],
            "all_speakers": shown(toll.low, toll.high),
            "running_total": any(count.cumulative for count in speaker.counts),
            "source": speaker.last.told.origin.label,
        }
        for toll in event.tolls
        for speaker in toll.speakers
    ]


def hit_line(hit: Hit, *, coarse: bool = False) -> Line:
    """A report that holds the words; with coarse places its own words are left out."""
    return {
        "report": hit.origin.label,
        "title": None if coarse else hit.origin.title,
        "passage": None if coarse else hit.passage,
        "reported": [f"{told.claim.type} ({told.claim.id})" for told in hit.claims],
    }
