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
    "G": ("2018-04-10", Said("siege", "gov-sy", at="douma", on="2018-04-10", speaker="un")),
    "F": ("2018-04-17", Said("killing", "gov-sy", "Samir_Haddad", at="douma", private=("Samir_Haddad",))),
}
ANSWERS = ("claims", "events", "control", "states", "deadlines", "agreements", "tolls")


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
    [("claims", 7), ("events", 6), ("control", 1), ("states", 1), ("deadlines", 1), ("agreements", 1), ("tolls", 1)],
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
    for command in ANSWERS:
        [line, *_] = rows(capsys, command, "-l", place, "--known-by", "2018-04-18")
        assert any("reported" in name for name in line), command


def test_private_people_are_named_in_no_answer(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("claims", "events", "tolls"):
        assert run([command, "-l", place, "--format", "json"]) == 0
        assert "Samir" not in capsys.readouterr().out
    assert "a private person" in str(rows(capsys, "claims", "-l", place, "--type", "killing"))


@pytest.mark.parametrize("command", [*ANSWERS, "brief"])
def test_places_can_be_coarsened_for_publishing(place: str, capsys: pytest.CaptureFixture[str], command: str) -> None:
    asked = [command, "-l", place, "--at", "2018-04-16", "--known-by", "2018-04-18", "--place", "Eastern Ghouta"]
    form = [] if command == "brief" else ["--format", "json"]
    assert run([*asked[:3], *asked[5:], "--coarsen", *form]) == 0
    shown = capsys.readouterr().out
    assert "Douma" not in shown and "Dumayr" not in shown
    assert command in ("deadlines", "agreements") or "Eastern Ghouta" in shown


def test_a_coarse_page_puts_regions_on_the_map(place: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run(["brief", "-l", place, "--at", "2018-04-16", "--coarsen", "--html", str(page)]) == 0
    shown = page.read_text(encoding="utf-8")
    assert "Eastern Ghouta" in shown and "<svg" in shown
    assert "Douma" not in shown and "Dumayr" not in shown


QUESTION = ["--at", "2018-04-16", "--known-by", "2018-04-18", "--voice", "all", "--place", "Syria", "--actor", "gov-sy"]


@pytest.mark.parametrize("command", [*ANSWERS, "brief", "search"])
def test_every_question_takes_every_option(place: str, capsys: pytest.CaptureFixture[str], command: str) -> None:
    kind = "siege" if command == "states" else "takeover"
    words = ["airstrike"] if command == "search" else []
    assert run([command, *words, "-l", place, *QUESTION, "--type", kind, "--factuality", "happened", "--coarsen"]) == 0
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "option", "value", "count"),
    [
        ("control", "--actor", "mil-sy", 1),
        ("control", "--actor", "jaysh-al-islam", 0),
        ("control", "--type", "withdrawal", 0),
        ("control", "--factuality", "denied", 0),
        ("deadlines", "--type", "demand", 0),
        ("agreements", "--type", "ceasefire", 0),
        ("states", "--type", "siege", 1),
        ("states", "--type", "alliance", 0),
        ("states", "--actor", "gov-sy", 1),
        ("states", "--place", "Eastern Ghouta", 1),
        ("states", "--voice", "sohr", 0),
        ("tolls", "--factuality", "denied", 0),
    ],
)
def test_options_narrow_the_answer(
    place: str, capsys: pytest.CaptureFixture[str], command: str, option: str, value: str, count: int
) -> None:
    found = rows(capsys, command, "-l", place, "--known-by", "2018-04-18", option, value)
    assert len({line.get("event", at) for at, line in enumerate(found)}) == count


def test_an_event_is_shown_in_full(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    [line] = rows(capsys, "events", "-l", place, "--type", "airstrike")
    asked = ["events", "show", str(line["event"]), "-l", place]
    [shown] = [json.loads(capsys.readouterr().out) for _ in [run([*asked, "--format", "json"])]]
    assert {one["according_to"] for one in shown["claims"]} == {"gov-sy", "sohr"}
    assert run(asked) == 0
    printed = capsys.readouterr().out
    assert "linked because same day" in printed and "happened: gov-sy: denied" in printed
    assert run([*asked, "--format", "csv"]) == 0
    assert len(list(csv.DictReader(capsys.readouterr().out.splitlines()))) == 2
    assert run(["events", "show", "E0", "-l", place]) == 2


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
    taught, corrected = rows(capsys, "review", "list", "-l", place)
    assert "changes by=gov-sy" in str(corrected["about"]) and NAME in str(taught["about"])
    assert run(["audit", "-l", place]) == 0
    assert "2 reviews, chain unbroken" in capsys.readouterr().out


def test_no_failures_are_said_to_be_none(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ingest", "--failed", "-l", place]) == 0
    assert "no report has failed" in capsys.readouterr().err


def test_upkeep_from_the_command_line(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ledger", "backup", str(tmp_path / "b"), "-l", place]) == 0
    assert run(["ledger", "migrate", "-l", str(tmp_path / "b")]) == 0
    assert run(["ledger", "forget", "F", "-r", "Nour", "-l", str(tmp_path / "b")]) == 0
    assert "1 version forgotten" in capsys.readouterr().out
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
