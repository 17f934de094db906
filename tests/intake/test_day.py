"""Publication days are ISO days or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake.day import parsed


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2018-04-18", "2018-04-18"),
        (" 2018-04-18 ", "2018-04-18"),
        ("20180418", "2018-04-18"),
        ("2018-04-18T23:10:00Z", "2018-04-18"),
        ("2018-04-18 09:00:00+03:00", "2018-04-18"),
    ],
)
def test_iso_dates_give_their_day(told: str, day: str) -> None:
    assert parsed(told) == day


@pytest.mark.parametrize("told", ["", "2018-13-40", "2018-02-30", "yesterday", "18/04/2018", "0001-01-01"])
def test_anything_else_gives_nothing(told: str) -> None:
    assert parsed(told) is None


@given(st.text())
def test_never_raises(told: str) -> None:
    parsed(told)
