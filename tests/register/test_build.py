import tempfile
from pathlib import Path

import pytest

from dragoman.model import InputError
from dragoman.register import Register
from dragoman.register.build import built
from dragoman.register.imports import take_in

ACTORS = "id\tname\tkind\tcountry\tsince\tuntil\tucdp\tsource\nriver-guard\tRiver Guard\tarmed group\tSY\t\t\t\tours\n"


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAGOMAN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DRAGOMAN_DATA", str(tmp_path / "data"))
    return tmp_path


def test_it_is_built_once(own_folders: Path):
    path, stamp = built()
    before = path.stat().st_mtime_ns
    assert built() == (path, stamp)
    assert path.stat().st_mtime_ns == before


def test_an_imported_actor_is_found_and_changes_the_stamp(own_folders: Path):
    before = Register.open().stamp
    table = own_folders / "mine.tsv"
    table.write_text(ACTORS, encoding="utf-8")
    register, _ = take_in(table)
    assert register.find("River Guard") == register.get("river-guard")
    assert register.stamp != before


@pytest.mark.parametrize(
    "table",
    [
        "a\tb\n1\t2\n",
        ACTORS.replace("armed group", "army of elves"),
        "actor\talias\tlanguage\tusage\tsince\tuntil\nnobody\tNobody\ten\tneutral\t\t\n",
        "actor\talias\tlanguage\tusage\tsince\tuntil\tsource\tseat\nfarc\tThe Farc\ten\tneutral\t1964\t\t\t\n",
    ],
)
def test_a_wrong_table_changes_nothing(own_folders: Path, table: str):
    path = own_folders / "wrong.tsv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(InputError, match=r"wrong\.tsv"):
        take_in(path)
    assert not list((own_folders / "data").rglob("*.tsv"))


def test_ucdp_actors_keep_the_entries_there_are(own_folders: Path):
    columns = [
        "ActorId",
        "NameData",
        "NameOrig",
        "NameOrigFull",
        "NameOrigFullEng",
        "NewName",
        "NewNameFullEng",
        "Org",
        "Location",
    ]
    links = ["ActorIdPrev", "ActorIdSplitTemp", "ActorIdAlliance", "ActorIdGroup"]
    rows = [
        ["9001", "FARC", "FARC", "", "", "", "", "1", "Colombia", "", "", "", ""],
        ["9002", "Hill Front", "Hill Front", "", "", "", "", "1", "Colombia", "9001", "", "", ""],
    ]
    path = own_folders / "actor.csv"
    path.write_text("\n".join(",".join(row) for row in [columns + links, *rows]), encoding="utf-8")
    register, _ = take_in(path)
    assert register.get("farc").ucdp == "9001"  # type: ignore[union-attr]
    assert [r.kind for r in register.relations_of("ucdp-9002")] == ["split from"]


def test_a_broken_file_is_built_anew(own_folders: Path):
    path, _ = built()
    path.write_bytes(b"not a database")
    assert Register.open().get("hamas") is not None


def test_a_folder_that_cannot_be_written_to_is_replaced_with_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    blocked = tmp_path / "file"
    blocked.touch()
    monkeypatch.setenv("DRAGOMAN_CACHE", str(blocked))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert tmp_path in built()[0].parents
    assert "DRAGOMAN_CACHE" in capsys.readouterr().err
