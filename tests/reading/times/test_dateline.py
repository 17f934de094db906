import pytest

from dragoman.reading.times import dateline


@pytest.mark.parametrize(
    "text",
    [
        "DAMASCUS, April 17, 2018 (Wire) - Shells fell.",
        "Wire\nALEPPO, 17 April 2018 — Shells fell.",
        "Shelling goes on\n17 April 2018\nShells fell.",
    ],
)
def test_the_day_of_a_dateline_is_found(text: str) -> None:
    assert dateline(text) == "2018-04-17"


@pytest.mark.parametrize(
    "text",
    ["Shells fell on April 17, 2018.", "DAMASCUS, April 17 (Wire) - Shells fell.", "", "ROME, 31 April 2018 - x"],
)
def test_a_day_in_passing_or_without_its_year_is_none(text: str) -> None:
    assert dateline(text) is None
