"""What a reviewer teaches about a name holds for the next reading, and changes nothing else about what it names."""

from pathlib import Path

import pytest

import dragoman
from dragoman.cli.main import run
from dragoman.gazetteer import Gazetteer, cache
from dragoman.ledger import open_ledger
from dragoman.model import Report

DOUMA = "geonames:170592"
TEXT = "Warplanes bombed Qarbasha on Saturday, killing 12 people. Shells fell on Old Qarb."


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A ledger, with a gazetteer of its own that the built files are lent to."""
    Gazetteer.open(quiet=True)
    own = tmp_path / "cache"
    own.mkdir()
    for built in cache.folder().glob("*.sqlite"):
        if built.name != "imported.sqlite":
            (own / built.name).symlink_to(built)
    monkeypatch.setenv("DRAGOMAN_CACHE", str(own))
    monkeypatch.setenv("DRAGOMAN_DATA", str(tmp_path / "data"))
    open_ledger(str(tmp_path / "a.ledger")).close()
    return str(tmp_path / "a.ledger")


def teach(place: str, *lessons: str) -> None:
    for lesson in lessons:
        assert run(["review", "teach", lesson, "--kind", "place", "-r", "Nour", "-l", place]) == 0


def test_a_place_name_that_was_taught_is_read_as_that_place(place: str) -> None:
    assert Gazetteer.open().find("Qarbasha") == ()
    teach(place, f"Qarbasha={DOUMA}", f"Old Qarb={DOUMA}")
    [reading] = dragoman.Reader().read_many([Report(id="a", text=TEXT, published="2018-04-15")])
    claims = reading.claims
    assert {item.text: item.place for claim in claims for item in claim.place}["Qarbasha"] == DOUMA
    assert [found.id for found in Gazetteer.open().find("Old Qarb")] == [DOUMA]


def test_the_place_keeps_its_people_and_what_it_lies_in(place: str) -> None:
    before = Gazetteer.open()
    known, above = before.get(DOUMA), before.ancestors(DOUMA)
    teach(place, f"Qarbasha={DOUMA}")
    after = Gazetteer.open()
    found = after.get(DOUMA)
    assert known and found and found.population == known.population and set(after.ancestors(DOUMA)) == set(above)
    assert [one.id for one in after.find("Douma")] == [one.id for one in before.find("Douma")]


def test_a_place_that_no_gazetteer_has_can_not_be_taught(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review", "teach", "Qarbasha=geonames:0", "--kind", "place", "-r", "Nour", "-l", place]) == 2
    assert "no place has the id" in capsys.readouterr().err
