"""The codebook's examples, read: a sentence must give the claims expected of it, a near miss none of its type."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.codebook import ClaimType, Codebook, Expected
from dragoman.model import Claim, Reading, Report
from dragoman.scoring.likeness import names_same

NEAR = 40
"""Characters that may lie between the expected evidence and the found one, as in the measure of claims."""

Read = Callable[[Report], Reading]


@dataclass(frozen=True, slots=True)
class Failure:
    """What an example lacks, or what a near miss gives; `slot` is the part of the claim that is wrong."""

    type: str
    text: str
    slot: str
    problem: str


def check(codebook: Codebook, read: Read) -> Iterator[Failure]:
    """What fails of the examples and near misses of all types of `codebook` when `read` reads them."""
    for kind in codebook.types.values():
        yield from check_type(kind, read)


def check_type(kind: ClaimType, read: Read) -> Iterator[Failure]:
    """What fails of the examples and near misses of one type."""
    for number, example in enumerate(kind.examples, 1):
        claims = read(_report(f"{kind.name}-{number}", example.text, example.published)).claims
        for expected in example.claims:
            yield from _compare(expected, kind.name, example.text, claims)
    for number, miss in enumerate(kind.near_misses, 1):
        for claim in read(_report(f"{kind.name}-miss-{number}", miss.text, None)).claims:
            if claim.type == kind.name:
                yield Failure(kind.name, miss.text, "type", f"{claim.evidence.text!r} fires ({miss.why})")


def _report(name: str, text: str, published: str | None) -> Report:
    return Report(id=name, text=text, published=published, language="en")


def _compare(expected: Expected, name: str, text: str, claims: list[Claim]) -> Iterator[Failure]:
    wanted = expected.type or name
    start = text.index(expected.evidence)
    found = [claim for claim in claims if claim.type == wanted and _near(claim, start, start + len(expected.evidence))]
    if not found:
        given = ", ".join(f"{claim.type} {claim.evidence.text!r}" for claim in claims) or "no claim"
        yield Failure(name, text, "claim", f"no {wanted} at {expected.evidence!r}, but {given}")
        return
    claim = min(found, key=lambda c: abs(c.evidence.start - start))
    for slot, problem in _differences(expected, claim):
        yield Failure(name, text, slot, problem)


def _near(claim: Claim, start: int, end: int) -> bool:
    return claim.evidence.start <= end + NEAR and start <= claim.evidence.end + NEAR


def _differences(expected: Expected, claim: Claim) -> Iterator[tuple[str, str]]:
    for slot in ("factuality", "phase", "means"):
        wanted, got = getattr(expected, slot), getattr(claim, slot)
        if wanted is not None and got != wanted:
            yield slot, f"{got}, not {wanted}"
    for slot in ("by", "to", "speaker", "time"):
        got = [item.text for item in getattr(claim, slot)]
        yield from ((slot, f"{got}, not {wanted!r}") for wanted in _lacking(getattr(expected, slot), got))
    places = [(place.text, place.role) for place in claim.place]
    for place in expected.place or ():
        if not any(names_same(place.text, text) and role == place.role for text, role in places):
            yield "place", f"{places}, not {place.text!r} ({place.role})"
    figures = [(figure.text, figure.what) for figure in claim.figures]
    for figure in expected.figures or ():
        if not any(names_same(figure.text, text) and what == figure.what for text, what in figures):
            yield "figures", f"{figures}, not {figure.text!r} ({figure.what})"


def _lacking(wanted: list[str] | None, got: list[str]) -> list[str]:
    return [text for text in wanted or () if not any(names_same(text, other) for other in got)]
