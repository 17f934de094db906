import pytest

from dragoman.cli.main import run


def test_find_prints_the_likeliest_place_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["places", "find", "Douma", "--country", "sy", "--limit", "1"]) == 0
    assert capsys.readouterr().out == "geonames:170592\tDūmā\tcity\tSY\t33.572 36.403\t111864\n"


def test_info_prints_what_a_place_lies_in(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["places", "info", "geonames:170592"]) == 0
    out = capsys.readouterr().out
    assert "in: area:eastern-ghouta Eastern Ghouta" in out
    assert "precision: UCDP 1, ACLED 1" in out


def test_a_name_that_no_place_has_is_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["places", "find", "Xyzzyqua"]) == 2
    assert "no place called" in capsys.readouterr().err


def test_a_missing_file_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["places", "import", "missing.csv"]) == 1
    assert "there is no file missing.csv" in capsys.readouterr().err
