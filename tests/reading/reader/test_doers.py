import pytest

from dragoman import read


def doers(text: str) -> list[str]:
    return [actor.text for claim in read(text, published="2018-04-17").claims for actor in claim.by]


@pytest.mark.parametrize(
    "text", ["105 missiles struck the airbase on Monday.", "A car bomb killed three people in the market."]
)
def test_a_weapon_does_nothing_by_itself(text: str):
    assert doers(text) == []


def test_whose_weapon_it_is_acts():
    assert doers("Houthi missiles struck the airport on Monday.") == ["Houthi"]


def test_a_crewed_craft_acts():
    assert doers("Two helicopters attacked the camp on Monday.") == ["Two helicopters"]
