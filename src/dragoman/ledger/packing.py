"""Claims as the ledger keeps them: compact JSON without what can be put back (span texts, nulls, defaults)."""

from typing import Any, TypeVar

from pydantic_core import from_json, to_json

from dragoman.model import ActorItem, Claim, Codes, Extent, FigureItem, Link, PlaceItem, Span, TermItem, TimeItem
from dragoman.model.span import Record

R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=Span)
_SLOTS: dict[str, type[Span]] = {
    "by": ActorItem,
    "to": ActorItem,
    "speaker": ActorItem,
    "place": PlaceItem,
    "time": TimeItem,
    "deadline": TimeItem,
    "figures": FigureItem,
    "terms": TermItem,
}
_ROLE, _AT = "role", "at"
"""Where a place stands and when something happened, unless told otherwise."""
_TOLD: dict[str, dict[str, Any]] = {
    "private": {"private": False},
    "role": {"role": _AT},
    "what": {"what": "other"},
}
"""What required fields hold that `pack` left out and that are not null."""


def _blank(kind: type[Record]) -> dict[str, Any]:
    """All fields of a record, in their order, as `pack` takes them for granted."""
    blank: dict[str, Any] = {}
    for name, field in kind.model_fields.items():
        blank[name] = None if field.is_required() else field.get_default()
        blank |= _TOLD.get(name, {}) if field.is_required() else {}
    return blank


_KINDS: tuple[type[Record], ...] = (Claim, Codes, Extent, Link, Span, *_SLOTS.values())
_BLANKS: dict[type[Record], dict[str, Any]] = {kind: _blank(kind) for kind in _KINDS}


def pack(claim: Claim) -> str:
    """The claim as compact JSON; its texts stay in the report alone."""
    record: dict[str, Any] = {
        "id": claim.id,
        "type": claim.type,
        "evidence": _bare(claim.evidence),
        "sentence": {"start": claim.sentence.start, "end": claim.sentence.end},
        "factuality": claim.factuality,
    }
    for slot in _SLOTS:
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
    return to_json(record).decode()


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
    record = from_json(body)
    for slot, kind in _SLOTS.items():
        items = record.get(slot)
        record[slot] = [_item(kind, item, text) for item in items] if items else []
    record["evidence"] = _item(Span, record["evidence"], text)
    record["sentence"] = _made(Extent, record["sentence"])
    record["links"] = [_made(Link, link) for link in record.get("links", ())]
    record["loaded"] = record.get("loaded", [])
    record["codes"] = _made(Codes, record.get("codes", {}))
    return _made(Claim, record)


def _item(kind: type[S], fields: dict[str, Any], text: str | None) -> S:
    start, end = fields["start"], fields["end"]
    fields["text"] = " " * (end - start) if text is None else text[start:end]
    if said := fields.get("said"):
        fields["said"] = _item(Span, said, text)
    if kind is TermItem:
        fields = {"by": [], "to": [], **fields}
    return _made(kind, fields)


def _made(kind: type[R], fields: dict[str, Any]) -> R:
    """A record with these fields as they are.

    What `model_construct` does, which takes ten times as long, since it looks every field up again.
    """
    made = kind.__new__(kind)
    put = object.__setattr__
    put(made, "__dict__", _BLANKS[kind] | fields)
    put(made, "__pydantic_fields_set__", set(fields))
    put(made, "__pydantic_extra__", None)
    put(made, "__pydantic_private__", None)
    return made
