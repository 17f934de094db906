"""A row becomes a report: its values beat the flags, and nothing is changed in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake import Delivery, Failure, Origin, from_row, from_text

FLAGS = Origin("rows.jsonl", published="2018-04-01", publisher="The Flag")


def delivered(row: dict[str, object], origin: Origin = FLAGS) -> Delivery:
    outcome = from_row(row, origin, "rows.jsonl:7")
    assert isinstance(outcome, Delivery)
    return outcome


def test_row_values_beat_the_flags() -> None:
    report = delivered({"text": "x", "published": "2018-04-18", "publisher": "The Row"}).report
    assert (report.published, report.published_from, report.publisher) == ("2018-04-18", "row", "The Row")


@pytest.mark.parametrize("absent", [None, ""])
def test_flags_fill_what_the_row_does_not_tell(absent: str | None) -> None:
    report = delivered({"text": "x", "published": absent, "publisher": absent}).report
    assert (report.published, report.published_from, report.publisher) == ("2018-04-01", "flag", "The Flag")


def test_date_of_a_row_that_is_none_leaves_the_report_undated() -> None:
    made = delivered({"text": "x", "published": "2018-13-40"})
    assert (made.report.published, made.report.published_from) == (None, None)
    assert made.warnings == ("`published` is no ISO date ('2018-13-40'): the report counts as undated",)


def test_unknown_keys_are_ignored() -> None:
    assert delivered({"text": "x", "mood": ["dark"], "language": "xx"}).warnings == ()


def test_id_defaults_to_path_and_row() -> None:
    assert delivered({"text": "x"}).report.id == "rows.jsonl:7"


@pytest.mark.parametrize(("given_id", "kept"), [(" A 1 ", " A 1 "), (17, "17"), ("é‏ب", "é‏ب")])
def test_ids_are_kept_as_they_are(given_id: object, kept: str) -> None:
    assert delivered({"text": "x", "id": given_id}).report.id == kept


def test_only_text_is_read() -> None:
    made = delivered({"text": "one", "title": "two"})
    assert (made.report.text, made.report.title) == ("one", "two")


@pytest.mark.parametrize(
    ("row", "reason"), [({}, "no `text`"), ({"text": None}, "no `text`"), ({"text": 5}, "`text` is not a string")]
)
def test_row_without_text_fails(row: dict[str, object], reason: str) -> None:
    assert from_row(row, FLAGS, "rows.jsonl:7") == Failure("rows.jsonl:7", reason)


def test_field_that_is_no_text_is_left_out_with_a_warning() -> None:
    made = delivered({"text": "x", "title": ["a"]})
    assert made.report.title is None
    assert made.warnings == ("`title` is neither text nor a number and was left out",)


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    made = delivered({"text": "a\ud800b\udc00\ud83dc", "id": "\udfff"})
    assert made.report.text == "a\ufffdb\ufffd\ufffdc"
    assert made.report.id == "\ufffd"
    assert made.warnings == ("4 lone surrogate(s) replaced by U+FFFD",)


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_empty_text_is_delivered(text: str) -> None:
    made = from_text(text, Origin("-"))
    assert (made.report.text, made.report.language, made.warnings) == (text, None, ())


@given(st.text(st.characters(exclude_categories=())))
def test_text_keeps_its_length_and_can_be_encoded(text: str) -> None:
    made = from_text(text, Origin("-")).report
    assert len(made.text) == len(text)
    made.text.encode("utf-8")
    assert [a for a, b in zip(made.text, text, strict=True) if a != b and not "\ud800" <= b <= "\udfff"] == []
