from pathlib import Path

import pytest

from dragoman.cli.score import DEFAULT, FLOORS, measure
from dragoman.model import InputError
from dragoman.scoring import gate
from dragoman.scoring.gold import load
from dragoman.scoring.printed import lines
from dragoman.scoring.result import Result

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def result() -> Result:
    return measure(ROOT / DEFAULT)


def test_the_reader_holds_every_floor(result: Result) -> None:
    assert gate.below(gate.figures(result), gate.floors((ROOT / DEFAULT).with_name(FLOORS))) == []


def test_the_set_is_large_enough_to_hold_a_reader_to() -> None:
    passages = load(ROOT / DEFAULT)
    assert len(passages) >= 40
    assert sum(len(passage.claims) for passage in passages) >= 200


def test_the_figures_are_printed_with_intervals(result: Result) -> None:
    printed = "\n".join(lines(result, errors=2))
    assert "claims with factuality" in printed
    assert "95 %" in printed
    assert "missed: " in printed


def test_a_figure_below_its_floor_is_named() -> None:
    assert gate.below({"claims": 0.5}, {"claims": 0.6}) == ["claims: 0.500 is below the floor of 0.600"]


def test_floors_only_go_up() -> None:
    assert gate.raised({"a": 0.5, "b": 0.9}, {"a": 0.6, "b": 0.6}) == {"a": 0.6, "b": 0.88}


def test_floors_are_stored_and_read_again(tmp_path: Path) -> None:
    gate.write(tmp_path / FLOORS, {"claims": 0.5})
    assert gate.floors(tmp_path / FLOORS) == {"claims": 0.5}


def test_a_file_without_floors_is_refused(tmp_path: Path) -> None:
    (tmp_path / FLOORS).write_text("claims = 1", "utf-8")
    with pytest.raises(InputError, match="no file of floors"):
        gate.floors(tmp_path / FLOORS)
