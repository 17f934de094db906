"""States, deadlines and deals as lines: one mapping a line. "Reported" stays in every label."""

from collections.abc import Iterable, Mapping

from dragoman.assembly.agreements import Agreement
from dragoman.assembly.coarse import Coarse
from dragoman.assembly.control import Segment
from dragoman.assembly.deadlines import Deadline
from dragoman.assembly.features import Spot
from dragoman.assembly.holders import PlaceHeld
from dragoman.assembly.lines import Line, names, sentence, where
from dragoman.assembly.states import State
from dragoman.assembly.terms import Step, TermFate
from dragoman.assembly.tolls import shown, voice_of
from dragoman.ledger.days import iso

UNKNOWN = "unknown"


def control_line(
    held: PlaceHeld,
    labels: Mapping[str, str],
    day: int,
    ids: Mapping[int, list[str]] | None = None,
    marks: Mapping[int, str] | None = None,
    coarse: Coarse | None = None,
) -> Line:
    """A place and who is reported to hold it; `marks` are the ids of claims by row."""
    segment = held.segment
    numbers = sorted({number for one in segment.holdings for number in one.claims}) if segment else []
    return {
        "place": named(held.place, coarse),
        "day": iso(day),
        "reported_holder": holder(segment, labels),
        "contested": bool(segment and segment.contested),
        "since": since(held),
        "last_support_days_ago": held.age,
        "according_to": sorted({label(v, labels) for one in segment.holdings for v in one.voices}) if segment else [],
        "denied_by": sorted({label(v, labels) for one in segment.holdings for v in one.denied_by}) if segment else [],
        "claims": [(marks or {}).get(number, str(number)) for number in numbers],
        "states": (ids or {}).get(held.place.id, []),
    }


def named(place: Spot | None, coarse: Coarse | None) -> str | None:
    """A place's name, that of its region where it is to be coarse."""
    if place is None:
        return None
    return place.name if coarse is None else coarse.of(place.id)


def state_line(state: State, labels: Mapping[str, str], coarse: Coarse | None = None) -> Line:
    """A siege, truce, alliance or population as reported."""
    return {
        "reported_state": state.kind,
        "where": named(state.place, coarse),
        "who": ", ".join(label(key, labels) for key in state.parties) or None,
        "since": iso(state.since),
        "until": iso(state.ended),
        "last_support": iso(state.supported),
        "last_support_days_ago": state.age,
        "contested": bool(state.denied_by),
        "reported_figures": people(state),
        "according_to": [label(voice, labels) for voice in state.voices],
        "denied_by": [label(voice, labels) for voice in state.denied_by],
        "sources": sorted({told.origin.label for told in state.claims}),
        "claims": [told.claim.id for told in state.claims],
        "state": state.key,
    }


def people(state: State) -> list[str]:
    """The figures of people told of a state, by speaker."""
    return [
        f"{speaker.speaker}: {shown(speaker.last.low, speaker.last.high)} {toll.what}"
        for toll in state.tolls
        for speaker in toll.speakers
    ]


def since(held: PlaceHeld) -> str | None:
    """The day from which the answer holds; null where the claims looked at do not go back so far."""
    if held.segment is None or not held.segment.holdings:
        return None
    return None if held.cut and held.segment == held.timeline[0] else iso(held.segment.start)


def holder(segment: Segment | None, labels: Mapping[str, str]) -> str:
    """Who holds a place, side by side."""
    if segment is None:
        return UNKNOWN
    return " / ".join(label(one.holder, labels) for one in segment.holdings) or "nobody, the last holder left"


def label(key: str, labels: Mapping[str, str]) -> str:
    """An actor's or outlet's name for its key."""
    return labels.get(key) or key.removeprefix("outlet:").removeprefix("~")


def deadline_line(deadline: Deadline, coarse: Coarse | None = None) -> Line:
    """An ultimatum or deadline and what is reported to have become of it."""
    first = deadline.told[0]
    return {
        "deadline": deadline.day,
        "reported_state": deadline.fate.state,
        "what": first.claim.type,
        "who": names(first.claim.by, coarse) or None,
        "to": names(first.claim.to, coarse) or None,
        "where": where(first, coarse),
        "terms": _terms(deadline.terms, coarse),
        "or_else": _terms(deadline.threats, coarse),
        "steps": _steps(deadline.fate.steps),
        "according_to": sorted({voice_of(told) for told in deadline.told}),
        "source": first.origin.label,
        "claims": [told.claim.id for told in deadline.told],
        "words": sentence(first) if coarse is None else None,
    }


def agreement_line(deal: Agreement, coarse: Coarse | None = None) -> Line:
    """A deal, its terms one by one, and what is reported to have become of it."""
    first = deal.told[-1]
    return {
        "reported_state": deal.fate.state,
        "what": first.claim.type,
        "who": names(first.claim.by, coarse) or None,
        "where": where(first, coarse),
        "told": first.origin.published,
        "terms": _terms(deal.terms, coarse),
        "steps": _steps(deal.fate.steps),
        "according_to": sorted({voice_of(told) for told in deal.told}),
        "source": first.origin.label,
        "claims": [told.claim.id for told in deal.told],
    }


def _terms(terms: Iterable[TermFate], coarse: Coarse | None) -> list[str]:
    """Each term with its state and the claims that this rests on; with coarse places by its type alone."""
    return [
        f"{term.words if coarse is None else term.type or 'a term'}: {term.state}"
        + (f" ({', '.join(_steps(term.steps))})" if term.steps else "")
        for term in terms
    ]


def _steps(steps: Iterable[Step]) -> list[str]:
    return [f"{iso(step.day)} {step.what} (claim {step.mark})" for step in steps]
