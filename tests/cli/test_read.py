"""`dragoman read`: reports in, claims out, to the contract."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from dragoman.cli.main import run
from dragoman.model.schema import schema

TEXT = "Rebels withdrew from Douma on Tuesday, the Syrian army said."
EXAMPLE = Path(__file__).parents[2] / "examples" / "2018-04-19-barada-dumayr.md"


def shell(*arguments: str, standard_input: bytes = b"", status: int = 0) -> tuple[str, str]:
    """What a process of its own prints on standard output and on standard error."""
    command = [sys.executable, "-m", "dragoman", *arguments]
    done = subprocess.run(command, input=standard_input, capture_output=True, check=False)
    assert done.returncode == status, done.stderr.decode()
    return done.stdout.decode(), done.stderr.decode()


def read(capfd: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> tuple[list[dict[str, object]], str]:
    """The readings that `dragoman read --json` writes, and what it tells on standard error."""
    assert run(["read", "--json", *arguments]) == status
    shown = capfd.readouterr()
    return [json.loads(line) for line in shown.out.splitlines()], shown.err


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_standard_input_is_read_as_one_report() -> None:
    out, err = shell("read", "-", "--json", "--published", "2018-04-04", standard_input=TEXT.encode())
    reading = json.loads(out)
    jsonschema.validate(reading, schema())
    assert reading["report"]["text"] == TEXT
    assert [claim["type"] for claim in reading["claims"]] == ["withdrawal"]
    assert err == ""


def test_json_of_an_example_is_to_the_schema(capfd: pytest.CaptureFixture[str]) -> None:
    for extra in ([], ["--layers"]):
        (reading,), _ = read(capfd, str(EXAMPLE), *extra)
        jsonschema.validate(reading, schema())
        assert ("mentions" in reading) == bool(extra)


def test_same_in_same_out(capfd: pytest.CaptureFixture[str]) -> None:
    outputs = set()
    for _ in range(2):
        assert run(["read", "--layers", str(EXAMPLE)]) == 0
        outputs.add(capfd.readouterr().out)
    assert len(outputs) == 1


def test_brief_names_type_actor_place_and_speaker(capfd: pytest.CaptureFixture[str], report: Path) -> None:
    assert run(["read", str(report), "--published", "2018-04-04", "--publisher", "The Post"]) == 0
    shown = capfd.readouterr().out
    assert "The Post · 2018-04-04" in shown
    for words in ("withdrawal", "reported", "Rebels", "Douma", "2018-04-03", "army", "**withdrew**"):
        assert words in shown


def test_order_of_input_is_kept_and_failures_print_nothing(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "b", "text": "x"}\n{"id": "c"\n{"id": "a", "text": "y"}\n', encoding="utf-8")
    readings, err = read(capfd, str(rows), str(tmp_path / "gone.txt"), status=1)
    assert [reading["report"]["id"] for reading in readings] == ["b", "a"]  # type: ignore[index]
    assert f"dragoman: {rows}:2: not read: broken JSON" in err
    assert "gone.txt: not read: there is no such file or folder" in err


def test_empty_file_gives_no_claims_a_warning_and_status_0(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    (reading,), err = read(capfd, str(path))
    assert (reading["claims"], reading["warnings"]) == ([], ["the report is empty: no claims"])
    assert err == f"dragoman: {path}: warning: the report is empty: no claims\n"


def test_other_language_is_recognised_and_said_to_be_unread(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("قال الجيش إن قواته دخلت مدينة دوما بعد انسحاب الفصائل المسلحة منها", encoding="utf-8")
    (reading,), err = read(capfd, str(path))
    assert reading["report"]["language"] == "ar"  # type: ignore[index]
    assert reading["claims"] == []
    assert "unread: the report is in 'ar', only English is read" in err


def test_warnings_of_intake_stand_in_the_reading(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("The army’s troops left the café in Douma.".encode("cp1252"))
    (reading,), err = read(capfd, str(path))
    assert reading["warnings"][0] == "read as windows-1252, which was guessed from the bytes"  # type: ignore[index]
    assert "windows-1252" in err


def test_surrogates_and_marks_from_right_to_left_are_read(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "Rebels \\ud800 left \u200fDouma\u200e on Tuesday."}', encoding="utf-8")
    (reading,), _ = read(capfd, str(path))
    assert reading["report"]["text"] == "Rebels \ufffd left \u200fDouma\u200e on Tuesday."  # type: ignore[index]
    assert reading["warnings"] == ["1 lone surrogate(s) replaced by U+FFFD"]


@pytest.mark.parametrize("text", ["...", "12 34 56", "Douma", "\n\n\n", "🙂🙂 🙂", ")(*&^%", "a" * 5000])
def test_text_without_sentences_makes_no_claims(capfd: pytest.CaptureFixture[str], tmp_path: Path, text: str) -> None:
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    (reading,), _ = read(capfd, str(path))
    assert reading["claims"] == []


def test_missing_model_ends_with_3_and_names_the_doctor(capfd: pytest.CaptureFixture[str], report: Path) -> None:
    assert run(["read", str(report), "--model", "xx_no_such_model"]) == 3
    shown = capfd.readouterr()
    assert shown.out == ""
    assert shown.err == "dragoman: the language model 'xx_no_such_model' is not installed: run `dragoman doctor`\n"


def test_codebook_that_is_missing_is_bad_usage(capfd: pytest.CaptureFixture[str], report: Path) -> None:
    assert run(["read", str(report), "--codebook", "nowhere.toml"]) == 2
    assert "nowhere.toml" in capfd.readouterr().err


def test_closed_pipe_is_no_failure(report: Path) -> None:
    command = f"{sys.executable} -m dragoman read --json {report} {report} {report} | head -c 10"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=True)
    assert (len(done.stdout), done.stderr) == (10, b"")
