"""Paths are opened in their order, and what fails fails alone and in one line."""

import json
import os
import socket
import threading
from pathlib import Path

import pytest

from dragoman.intake import Delivery, Failure, Note, Outcome, receive

TEXT = "The army said that its troops had entered Douma."


def taken(*paths: Path | str, **flags: str) -> list[Outcome]:
    return list(receive([str(path) for path in paths], **flags))


def only(path: Path, **flags: str) -> Outcome:
    (outcome,) = taken(path, **flags)
    return outcome


def failure(path: Path | str) -> str:
    (outcome,) = taken(path)
    assert isinstance(outcome, Failure)
    assert outcome.where == str(path)
    assert "\n" not in outcome.reason
    return outcome.reason


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_text_file_is_one_report_named_by_its_path(report: Path) -> None:
    outcome = only(report, published="2018-04-14", publisher="A Paper")
    assert isinstance(outcome, Delivery)
    assert outcome.report.model_dump(exclude={"title", "url"}) == {
        "id": str(report),
        "text": TEXT,
        "publisher": "A Paper",
        "published": "2018-04-14",
        "published_from": "flag",
        "language": "en",
    }


@pytest.mark.parametrize("suffix", ["TXT", "Md", "text.txt"])
def test_case_of_the_type_does_not_matter(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"report.{suffix}"
    path.write_text(TEXT, encoding="utf-8")
    assert isinstance(only(path), Delivery)


def test_text_is_kept_to_the_last_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "\u200f one\r\ntwo\u2028 three \n\n"
    path.write_bytes(text.encode())
    outcome = only(path)
    assert isinstance(outcome, Delivery)
    assert outcome.report.text == text


def test_missing_file() -> None:
    assert failure("nowhere.txt") == "there is no such file or folder"


def test_unknown_type_names_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_text(TEXT, encoding="utf-8")
    assert failure(path).startswith("unknown file type '.docx': read are .csv .htm .html .json")


def test_file_without_a_type(tmp_path: Path) -> None:
    path = tmp_path / "report"
    path.write_text(TEXT, encoding="utf-8")
    assert failure(path).startswith("a file without a type: read are .csv")


def test_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    assert failure(path) == "not a text file: its bytes are no text in any known encoding"


def test_address() -> None:
    assert failure("https://example.org/a.html") == "addresses are not read: save the page and give the file"


def test_name_that_is_too_long() -> None:
    assert failure("a" * 5000 + ".txt").startswith("can't be read: ")


def test_name_with_a_null_character() -> None:
    assert failure("a\0b.txt")


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind("socket.txt")
        assert failure("socket.txt").startswith("can't be read: ")


def test_pipe_is_told_by_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=(json.dumps({"id": "7", "text": TEXT}),))
    writer.start()
    outcome = only(path)
    writer.join()
    assert isinstance(outcome, Delivery)
    assert outcome.report.id == "7"


def test_folder_gives_its_files_in_order_and_counts_the_others(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/c.txt", ".hidden.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    *delivered, note = taken(tmp_path)
    ids = [outcome.report.id for outcome in delivered if isinstance(outcome, Delivery)]
    assert ids == [f"{tmp_path}/{name}" for name in ("a.md", "b.txt", "deep/c.txt")]
    assert isinstance(note, Note)
    assert note.text.startswith("1 file(s) of other types passed over")


def test_folder_named_like_a_file_is_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "report.txt"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    assert isinstance(only(folder), Delivery)


def test_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    assert only(tmp_path) == Note(str(tmp_path), "the folder holds no reports")


def test_failure_between_two_reports_costs_neither(report: Path, tmp_path: Path) -> None:
    kinds = [type(outcome) for outcome in taken(report, tmp_path / "gone.txt", report)]
    assert kinds == [Delivery, Failure, Delivery]


def test_three_megabytes_of_one_line(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * 600_000, encoding="utf-8")
    outcome = only(path)
    assert isinstance(outcome, Delivery)
    assert len(outcome.report.text) == 3_000_000
