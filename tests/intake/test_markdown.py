"""Markdown: the head gives the fields, the marks are not read."""

import io

from dragoman.intake import Delivery, Origin
from dragoman.intake.markdown import read


def delivered(text: str) -> Delivery:
    (outcome,) = read(io.BytesIO(text.encode()), Origin("a.md", published="2018-01-01"))
    assert isinstance(outcome, Delivery)
    return outcome


def test_head_gives_the_fields_and_beats_the_flags() -> None:
    report = delivered('---\ntitle: "A town"\npublisher: P\npublished: 2018-04-19\nnote: x\n---\nThe text.\n').report
    assert (report.title, report.publisher, report.published, report.text) == ("A town", "P", "2018-04-19", "The text.")


def test_marks_links_and_raw_html_are_not_read() -> None:
    text = "# A *town*\n\nTroops **left**\nthe [camp](https://example.org).\n\n<div>no</div>\n\n- one\n- two\n"
    assert delivered(text).report.text == "A town\n\nTroops left the camp.\n\none\n\ntwo"


def test_line_that_opens_no_head_is_text() -> None:
    assert delivered("---\nno head here").report.text == "no head here"


def test_text_without_a_head_takes_the_flags() -> None:
    assert delivered("Words.").report.published == "2018-01-01"
