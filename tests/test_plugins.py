"""Plugins are found by entry point, the built-in ones too."""

import subprocess
import sys
from pathlib import Path

import pytest

from dragoman import plugins

INTAKES = ["csv", "htm", "html", "json", "jsonl", "markdown", "md", "ndjson", "tsv", "txt"]

DOUBLE = """
from dragoman.intake import Delivery, Origin, from_text

def read(file, origin):
    yield from_text(file.read().decode().upper(), origin)
"""


def test_built_in_plugins_are_registered() -> None:
    assert plugins.names("dragoman.intakes") == INTAKES
    assert plugins.names("dragoman.readers") == ["dragoman"]


@pytest.mark.parametrize("name", INTAKES)
def test_every_built_in_intake_loads(name: str) -> None:
    assert callable(plugins.load("dragoman.intakes", name))


def test_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        plugins.load("dragoman.intakes", "no-such-type")


def test_package_can_add_an_intake_and_replace_a_built_in_one(tmp_path: Path) -> None:
    (tmp_path / "shouting.py").write_text(DOUBLE, encoding="utf-8")
    info = tmp_path / "shouting-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1.0\n", encoding="utf-8")
    points = "[dragoman.intakes]\nloud = shouting:read\ntxt = shouting:read\n"
    (info / "entry_points.txt").write_text(points, encoding="utf-8")
    for name in ("a.loud", "a.txt"):
        (tmp_path / name).write_text("rebels left", encoding="utf-8")
    code = "import dragoman, sys; print(*(d.report.text for d in dragoman.receive(sys.argv[1:])))"
    arguments = [sys.executable, "-c", code, "a.loud", "a.txt"]
    shown = subprocess.run(arguments, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert shown == "REBELS LEFT REBELS LEFT\n"
