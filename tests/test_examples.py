"""The example reports say what they are, and come from four outlets."""

import re
from pathlib import Path

import pytest

import dragoman
from dragoman.intake import Delivery

EXAMPLES = Path(__file__).parents[1] / "examples"
DELIVERED = [outcome for outcome in dragoman.receive([str(EXAMPLES)]) if isinstance(outcome, Delivery)]


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_every_file_says_that_it_was_written_for_illustration(path: Path) -> None:
    assert "Written for illustration. The outlet is invented" in path.read_text(encoding="utf-8")


def test_at_least_eight_reports_by_four_outlets() -> None:
    assert len(DELIVERED) >= 8
    assert len({made.report.publisher for made in DELIVERED}) == 4


@pytest.mark.parametrize("made", DELIVERED, ids=lambda made: made.report.id)
def test_every_report_is_dated_english_and_short(made: Delivery) -> None:
    assert made.warnings == ()
    assert re.fullmatch(r"2018-04-\d\d", made.report.published or "")
    assert (made.report.language, bool(made.report.title)) == ("en", True)
    assert 40 < len(made.report.text.split()) < 200
    assert "illustration" not in made.report.text
