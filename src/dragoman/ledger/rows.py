"""A reading as rows that are ready to be stored; made in the process that read, since it needs no ledger."""

import hashlib
import json
import re
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from dragoman.ledger.copies import Sketcher
from dragoman.ledger.days import OPEN, day, interval
from dragoman.ledger.packing import pack
from dragoman.ledger.tables import SLOTS
from dragoman.model import DESCRIBED, ActorItem, Claim, PlaceItem, Reading, ReadReport, Report

_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(slots=True)
class PreparedClaim:
    """One claim: its row, its packed body and what it mentions by key."""

    row: dict[str, Any]
    body: str
    parties: list[tuple[int, int, str]]
    places: list[tuple[int, str, str]]
    figures: list[dict[str, Any]]
    deadline: int | None
    limited: bool


@dataclass(slots=True)
class Prepared:
    """One reading: the report's row, its claims, and the actors and places that they mention by key."""

    row: dict[str, Any]
    source: str | None
    run: dict[str, str]
    claims: list[PreparedClaim] = field(default_factory=list)
    actors: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    places: dict[str, PlaceItem] = field(default_factory=dict)


def key_of(publisher: str | None, address: str, sha256: str) -> str:
    """The key of a report: one hash over publisher, url or id, and hash of the text."""
    return hashlib.sha256(f"{publisher or ''}\n{address}\n{sha256}".encode()).hexdigest()[:32]


def report_key(report: Report) -> str:
    """The key under which a report that has not been read yet will be stored."""
    return key_of(*report.key)


def address_of(publisher: str | None, address: str) -> str:
    """What the versions of a report share: one hash over publisher and url or id."""
    return hashlib.sha256(f"{publisher or ''}\n{address}".encode()).hexdigest()[:16]


def prepare(reading: Reading, sketcher: Sketcher) -> Prepared:
    """The rows of a reading; nothing of private people but the spans inside the body."""
    report = reading.report
    prepared = Prepared(_report_row(report, reading, sketcher), report.publisher, _run(reading))
    known = day(report.published)
    for claim in reading.claims:
        prepared.claims.append(claim_rows(claim, report.text, known, prepared))
    return prepared


def _report_row(report: ReadReport, reading: Reading, sketcher: Sketcher) -> dict[str, Any]:
    address = report.url or report.id
    return {
        "key": key_of(report.publisher, address, report.sha256),
        "address": address_of(report.publisher, address),
        "name": report.id,
        "title": report.title,
        "url": report.url,
        "language": report.language,
        "published": day(report.published),
        "published_from": report.published_from,
        "sha256": report.sha256,
        "text": report.text,
        "loaded": _listed([term.model_dump() for term in report.loaded]),
        "warnings": _listed(reading.warnings),
        "signature": sketcher.sketch(report.text),
        "until": None,
        "copies": None,
        "forgotten": None,
    }


def _listed(values: list[Any]) -> str | None:
    return json.dumps(values, ensure_ascii=False) if values else None


def _run(reading: Reading) -> dict[str, str]:
    run = {
        "dragoman": reading.dragoman,
        "model": reading.model,
        "codebook": reading.codebook,
        "register": reading.register_,
        "gazetteer": reading.gazetteer,
    }
    return {"stamp": hashlib.sha256("\n".join(run.values()).encode()).hexdigest()[:16], **run}


def claim_rows(claim: Claim, text: str, known: int | None, prepared: Prepared) -> PreparedClaim:
    """The rows of one claim; the actors and places that it mentions are added to `prepared`."""
    earliest, latest = interval(claim.time)
    row = {
        "mark": claim.id,
        "type": claim.type,
        "factuality": claim.factuality,
        "phase": claim.phase,
        "earliest": earliest,
        "latest": latest,
        "day": sort_day(earliest, latest, known),
        "known": known,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "verdict": None,
        "words": wording(text[claim.sentence.start : claim.sentence.end]),
    }
    days = [day(item.latest) for item in claim.deadline]
    deadline = max((number for number in days if number is not None), default=None)
    parties, places = _parties(claim, prepared), _places(claim, prepared)
    return PreparedClaim(row, pack(claim), parties, places, _figures(claim), deadline, bool(claim.deadline))


def wording(sentence: str) -> int:
    """The words of a sentence as 63 bits, one a word; sentences worded alike share most of them."""
    bits = 0
    for word in _WORD.findall(sentence.lower()):
        bits |= _bit(word)
    return bits


@lru_cache(maxsize=50_000)
def _bit(word: str) -> int:
    return 1 << (zlib.crc32(word.encode()) % 63)


def sort_day(earliest: int | None, latest: int | None, known: int | None) -> int:
    """The day under which a claim stands in lists: its last day, else its first, else that of publication, else 0."""
    if latest is not None and latest < OPEN:
        return latest
    return earliest or known or 0


def _parties(claim: Claim, prepared: Prepared) -> list[tuple[int, int, str]]:
    parties = []
    for name, slot in SLOTS.items():
        for position, item in enumerate(getattr(claim, name)):
            if not item.private:
                key = actor_key(item)
                prepared.actors[key] = (item.name or item.text, item.kind)
                parties.append((slot, position, key))
    return parties


def actor_key(item: ActorItem) -> str:
    """The register's id, or "~" and the words of an actor that the register does not have."""
    return item.actor or "~" + _plain(item.text)


def _plain(text: str) -> str:
    words = text.lower().split()
    kept = words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words
    return " ".join(kept)[:80]


def _places(claim: Claim, prepared: Prepared) -> list[tuple[int, str, str]]:
    """Position, key and role of each place but those only described: "the airport" is another one in every report."""
    places: list[tuple[int, str, str]] = []
    for position, item in enumerate(claim.place):
        if item.reason == DESCRIBED:
            continue
        key = item.place or "~" + _plain(item.text)
        prepared.places.setdefault(key, item)
        places.append((position, key, item.role))
    return places


def _figures(claim: Claim) -> list[dict[str, Any]]:
    return [
        {
            "position": position,
            "what": item.what,
            "value": item.value,
            "low": item.low,
            "high": item.high,
            "cumulative": int(item.cumulative),
        }
        for position, item in enumerate(claim.figures)
    ]
