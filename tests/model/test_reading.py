"""Readings hold their spans to the text and write what the contract says."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dragoman.model import (
    ActorItem,
    Attribution,
    Claim,
    Codes,
    Extent,
    Mentions,
    PlaceItem,
    Reading,
    ReadReport,
    Report,
    Span,
    TimeItem,
)
from dragoman.model.schema import schema

TEXT = "Rebels left Douma on Tuesday, the army said."


def actor(start: int, end: int, **fields: Any) -> ActorItem:
    return ActorItem.cut(TEXT, start, end, actor=None, name=None, private=False, **fields)


def claim(**fields: Any) -> Claim:
    told: dict[str, Any] = {
        "id": "1",
        "type": "withdrawal",
        "evidence": Span.cut(TEXT, 7, 11),
        "sentence": Extent(start=0, end=len(TEXT)),
        "by": [actor(0, 6)],
        "place": [PlaceItem.cut(TEXT, 12, 17, role="from", place=None, lat=None, lon=None, reason="not looked up")],
        "time": [
            TimeItem.cut(TEXT, 18, 28, value=None, role="at", earliest=None, latest=None, reason="no publication date")
        ],
        "speaker": [actor(30, 38, level=0)],
        "factuality": "happened",
        "phase": None,
        "means": None,
        "commitment": "says",
        "same_as": None,
        "codes": Codes(),
    }
    told |= {name: [] for name in ("to", "deadline", "figures", "terms", "loaded", "links")}
    return Claim(**(told | fields))


def reading(*claims: Claim, text: str = TEXT, **layers: Any) -> Reading:
    report = Report(id="r", text=text)
    read = ReadReport(**report.model_dump(), sha256=report.sha256, loaded=[])
    stamps = dict.fromkeys(("dragoman", "model", "codebook", "register", "gazetteer"), "1")
    return Reading(**stamps, report=read, claims=list(claims), warnings=[], **layers)


def test_reading_is_written_as_the_schema_says() -> None:
    written = json.loads(reading(claim()).to_json())
    jsonschema.validate(written, schema())
    assert written["claims"][0]["speaker"][0]["level"] == 0


def test_reading_with_layers_is_written_as_the_schema_says() -> None:
    told = Attribution(source=Span.cut(TEXT, 30, 38), cue=[Span.cut(TEXT, 39, 43)], content=Span.cut(TEXT, 0, 28))
    layers = {"mentions": Mentions(actors=[actor(0, 6)]), "attributions": [told]}
    written = json.loads(reading(claim(why={"trigger": "left"}), **layers).to_json())
    jsonschema.validate(written, schema())
    assert written["claims"][0]["why"] == {"trigger": "left"}


def test_layers_and_reasons_are_written_only_where_they_are_asked_for() -> None:
    written = json.loads(reading(claim(why={"trigger": "left"})).to_json())
    assert {"mentions", "attributions"} & written.keys() == set()
    assert "why" not in written["claims"][0]


def test_level_is_written_for_speakers_alone() -> None:
    written = json.loads(reading(claim()).to_json())["claims"][0]
    assert "level" not in written["by"][0]


def test_json_is_one_line_whatever_the_text_holds() -> None:
    assert "\n" not in reading(text="one\ntwo\r\u2029three").to_json()


def test_what_is_written_reads_back_as_it_was() -> None:
    made = reading(claim())
    assert Reading.model_validate_json(made.to_json()) == made


@pytest.mark.parametrize("slot", ["by", "to", "speaker"])
def test_claim_with_a_span_from_elsewhere_is_refused(slot: str) -> None:
    stray = ActorItem(start=0, end=4, text="Army", actor=None, name=None, private=False)
    with pytest.raises(ValidationError, match="span 0:4 does not hold 'Army'"):
        reading(claim(**{slot: [stray]}))


def test_evidence_from_elsewhere_is_refused() -> None:
    with pytest.raises(ValidationError, match="does not hold"):
        reading(claim(evidence=Span(start=7, end=11, text="fled")))


def test_chain_and_attribution_from_elsewhere_are_refused() -> None:
    stray = Span(start=0, end=4, text="Army")
    for layers in (
        {"mentions": Mentions(chains=[[stray]])},
        {"attributions": [Attribution(source=stray, cue=None, content=None)]},
    ):
        with pytest.raises(ValidationError, match="does not hold"):
            reading(**layers)


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError):
        claim(mood="dark")


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_any_span_cut_from_a_text_stands_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Span.cut(text, start, end)
    assert span.stands_in(text)
    assert span.text == text[start:end]


@given(st.integers(0, 9), st.integers(0, 9), st.text(max_size=9))
def test_span_holds_as_many_characters_as_its_offsets_say(start: int, end: int, text: str) -> None:
    if end - start == len(text):
        assert Span(start=start, end=end, text=text).text == text
    else:
        with pytest.raises(ValidationError):
            Span(start=start, end=end, text=text)
