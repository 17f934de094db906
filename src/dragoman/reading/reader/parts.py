"""Very long reports are read in parts, so that time and memory grow with their length and no faster.

Chains of mentions end at the border of a part. Parts are cut at a line break where there is one, else after a
sentence, else at a space.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from dragoman.model import Attribution, Claim, LoadedTerm, Mentions, Reading
from dragoman.reading import wording

LONGEST = 40_000
_CUTS = ("\n", ". ", " ")
T = TypeVar("T")


def cut(text: str, longest: int = LONGEST) -> Iterator[tuple[int, str]]:
    """Where each part starts, and its text; one part where the text is no longer than `longest` characters."""
    start = 0
    while len(text) - start > longest:
        end = _end(text, start + longest // 2, start + longest)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def join(text: str, starts: Sequence[int], readings: Sequence[Reading]) -> Reading:
    """The readings of the parts of a text as one of the whole."""
    first = readings[0]
    parts = list(zip(starts, readings, strict=True))
    note = f"a long report, read in {len(parts)} parts: mentions in different parts are not linked"
    told = [f"part from {start}: {warning}" for start, reading in parts for warning in reading.warnings]
    whole = {
        "text": text,
        "sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "loaded": _loaded(readings, text),
    }
    changed: dict[str, Any] = {
        "report": first.report.model_copy(update=whole),
        "claims": [claim for start, reading in parts for claim in _claims(reading, start)],
        "warnings": [note, *told],
    }
    if first.mentions is not None:
        changed["mentions"] = _mentions(parts)
        changed["attributions"] = [one for start, reading in parts for one in _attributions(reading, start)]
    return first.model_copy(update=changed)


def _end(text: str, least: int, most: int) -> int:
    for mark in _CUTS:
        found = text.rfind(mark, least, most)
        if found >= 0:
            return found + len(mark)
    return most


def _claims(reading: Reading, start: int) -> Iterator[Claim]:
    ids = {claim.id: _id(claim.id, start) for claim in reading.claims}
    for claim in reading.claims:
        links = [link.model_copy(update={"claim": ids[link.claim]}) for link in claim.links]
        same = ids[claim.same_as] if claim.same_as else None
        yield _moved(claim, start).model_copy(update={"id": ids[claim.id], "links": links, "same_as": same})


def _id(within: str, start: int) -> str:
    """Claim ids are hashes of place and text within the part; the start of the part makes them the report's."""
    return hashlib.sha256(f"{start}\x1f{within}".encode()).hexdigest()[: len(within)]


def _mentions(parts: Sequence[tuple[int, Reading]]) -> Mentions:
    moved = [_moved(reading.mentions, start) for start, reading in parts if reading.mentions is not None]
    return Mentions(**{name: [one for part in moved for one in getattr(part, name)] for name in Mentions.model_fields})


def _attributions(reading: Reading, start: int) -> list[Attribution]:
    return _moved(reading.attributions or [], start)


def _loaded(readings: Sequence[Reading], text: str) -> list[LoadedTerm]:
    told: dict[tuple[str, Any], list[LoadedTerm]] = {}
    for term in (term for reading in readings for term in reading.report.loaded):
        told.setdefault((term.term, term.voice), []).append(term)
    merged = [_merged(terms, wording.count_words(text)) for terms in told.values()]
    return sorted(merged, key=lambda term: (-term.count, term.term, term.voice))


def _merged(terms: Sequence[LoadedTerm], words: int) -> LoadedTerm:
    count = sum(term.count for term in terms)
    speakers = list(dict.fromkeys(speaker for term in terms for speaker in term.speakers))
    counted = {"count": count, "per_thousand": wording.rate(count, words), "speakers": speakers}
    return terms[0].model_copy(update=counted)


def _moved(part: T, by: int) -> T:
    """The same records with every span `by` characters further on."""
    if isinstance(part, list):
        return [_moved(one, by) for one in part]  # type: ignore[return-value]
    if not isinstance(part, BaseModel):
        return part
    changed = {name: _moved(getattr(part, name), by) for name in type(part).model_fields}
    changed |= {name: changed[name] + by for name in ("start", "end") if isinstance(changed.get(name), int)}
    return part.model_copy(update=changed)
