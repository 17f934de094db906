from pathlib import Path

import pytest

from dragoman.cli.main import run as dragoman


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = dragoman(["actors", *arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_find_prints_the_actor_of_the_day(capsys: pytest.CaptureFixture[str]):
    status, out, _ = run(capsys, "find", "al-Nusra", "--on", "2018-04-17")
    assert status == 0
    assert out.startswith("hayat-tahrir-al-sham")


def test_find_of_nobody_is_one_line_and_bad_usage(capsys: pytest.CaptureFixture[str]):
    status, out, err = run(capsys, "find", "Nobody At All")
    assert (status, out, err.count("\n")) == (2, "", 1)


def test_show_prints_names_with_usage_relations_and_side(capsys: pytest.CaptureFixture[str]):
    _, out, _ = run(capsys, "show", "houthis")
    assert "name: Ansar Allah (ar, own)" in out
    assert "relation: houthis backed by gov-ir" in out
    assert "side: " in out


def test_an_impossible_date_is_bad_usage(capsys: pytest.CaptureFixture[str]):
    assert run(capsys, "show", "houthis", "--on", "yesterday")[0] == 2


def test_import_adds_an_actor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setenv("DRAGOMAN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DRAGOMAN_DATA", str(tmp_path / "data"))
    table = tmp_path / "mine.tsv"
    columns = "id\tname\tkind\tcountry\tsince\tuntil\tucdp\tsource\n"
    table.write_text(columns + "x-guard\tXen Guard\tpolice\tSY\t\t\t\tours\n", encoding="utf-8")
    assert run(capsys, "import", str(table))[0] == 0
    assert run(capsys, "find", "Xen Guard")[1].startswith("x-guard")
