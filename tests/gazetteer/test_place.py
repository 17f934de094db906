from hypothesis import given
from hypothesis import strategies as st

from dragoman.gazetteer import distance_km, moved


def test_damascus_lies_as_far_from_aleppo_as_maps_say() -> None:
    assert 305 < distance_km(33.51, 36.29, 36.20, 37.16) < 315


def test_the_way_across_the_date_line_is_the_short_one() -> None:
    assert distance_km(0, 179.5, 0, -179.5) < 112


@given(st.floats(-80, 80), st.floats(-180, 180), st.floats(0, 500), st.floats(0, 360))
def test_what_is_moved_lies_as_far_as_it_was_moved(lat: float, lon: float, km: float, bearing: float) -> None:
    there = moved(lat, lon, km, bearing)
    assert abs(distance_km(lat, lon, *there) - km) < 0.01 + km / 1000
    assert -180 <= there[1] <= 180
