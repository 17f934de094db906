"""The ledger's commands: thin, each in one line of words, with rows for people and for machines."""

import csv
import json
from pathlib import Path

import pytest

from dragoman.assembly.assemble import assemble
from dragoman.cli.main import run
from dragoman.ledger import Sketcher, Writer, open_ledger, prepare
from dragoman.register import Register
from tests.ledger.made import Ground, Said, reading

STRIKE = Said("airstrike", "gov-sy", at="douma", on="2018-04-07", figures={"killed": 42}, speaker="sohr")
NAME = "the Brigade of the Made-up Hill"
SAID = {
    "A": ("2018-04-08", STRIKE),
    "B": (
        "2018-04-09",
        Said("airstrike", "gov-sy", at="douma", on="2018-04-07", factuality="denied", speaker="gov-sy"),
    ),
    "C": ("2018-04-14", Said("takeover", "mil-sy", at="douma", on="2018-04-14")),
    "D": ("2018-04-16", Said("ultimatum", "gov-sy", "jaysh-al-islam", at="dumayr", deadline="2018-04-18")),
    "E": ("2018-04-16", Said("agreement", "gov-sy jaysh-al-islam", at="dumayr", on="2018-04-16")),
    "F": ("2018-04-17", Said("killing", "gov-sy", "Samir_Haddad", at="douma", private=("Samir_Haddad",))),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("ledger") / "a.ledger")
    sketcher = Sketcher()
    with open_ledger(path) as ledger:
        made = [reading(said, publisher=name, published=day, id=name) for name, (day, said) in SAID.items()]
        Writer(ledger, Ground()).add([prepare(one, sketcher) for one in made])
        assemble(ledger)
    return path


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert run([*arguments, "--format", "json"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize(
    ("command", "count"),
    [("claims", 6), ("events", 5), ("control", 1), ("deadlines", 1), ("agreements", 1), ("tolls", 1)],
)
def test_answers_in_every_form(place: str, capsys: pytest.CaptureFixture[str], command: str, count: int) -> None:
    asked = [command, "-l", place, "--known-by", "2018-04-18"]
    found = rows(capsys, *asked)
    assert len(found) == count
    assert run([*asked, "--format", "csv"]) == 0
    assert len(list(csv.DictReader(capsys.readouterr().out.splitlines()))) == count
    assert run(asked) == 0
    assert capsys.readouterr().out.strip()


def test_every_line_says_reported(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("claims", "events", "control", "deadlines", "agreements", "tolls"):
        [line, *_] = rows(capsys, command, "-l", place, "--known-by", "2018-04-18")
        assert any("reported" in name for name in line), command


def test_private_people_are_named_in_no_answer(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("claims", "events", "tolls"):
        assert run([command, "-l", place, "--format", "json"]) == 0
        assert "Samir" not in capsys.readouterr().out
    assert "a private person" in str(rows(capsys, "claims", "-l", place, "--type", "killing"))


@pytest.mark.parametrize("command", ["claims", "events", "tolls"])
def test_places_can_be_coarsened_for_publishing(place: str, capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert run([command, "-l", place, "--coarsen", "--place", "douma", "--format", "json"]) == 0
    shown = capsys.readouterr().out
    assert "Douma" not in shown and "Eastern Ghouta" in shown


def test_what_is_not_known_is_null_and_not_zero(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    [line] = rows(capsys, "claims", "-l", place, "--type", "takeover")
    assert line["reported_figures"] is None


def test_search(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(rows(capsys, "search", "ultimatum", "-l", place)) == 1


def test_a_review_from_the_command_line(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DRAGOMAN_DATA", str(tmp_path))
    [line] = rows(capsys, "claims", "-l", place, "--type", "takeover")
    mark = str(line["id"])
    assert (
        run(["review", "correct", mark, "-r", "Nour", "--set", "by=gov-sy", "--teach", f"{NAME}=mil-sy", "-l", place])
        == 0
    )
    found = Register.open().find(NAME)
    assert found and found.id == "mil-sy"
    assert run(["review", "show", mark, "-l", place]) == 0
    assert "the machine read" in capsys.readouterr().out
    assert len(rows(capsys, "review", "list", "-l", place)) == 2
    assert run(["audit", "-l", place]) == 0
    assert "2 reviews, chain unbroken" in capsys.readouterr().out


def test_upkeep_from_the_command_line(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ledger", "backup", str(tmp_path / "b"), "-l", place]) == 0
    assert run(["ledger", "migrate", "-l", str(tmp_path / "b")]) == 0
    assert run(["ledger", "forget", "F", "--reviewer", "Nour", "-l", str(tmp_path / "b")]) == 0
    assert run(["ledger", "check", "-l", str(tmp_path / "b")]) == 0
    assert "nothing wrong" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["claims", "-l", "nowhere.ledger"], 1),
        (["claims", "-l", "LEDGER", "--at", "soon"], 2),
        (["claims", "-l", "LEDGER", "--format", "xml"], 2),
        (["ledger", "forget", "none", "--reviewer", "N", "-l", "LEDGER"], 2),
        (["review", "correct", "x", "-r", "N", "--set", "by", "-l", "LEDGER"], 2),
        (["ingest"], 2),
    ],
)
def test_what_can_not_be_ends_in_one_line(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    arguments: list[str], status: int,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert run([place if word == "LEDGER" else word for word in arguments]) == status
    assert capsys.readouterr().err.count("\n") == 1
