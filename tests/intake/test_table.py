"""Tables: one report a row."""

import io

import pytest

from dragoman.intake import Delivery, Failure, Note, Origin, Outcome
from dragoman.intake.table import read


def rows(text: str) -> list[Outcome]:
    return list(read(io.BytesIO(text.encode()), Origin("t.csv")))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_columns_are_told_by_the_header(mark: str) -> None:
    outcomes = rows(f'published{mark}text{mark}mood\r\n2018-04-18{mark}"one\nand two"{mark}dark\r\n')
    (outcome,) = outcomes
    assert isinstance(outcome, Delivery)
    assert (outcome.report.id, outcome.report.text, outcome.report.published) == (
        "t.csv:1",
        "one\nand two",
        "2018-04-18",
    )


def test_table_without_a_text_column_fails() -> None:
    assert rows("a,b\n1,2\n") == [Failure("t.csv", "no column `text`; the header names a, b")]


def test_a_line_break_in_a_column_name_breaks_no_message():
    assert rows('"a\nb",c\n1,2\n') == [Failure("t.csv", "no column `text`; the header names a b, c")]


def test_row_that_is_too_short_fails_alone() -> None:
    outcomes = rows("id,text\n1\n2,b\n")
    assert [type(outcome) for outcome in outcomes] == [Failure, Delivery]


def test_long_cells_are_read() -> None:
    (outcome,) = rows("text\n" + "word " * 100_000)
    assert isinstance(outcome, Delivery)
    assert len(outcome.report.text) == 500_000


def test_empty_table_is_said_to_be_empty() -> None:
    assert rows("\n") == [Note("t.csv", "empty: nothing to read")]


def test_table_with_a_header_alone_gives_nothing() -> None:
    assert rows("id,text\n") == []
