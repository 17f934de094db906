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


def test_who_tells_of_it_behind_it_is_not_among_its_victims():
    (shelling, *_) = read("Mortars struck two clinics, killing nine people, residents and nurses said.").claims
    assert "residents" not in {actor.text for actor in shelling.to}
    assert "residents" in {actor.text for actor in shelling.speaker}


def test_who_accuses_has_no_part_in_what_he_tells():
    claims = read("Britain accused Russia and Syria of blocking the inspectors.", published="2018-04-18").claims
    blocking = [claim for claim in claims if claim.type == "obstruction"]
    assert blocking and "Britain" not in {actor.text for actor in blocking[0].by}


def test_who_promises_to_do_it_does_it():
    claims = read("The rebels promised to leave the town of Douma.", published="2018-04-18").claims
    assert "The rebels" in {actor.text for claim in claims for actor in claim.by}
