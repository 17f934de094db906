"""The doctor says what is there, what lacks and the command that mends it."""

import pytest

from dragoman.cli.checkup import checkup, data, language_model
from dragoman.cli.main import run
from dragoman.model import DataFileError


def test_healthy_installation_leaves_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor"]) == 0
    shown = capsys.readouterr().out
    assert "LACKS" not in shown


def test_part_that_cannot_be_opened_is_told_with_its_remedy() -> None:
    def open_it() -> str:
        raise DataFileError("the file is broken")

    finding = data("register", open_it)
    assert (finding.well, finding.state) == (False, "the file is broken")
    assert "DRAGOMAN_CACHE" in finding.remedy


def test_every_part_is_named_once() -> None:
    parts = [finding.part for finding in checkup()]
    assert parts[-4:] == ["language model", "gazetteer", "register", "codebook"]
    assert parts[:4] == ["dragoman", "Python", "packages", "readers"]
    assert len(set(parts)) == len(parts)


def test_missing_model_leaves_with_3_and_its_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--model", "xx_no_such_model"]) == 3
    shown = capsys.readouterr().out
    assert "To mend language model: pip install --force-reinstall xx-no-such-model" in shown


def test_package_that_is_no_model_is_told() -> None:
    finding = language_model("typer")
    assert (finding.well, finding.state) == (False, "typer is a package but no spaCy pipeline")


def test_released_model_is_checked_by_its_hash() -> None:
    assert "as released" in language_model().state
