import pytest

from dragoman.gazetteer import precision


@pytest.mark.parametrize(
    ("kind", "offset", "ucdp", "acled"),
    [
        ("city", None, 1, 1),
        ("city", 10.0, 2, 2),
        ("city", 40.0, 5, 2),
        ("district", None, 3, 2),
        ("region", None, 4, 3),
        ("area", None, 5, 2),
        ("country", None, 6, 3),
        ("sea", None, 7, 3),
    ],
)
def test_a_kind_of_place_has_its_classes(kind: str, offset: float | None, ucdp: int, acled: int) -> None:
    assert precision.ucdp(kind, offset) == ucdp
    assert precision.acled(kind, offset) == acled
