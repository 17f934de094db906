"""What the claims of one happening disagree on, with who says what side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.assembly.tolls import shown, tolls_of, voice_of
from dragoman.ledger.told import Told
from dragoman.model import ActorItem


@dataclass(frozen=True, slots=True)
class Dispute:
    """One matter (blame, happened, toll, when) and what each speaker says of it; nobody is said to be right."""

    matter: str
    says: tuple[tuple[str, str], ...]


def disputes(claims: Sequence[Told]) -> Iterator[Dispute]:
    """The disagreements among the claims of an event."""
    yield from _blame(claims)
    yield from _happened(claims)
    yield from _toll(claims)
    yield from _when(claims)


def _blame(claims: Sequence[Told]) -> Iterator[Dispute]:
    says: dict[str, str] = {}
    sets = []
    for told in claims:
        if told.claim.by and told.claim.factuality != "denied":
            sets.append({_key(item) for item in told.claim.by})
            says[voice_of(told)] = ", ".join(_name(item) for item in told.claim.by)
    if sets and not set.intersection(*sets) and len(says) > 1:
        yield Dispute("blame", tuple(sorted(says.items())))


def _happened(claims: Sequence[Told]) -> Iterator[Dispute]:
    told_as = {"happened": "reported as happened", "denied": "denied"}
    says = {voice_of(told): told_as[told.claim.factuality] for told in claims if told.claim.factuality in told_as}
    if len(set(says.values())) > 1:
        yield Dispute("happened", tuple(sorted(says.items())))


def _toll(claims: Sequence[Told]) -> Iterator[Dispute]:
    for toll in tolls_of(claims):
        says = {speaker.speaker: shown(speaker.last.low, speaker.last.high) for speaker in toll.speakers}
        known = {words for words in says.values() if words != "unknown"}
        if len(known) > 1:
            yield Dispute(f"{toll.what} (reported)", tuple(sorted(says.items())))


def _when(claims: Sequence[Told]) -> Iterator[Dispute]:
    says = {voice_of(told): told.claim.time[0].value or "" for told in claims if told.claim.time}
    exact = {told.earliest for told in claims if told.earliest is not None and told.earliest == told.latest}
    if len(exact) > 1:
        yield Dispute("when", tuple(sorted(says.items())))


def _key(item: ActorItem) -> str:
    return item.actor or item.text.lower()


def _name(item: ActorItem) -> str:
    return "a private person" if item.private else item.name or item.text
