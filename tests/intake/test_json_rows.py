"""JSON: one report an object; a broken line is named and costs no other."""

import io
import json

import pytest

from dragoman.intake import Delivery, Failure, Note, Origin, Outcome
from dragoman.intake.json_rows import read_document, read_lines

ORIGIN = Origin("reports.jsonl")


def lines(data: bytes) -> list[Outcome]:
    return list(read_lines(io.BytesIO(data), ORIGIN))


def document(data: bytes) -> list[Outcome]:
    return list(read_document(io.BytesIO(data), Origin("reports.json")))


def texts(outcomes: list[Outcome]) -> list[str]:
    return [outcome.report.text for outcome in outcomes if isinstance(outcome, Delivery)]


def test_each_line_is_a_report_named_by_its_number() -> None:
    outcomes = lines(b'{"text": "a"}\n\n{"text": "b", "id": "x"}')
    assert [outcome.report.id for outcome in outcomes if isinstance(outcome, Delivery)] == ["reports.jsonl:1", "x"]


def test_broken_line_is_named_and_the_others_are_read() -> None:
    outcomes = lines(b'{"text": "a"}\n{"text": "b"\n{"text": "c"}\n')
    assert texts(outcomes) == ["a", "c"]
    assert outcomes[1] == Failure("reports.jsonl:2", "broken JSON at column 13: Expecting ',' delimiter")


@pytest.mark.parametrize("line", [b"[1]", b"3", b'"x"', b"null", b"true", b"NaN"])
def test_line_that_is_no_object_fails(line: bytes) -> None:
    (outcome,) = lines(line)
    assert isinstance(outcome, Failure)
    assert outcome.reason.startswith("not a JSON object with `text` but ")


def test_deep_nesting_and_endless_numbers_fail_in_one_line() -> None:
    for line in (b"[" * 200_000, b'{"text": "a", "n": ' + b"1" * 10_000 + b"}"):
        (outcome,) = lines(line)
        assert isinstance(outcome, Failure)
        assert outcome.reason.startswith("broken JSON: ")


def test_surrogate_escapes_are_joined_where_they_are_pairs_and_replaced_where_alone() -> None:
    (outcome,) = lines(rb'{"text": "\ud83d\ude42 \ud800"}')
    assert isinstance(outcome, Delivery)
    assert outcome.report.text == "🙂 \ufffd"
    assert outcome.warnings == ("1 lone surrogate(s) replaced by U+FFFD",)


def test_line_in_another_encoding_is_named() -> None:
    (outcome,) = lines('{"text": "The café was hit"}'.encode("cp1252"))
    assert isinstance(outcome, Delivery)
    assert outcome.report.text == "The café was hit"
    assert outcome.warnings == ("read as windows-1252, which was guessed from the bytes",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marked_files_are_read(encoding: str) -> None:
    assert texts(lines('{"text": "ä"}\n{"text": "b"}\n'.encode(encoding))) == ["ä", "b"]


def test_document_is_one_object_or_an_array() -> None:
    rows = [{"text": "a"}, {"text": "b", "id": 5}]
    assert texts(document(json.dumps(rows, indent=1).encode())) == ["a", "b"]
    assert texts(document(json.dumps(rows[0]).encode())) == ["a"]


def test_broken_document_is_one_failure() -> None:
    (outcome,) = document(b'[{"text": "a"},')
    assert isinstance(outcome, Failure)


@pytest.mark.parametrize("data", [b"", b" \n\n"])
def test_empty_files_are_said_to_be_empty(data: bytes) -> None:
    assert lines(data) == [Note("reports.jsonl", "empty: nothing to read")]
    assert document(data) == [Note("reports.json", "empty: nothing to read")]
