import pytest

from dragoman.gazetteer import Gazetteer, distance_km
from dragoman.reading.language import parse
from dragoman.reading.mention import PlaceMention
from dragoman.reading.places import recognise

DAMASCUS = (33.51, 36.29)


def first(gazetteer: Gazetteer, text: str) -> PlaceMention:
    return recognise(parse(text), gazetteer)[0]


@pytest.mark.parametrize(
    ("words", "km"),
    [("40 km northeast of", 40), ("25 miles north of", 40), ("40 kilometres (25 miles) east of", 40)],
)
def test_a_distance_and_a_direction_make_a_point(gazetteer: Gazetteer, words: str, km: float) -> None:
    place = first(gazetteer, f"A drone fell {words} Damascus.")
    assert place.lat is not None and place.lon is not None
    assert abs(distance_km(*DAMASCUS, place.lat, place.lon) - km) < 4
    assert (place.text, place.relation) == ("Damascus", "near")
    assert place.name == f"{words} Damascus"


def test_a_distance_without_a_direction_only_widens(gazetteer: Gazetteer) -> None:
    place = first(gazetteer, "A drone fell 40 km from Damascus.")
    assert place.radius_km is not None and place.radius_km >= 40


def test_a_part_lies_in_its_direction_inside_the_whole(gazetteer: Gazetteer) -> None:
    whole, part = first(gazetteer, "Shells hit Aleppo."), first(gazetteer, "Shells hit eastern Aleppo.")
    assert whole.lon is not None and part.lon is not None and whole.radius_km and part.radius_km
    assert whole.lon < part.lon
    assert part.radius_km < whole.radius_km
    assert part.place == whole.place


def test_near_is_a_relation_and_widens(gazetteer: Gazetteer) -> None:
    at, near = first(gazetteer, "Shells hit Raqqa."), first(gazetteer, "Shells fell near Raqqa.")
    assert (at.relation, near.relation) == (None, "near")
    assert at.radius_km is not None and near.radius_km is not None and near.radius_km > at.radius_km


def test_between_two_places_is_their_middle(gazetteer: Gazetteer) -> None:
    homs, hama = recognise(parse("Clashes went on between Homs and Hama."), gazetteer)
    assert homs.lat == hama.lat
    assert homs.lat is not None and 34.73 < homs.lat < 35.14


def test_a_border_named_by_a_people_is_the_edge_near_by(gazetteer: Gazetteer) -> None:
    border = recognise(parse("Refugees from Jarabulus walked to the Turkish border."), gazetteer)[-1]
    assert border.text == "Turkish border"
    assert border.country == "TR" and border.lat is not None and border.lon is not None
    assert distance_km(36.82, 38.01, border.lat, border.lon) < 60
