import pytest

from dragoman.scoring.tally import Tally


def test_figures_of_a_tally() -> None:
    tally = Tally(right=3, wrong=1, missed=3)
    assert (tally.precision, tally.recall) == (0.75, 0.5)
    assert tally.f1 == pytest.approx(0.6)


def test_tallies_add_up() -> None:
    assert Tally(1, 2, 3) + Tally(1, 1, 1) == Tally(2, 3, 4)


def test_nothing_found_and_nothing_there_scores_nothing() -> None:
    assert Tally().f1 == 0.0
