import pytest

from dragoman.cli.main import run


def test_times_prints_a_line_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    status = run(["times", "They left on Tuesday at 6 p.m.", "--published", "2018-04-18"])
    assert status == 0
    assert capsys.readouterr().out == "on Tuesday at 6 p.m.\t2018-04-17\tat\t2018-04-17 to 2018-04-17\tclock 18:00\n"


def test_what_has_no_value_shows_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["times", "They left on Tuesday."]) == 0
    assert capsys.readouterr().out == "on Tuesday\t-\tat\t\tno publication date\n"


def test_an_impossible_day_is_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["times", "They left.", "--published", "2018-02-30"]) == 2
    assert "2018-02-30" in capsys.readouterr().err


def test_half_a_character_is_no_reason_to_fail(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["times", "\ud800 They left in 2013."]) == 0
    assert capsys.readouterr().out.startswith("in 2013\t2013\t")
