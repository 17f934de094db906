"""Claims as the ledger keeps them: compact JSON without what can be put back (span texts, nulls, defaults)."""

import json
from typing import Any

from dragoman.model import ActorItem, Claim, Codes, Extent, FigureItem, Link, PlaceItem, Span, TermItem, TimeItem

_BLANKS: dict[str, tuple[type[Span], dict[str, Any]]] = {
    "by": (ActorItem, {"actor": None, "name": None, "private": False}),
    "to": (ActorItem, {"actor": None, "name": None, "private": False}),
    "speaker": (ActorItem, {"actor": None, "name": None, "private": False}),
    "place": (PlaceItem, {"place": None, "lat": None, "lon": None, "reason": None}),
    "time": (TimeItem, {"value": None, "role": "at", "earliest": None, "latest": None, "reason": None}),
    "deadline": (TimeItem, {"value": None, "role": "at", "earliest": None, "latest": None, "reason": None}),
    "figures": (FigureItem, {"value": None, "low": None, "high": None, "what": "other"}),
    "terms": (TermItem, {}),
}
_ROLE, _AT = "role", "at"
"""Where a place stands and when something happened, unless told otherwise."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_BLANK_CLAIM: dict[str, Any] = {"phase": None, "means": None, "commitment": None, "same_as": None}


def pack(claim: Claim) -> str:
    """The claim as compact JSON; its texts stay in the report alone."""
    record: dict[str, Any] = {
        "id": claim.id,
        "type": claim.type,
        "evidence": _bare(claim.evidence),
        "sentence": {"start": claim.sentence.start, "end": claim.sentence.end},
        "factuality": claim.factuality,
    }
    for slot in _BLANKS:
        if items := getattr(claim, slot):
            record[slot] = [_bare(item) for item in items]
    for name in ("phase", "means", "commitment", "same_as"):
        if (value := getattr(claim, name)) is not None:
            record[name] = value
    if claim.loaded:
        record["loaded"] = claim.loaded
    if claim.links:
        record["links"] = [{"rel": link.rel, "claim": link.claim} for link in claim.links]
    if codes := {name: code for name, code in claim.codes.__dict__.items() if code is not None}:
        record["codes"] = codes
    return _ENCODER.encode(record)


def _bare(span: Span) -> dict[str, Any]:
    """A span's fields without its text and without what `unpack` puts back."""
    record: dict[str, Any] = {}
    for name, value in span.__dict__.items():
        if value is None or value is False or name == "text" or value == []:
            continue
        if name == "said":
            record[name] = _bare(value)
        elif name != _ROLE or value != _AT:
            record[name] = value
    return record


def unpack(body: str, text: str | None) -> Claim:
    """The claim again; span texts are cut from the report's `text` (blank where the report was forgotten).

    The records are made without being checked again: only what `pack` made of checked ones is ever unpacked, and a
    screen of events holds thousands of spans.
    """
    record = {**_BLANK_CLAIM, **json.loads(body)}
    for slot, (kind, blank) in _BLANKS.items():
        record[slot] = [_item(kind, {**blank, **item}, text) for item in record.get(slot, ())]
    record["evidence"] = _item(Span, record["evidence"], text)
    record["sentence"] = Extent.model_construct(**record["sentence"])
    record["links"] = [Link.model_construct(**link) for link in record.get("links", ())]
    record["loaded"] = record.get("loaded", [])
    record["codes"] = Codes.model_construct(**record.get("codes", {}))
    return Claim.model_construct(**record)


def _item(kind: type[Span], fields: dict[str, Any], text: str | None) -> Span:
    start, end = fields["start"], fields["end"]
    fields["text"] = " " * (end - start) if text is None else text[start:end]
    if said := fields.get("said"):
        fields["said"] = _item(Span, said, text)
    return kind.model_construct(**fields)
