"""The JSON Schema is made from the records, is what the file holds, and accepts what is written."""

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dragoman.model import schema

FILE = Path(__file__).parents[2] / "docs" / "reading.schema.json"

SPAN = {"start": 0, "end": 5, "text": "Rebel"}
ACTOR = {**SPAN, "said": None, "actor": None, "name": None, "kind": None, "private": False, "reason": "not known"}
PLACE = {**SPAN, "said": None, "role": "at", "place": None, "name": None, "country": None}
PLACE |= {"lat": None, "lon": None, "radius_km": None, "score": None, "reason": "not in the gazetteer"}
CLAIM: dict[str, Any] = {
    "id": "1",
    "type": "battle",
    "evidence": SPAN,
    "sentence": {"start": 0, "end": 5},
    "by": [ACTOR],
    "place": [PLACE],
    "speaker": [{**ACTOR, "level": 0}],
    "factuality": "happened",
    "phase": None,
    "means": None,
    "commitment": None,
    "same_as": None,
    "codes": dict.fromkeys(("plover", "plover_mode", "acled", "cameo", "ucdp", "pax", "ceasefire")),
} | {name: [] for name in ("to", "time", "deadline", "figures", "terms", "loaded", "links")}
REPORT = dict.fromkeys(("title", "publisher", "published", "published_from", "url", "language"))
READING = {
    "schema": 1,
    **dict.fromkeys(("dragoman", "model", "codebook", "register", "gazetteer"), "1"),
    "report": {**REPORT, "id": "1", "sha256": "0", "text": "Rebels", "loaded": []},
    "claims": [CLAIM],
    "warnings": [],
}


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema.schema())


def test_file_is_what_the_records_give() -> None:
    assert FILE.read_text(encoding="utf-8") == schema.text(), "run: make schema"


def test_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(FILE.read_text(encoding="utf-8")))


def test_full_reading_is_accepted(validator: jsonschema.Draft202012Validator) -> None:
    assert validator.is_valid(READING)


@pytest.mark.parametrize("key", list(READING))
def test_every_part_of_a_reading_is_required(key: str, validator: jsonschema.Draft202012Validator) -> None:
    assert not validator.is_valid({name: value for name, value in READING.items() if name != key})


@pytest.mark.parametrize("key", list(CLAIM))
def test_every_part_of_a_claim_is_required(key: str, validator: jsonschema.Draft202012Validator) -> None:
    claim = {name: value for name, value in CLAIM.items() if name != key}
    assert not validator.is_valid({**READING, "claims": [claim]})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("factuality", "true"),
        ("phase", "middle"),
        ("commitment", "whispers"),
        ("evidence", None),
        ("by", [SPAN]),
        ("place", [{**PLACE, "role": "inside"}]),
        ("speaker", [{**ACTOR, "level": None}]),
        ("why", None),
        ("mood", "dark"),
    ],
)
def test_wrong_parts_are_refused(key: str, value: object, validator: jsonschema.Draft202012Validator) -> None:
    reading = copy.deepcopy(READING)
    reading["claims"] = [{**CLAIM, key: value}]
    assert not validator.is_valid(reading)


@pytest.mark.parametrize("layers", [{}, {"mentions": {"actors": [ACTOR], "chains": [[SPAN]]}, "attributions": []}])
def test_layers_may_be_there(layers: dict[str, Any], validator: jsonschema.Draft202012Validator) -> None:
    assert validator.is_valid(READING | layers)
