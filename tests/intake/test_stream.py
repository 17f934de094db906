"""The format of standard input is told from its first characters."""

import io
import json

from dragoman.intake import Delivery, Origin, Outcome
from dragoman.intake.stream import read

TEXT = "The army entered the town."


def taken(text: str) -> list[Outcome]:
    return list(read(io.BytesIO(text.encode()), Origin("-")))


def texts(text: str) -> list[str]:
    return [outcome.report.text for outcome in taken(text) if isinstance(outcome, Delivery)]


def test_plain_text_is_one_report() -> None:
    (outcome,) = taken(TEXT)
    assert isinstance(outcome, Delivery)
    assert (outcome.report.id, outcome.report.text) == ("-", TEXT)


def test_lines_of_json_are_rows() -> None:
    assert texts('{"text": "a"}\n{"text": "b"}') == ["a", "b"]


def test_broken_first_line_leaves_the_others() -> None:
    assert texts('{"text": "a"\n{"text": "b"}') == ["b"]


def test_array_and_pretty_object_are_documents() -> None:
    assert texts(json.dumps([{"text": "a"}], indent=2)) == ["a"]
    assert texts(json.dumps({"text": "a"}, indent=2)) == ["a"]


def test_page_is_read_as_one() -> None:
    assert texts(f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>") == [TEXT]


def test_text_that_opens_with_a_bracket_is_text() -> None:
    assert texts("[Reuters] {no} text") == ["[Reuters] {no} text"]
