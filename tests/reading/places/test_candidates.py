import pytest

from dragoman.gazetteer import Gazetteer
from dragoman.reading.language import parse
from dragoman.reading.places.candidates import candidates
from dragoman.reading.places.page import Page


def names(gazetteer: Gazetteer, text: str) -> list[str]:
    return [candidate.name for candidate in candidates(Page(parse(text)), gazetteer)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left Deir ez-Zor.", ["Deir ez-Zor"]),
        ("They crossed into Bosnia and Herzegovina.", ["Bosnia and Herzegovina"]),
        ("They reached Damascus and Aleppo.", ["Damascus", "Aleppo"]),
        ("In Peshawar they rested.", ["Peshawar"]),
        ("They held Fort Zanderling for a month.", ["Fort Zanderling"]),
        ("Syria's army", ["Syria"]),
    ],
)
def test_the_longest_name_is_taken(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    assert names(gazetteer, text) == expected
