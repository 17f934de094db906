"""The JSON Schema of `dragoman read --json`, made from the records so that the two can't drift apart.

`python -m dragoman.model.schema FILE` writes it.
"""

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from dragoman.model.claim import Claim, Codes
from dragoman.model.items import ActorItem, FigureItem, PlaceItem, TermItem, TimeItem
from dragoman.model.reading import Attribution, Mentions, Reading

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "One report as read by dragoman, one line of `dragoman read --json`. Offsets count Unicode code points."

_CLOSED = (Reading, Claim, ActorItem, PlaceItem, TimeItem, FigureItem, TermItem)
_RECORDS = (*_CLOSED, Attribution, Codes, Mentions)


def schema() -> dict[str, Any]:
    """The schema: a reader of it may meet further keys in the records that it leaves open, and in no other."""
    made = Reading.model_json_schema(mode="serialization", by_alias=True)
    records = {**made["$defs"], "Reading": made}
    for part in records.values():
        _undecorate(part)
        part.pop("additionalProperties", None)
    for record in _RECORDS:
        _without_absent(record, records[record.__name__])
    for record in _CLOSED:
        records[record.__name__]["additionalProperties"] = False
    records["Codes"]["additionalProperties"] = {"type": ["string", "null"]}
    return {"$schema": DIALECT, "title": "Reading", "description": TITLE} | made


def text() -> str:
    """The schema as the file holds it."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def _undecorate(part: dict[str, Any]) -> None:
    """Drop titles, descriptions and defaults, which say nothing of what is valid."""
    for name in ("title", "description"):
        part.pop(name, None)
    for field in part.get("properties", {}).values():
        field.pop("title", None)
        field.pop("default", None)


def _without_absent(record: type[BaseModel], part: dict[str, Any]) -> None:
    """A field that is left out where it holds nothing is never null and not required."""
    for name, field in record.model_fields.items():
        if field.exclude_if is None:
            continue
        kinds = [kind for kind in part["properties"][name]["anyOf"] if kind != {"type": "null"}]
        part["properties"][name] = kinds[0]
        part["required"] = [required for required in part["required"] if required != name]


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(text(), encoding="utf-8")
