import pytest

from dragoman.scoring.likeness import content, likeness, names_same


def test_small_words_and_possessives_name_nothing() -> None:
    assert content("the army’s 3rd brigade") == ["army", "3rd", "brigade"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Syrian army", "Syrian army", True),
        ("rebels", "rebels in the south", True),
        ("the army", "the rebels", False),
        ("troops", "troops of the national guard of the eastern province", False),
    ],
)
def test_mentions_that_name_the_same(one: str, other: str, same: bool) -> None:
    assert names_same(one, other) is same


def test_likeness_is_the_f1_of_the_words() -> None:
    assert likeness("army brigade", "army") == pytest.approx(2 / 3)
