from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.gazetteer import Gazetteer, distance_km
from dragoman.reading.language import parse
from dragoman.reading.mention import PlaceMention
from dragoman.reading.places import recognise

HARD = [
    line.split("\t")
    for line in (Path(__file__).parent / "hard_names.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
AREA_KM, TOWN_KM = 100.0, 40.0


def places(gazetteer: Gazetteer, text: str) -> list[PlaceMention]:
    return recognise(parse(text), gazetteer)


def texts(gazetteer: Gazetteer, text: str) -> list[str]:
    return [place.text for place in places(gazetteer, text)]


@pytest.mark.parametrize("row", HARD, ids=[row[0] for row in HARD])
def test_hard_names_are_found_and_put_right(gazetteer: Gazetteer, row: list[str]) -> None:
    name, country, lat, lon, sentence = row
    found = [place for place in places(gazetteer, sentence) if name.endswith(place.text)]
    assert found, name
    place = found[0]
    assert place.country == country and place.lat is not None and place.lon is not None
    reach = AREA_KM if place.feature in {"area", "region"} else TOWN_KM
    assert distance_km(float(lat), float(lon), place.lat, place.lon) < reach


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Reading the letter, he wept.", []),
        ("The Russian envoy met Turkish officers.", []),
        ("They flew from DAM to the base.", []),
        ("President Washington Gomez resigned.", []),
        ("He lives in Paris, Texas.", ["Paris", "Texas"]),
        ("A fire broke out in Huntington, W.Va., on Monday.", ["Huntington", "W.Va."]),
        ("He works at 12 Georgia Street.", []),
    ],
)
def test_what_is_a_place_and_what_is_not(gazetteer: Gazetteer, text: str, found: list[str]) -> None:
    assert texts(gazetteer, text) == found


def test_a_qualifier_settles_which_place_is_meant(gazetteer: Gazetteer) -> None:
    assert places(gazetteer, "He lives in Paris, Texas.")[0].country == "US"
    assert places(gazetteer, "He lives in Paris, France.")[0].country == "FR"


def test_a_wider_place_in_the_clause_settles_it_too(gazetteer: Gazetteer) -> None:
    douma = places(gazetteer, "Rockets hit Douma, Ghouta's largest city.")[0]
    assert douma.place == "geonames:170592"


def test_the_rest_of_the_document_settles_it(gazetteer: Gazetteer) -> None:
    text = "Protests spread in Lebanon. In Tripoli, Sidon and Beirut crowds blocked the roads."
    tripoli = next(place for place in places(gazetteer, text) if place.text == "Tripoli")
    assert tripoli.country == "LB"


def test_home_tips_the_scale(gazetteer: Gazetteer) -> None:
    doc = parse("A man from Birmingham was charged.")
    assert recognise(doc, gazetteer, home="GB")[0].country == "GB"


def test_a_division_noun_makes_it_the_division(gazetteer: Gazetteer) -> None:
    assert places(gazetteer, "Clashes went on in Aleppo province.")[0].feature == "region"
    assert places(gazetteer, "Clashes went on in the city of Aleppo.")[0].feature == "city"


def test_an_unknown_village_is_kept_with_the_reason(gazetteer: Gazetteer) -> None:
    place = places(gazetteer, "Gunmen burned houses in the village of Qarmatuna on Sunday.")[0]
    assert (place.text, place.place, place.lat) == ("Qarmatuna", None, None)
    assert place.reason == "not in the gazetteer"


def test_mentions_hold_their_text(gazetteer: Gazetteer) -> None:
    text = "Troops left Idlib's centre for Ma'arrat al-Nu'man and St. Louis."
    for place in places(gazetteer, text):
        assert text[place.start : place.end] == place.text


def test_the_same_text_gives_the_same_places(gazetteer: Gazetteer) -> None:
    text = "From Springfield to Columbus and Lexington the river rose; Athens and Paris were flooded."
    assert places(gazetteer, text) == places(gazetteer, text)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("ABab .,'’-\nÉالDamascus St.in"), max_size=60))
def test_any_string_can_be_read(gazetteer: Gazetteer, text: str) -> None:
    for place in places(gazetteer, text):
        assert text[place.start : place.end] == place.text
        assert (place.place is None) == (place.reason is not None)
