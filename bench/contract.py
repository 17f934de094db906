"""The readings of the examples against a JSON Schema from outside, where the given folder holds one."""

import json
from collections.abc import Iterator
from pathlib import Path

import dragoman
from dragoman.api import make_reader, read_delivery
from dragoman.intake import Delivery

EXAMPLES = Path(__file__).parents[1] / "examples"
NAME = "reading.schema.json"


def report(folder: Path) -> Iterator[str]:
    """How many readings the schema accepts, and what it says of the others."""
    for path in sorted(folder.rglob(NAME)):
        yield from _against(json.loads(path.read_text(encoding="utf-8")))


def _against(schema: object) -> Iterator[str]:
    from jsonschema import Draft202012Validator

    validator, reader = Draft202012Validator(schema), make_reader()
    faults, count = [], 0
    for outcome in dragoman.receive([str(EXAMPLES)]):
        if isinstance(outcome, Delivery):
            for layers in (False, True):
                count += 1
                written = json.loads(read_delivery(reader, outcome, layers=layers).to_json())
                faults += [f"{outcome.report.id}: {fault.message[:200]}" for fault in validator.iter_errors(written)]
    yield f"{count} readings of the examples against {NAME}: {len(faults)} faults"
    yield from faults
