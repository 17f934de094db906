import time

import pytest

from dragoman.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Douma", "SY", 33.57, 36.40),
        ("ar-Raqqah", "SY", 35.95, 39.01),
        ("Dhumair", "SY", 33.64, 36.69),
        ("Kiev", "UA", 50.45, 30.52),
        ("Eastern Ghouta", "SY", 33.53, 36.40),
        ("Gaza Strip", "PS", 31.42, 34.36),
        ("Foua", "SY", 35.98, 36.69),
    ],
)
def test_the_likeliest_place_comes_first(gazetteer: Gazetteer, name: str, country: str, lat: float, lon: float) -> None:
    place = gazetteer.find(name)[0]
    assert place.country == country
    assert (abs(place.lat - lat), abs(place.lon - lon)) < (0.4, 0.4)


def test_airport_codes_are_no_names(gazetteer: Gazetteer) -> None:
    assert all(place.name != "Damascus" for place in gazetteer.find("DAM"))


def test_an_unknown_name_finds_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Xyzzyqua") == ()
    assert gazetteer.find("") == ()


def test_a_town_lies_in_its_region_country_and_areas(gazetteer: Gazetteer) -> None:
    douma = gazetteer.find("Douma", country="SY")[0]
    region, country = gazetteer.coded("SY-RD"), gazetteer.coded("SY")
    assert region is not None and country is not None
    assert gazetteer.inside(douma.id, region.id)
    assert gazetteer.inside(douma.id, country.id)
    assert gazetteer.inside(douma.id, "area:eastern-ghouta")
    assert not gazetteer.inside(douma.id, "area:donbas")
    assert gazetteer.ancestors(douma.id)[0] == region.id


def test_what_lies_within_an_area_lies_inside_it(gazetteer: Gazetteer) -> None:
    within = gazetteer.within("area:donbas")
    bakhmut = gazetteer.find("Bakhmut", country="UA")[0]
    assert bakhmut.id in within
    assert all(gazetteer.inside(one, "area:donbas") for one in list(within)[:50])


def test_areas_within_areas_count(gazetteer: Gazetteer) -> None:
    dumayr = gazetteer.find("Dumayr", country="SY")[0]
    assert gazetteer.inside(dumayr.id, "area:qalamoun")


def test_every_area_has_a_point_a_radius_and_known_members(gazetteer: Gazetteer) -> None:
    from dragoman.gazetteer import tables

    rows = list(tables.rows("areas.tsv"))
    assert len(rows) >= 100
    for slug, *_ in rows:
        area = gazetteer.get(f"area:{slug}")
        assert area is not None and area.radius_km > 0
        assert all(gazetteer.get(member) for member in gazetteer.members(area.id)), slug


def test_there_is_one_capital_of_a_country(gazetteer: Gazetteer) -> None:
    capitals = [place for place in gazetteer.find("Washington", country="US") if place.kind == "capital"]
    assert len(capitals) == 1


def test_near_places_come_nearest_first(gazetteer: Gazetteer) -> None:
    near = gazetteer.near(33.57, 36.40, 5)
    away = [abs(place.lat - 33.57) + abs(place.lon - 36.40) for place in near]
    assert near and away[0] == min(away)


def test_twenty_thousand_look_ups_take_less_than_a_second(gazetteer: Gazetteer) -> None:
    names = [place.name for place in gazetteer.near(33.5, 36.3, 150)][:500]
    fresh = Gazetteer(gazetteer._stores, gazetteer.stamp)
    started = time.process_time()
    for _ in range(40):
        for name in names:
            fresh.candidates(name)
    assert time.process_time() - started < len(names) * 40 / 20_000


def test_the_stamp_is_a_hash(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.stamp) == 64
