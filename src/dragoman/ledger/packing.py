"""Claims as the ledger keeps them: compact JSON without what can be put back (span texts, nulls, defaults)."""

import json
from typing import Any

from dragoman.model import Claim

_BLANKS: dict[str, dict[str, Any]] = {
    "by": {"actor": None, "name": None, "private": False},
    "to": {"actor": None, "name": None, "private": False},
    "speaker": {"actor": None, "name": None, "private": False},
    "place": {"place": None, "lat": None, "lon": None, "reason": None},
    "time": {"value": None, "role": "at", "earliest": None, "latest": None, "reason": None},
    "deadline": {"value": None, "role": "by", "earliest": None, "latest": None, "reason": None},
    "figures": {"value": None, "low": None, "high": None, "what": "other"},
    "terms": {},
}
_BLANK_CLAIM: dict[str, Any] = {
    "phase": None,
    "means": None,
    "loaded": [],
    "commitment": None,
    "links": [],
    "same_as": None,
    "codes": {},
    **{slot: [] for slot in _BLANKS},
}


def pack(claim: Claim) -> str:
    """The claim as compact JSON; its texts stay in the report alone."""
    record = claim.model_dump(exclude_none=True, exclude_defaults=True, exclude={"why"})
    return json.dumps(_bare(record), ensure_ascii=False, separators=(",", ":"))


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        spanned = "end" in value
        return {
            key: _bare(part) if isinstance(part, dict | list) else part
            for key, part in value.items()
            if not (spanned and key == "text") and part != []
        }
    if isinstance(value, list):
        return [_bare(part) if isinstance(part, dict) else part for part in value]
    return value


def unpack(body: str, text: str | None) -> Claim:
    """The claim again; span texts are cut from the report's `text` (blank where the report was forgotten)."""
    record = {**_BLANK_CLAIM, **json.loads(body)}
    for slot, blank in _BLANKS.items():
        record[slot] = [{**blank, **item} for item in record[slot]]
    return Claim.model_validate(_worded(record, text))


def _worded(value: Any, text: str | None) -> Any:
    if isinstance(value, list):
        return [_worded(part, text) for part in value]
    if not isinstance(value, dict):
        return value
    filled = {key: part if key == "sentence" else _worded(part, text) for key, part in value.items()}
    if "end" in filled:
        start, end = filled["start"], filled["end"]
        filled["text"] = " " * (end - start) if text is None else text[start:end]
    return filled
