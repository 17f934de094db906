"""The command line ends every call with the contract's exit status, and every error in one line."""

import os
import subprocess
import sys
from importlib import import_module

import pytest

from dragoman.cli.main import COMMANDS, run
from dragoman.version import __version__


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"dragoman {__version__}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    shown = capsys.readouterr().out
    assert [name for name in COMMANDS if f" {name} " not in shown] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_of_its_own(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    assert f"dragoman {name}" in capsys.readouterr().out


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_a_module_with_a_command_or_an_app(name: str) -> None:
    module = import_module(f"dragoman.cli.{name.replace('-', '_')}")
    assert hasattr(module, "command") != hasattr(module, "app")


def test_commands_are_sorted() -> None:
    assert list(COMMANDS) == sorted(COMMANDS)


def test_no_command_shows_the_help_as_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "Usage: dragoman" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["nothing"], "dragoman: No such command 'nothing'."),
        (["read", "--nothing"], "dragoman: No such option: --nothing"),
        (["read", "--published", "2018-13-40", "a.txt"], "dragoman: '2018-13-40' is no date: give a day as"),
        (["read", "--reader", "nobody", "a.txt"], "dragoman: there is no reader 'nobody': known are dragoman"),
    ],
)
def test_bad_usage_is_one_line_and_status_2(
    arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(line)
    assert shown.err.count("\n") == 1


def seconds(*arguments: str) -> float:
    """The processor time of a Python of its own, the least of three, whatever else the machine is doing."""

    def once() -> float:
        process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        assert status == 0
        return used.ru_utime + used.ru_stime

    return min(once() for _ in range(3))


def test_import_costs_next_to_nothing() -> None:
    bare = seconds("-c", "pass")
    assert seconds("-c", "import dragoman") - bare < 0.2


def test_help_comes_at_once() -> None:
    assert seconds("-m", "dragoman", "--help") < 0.5


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from dragoman.cli.main import run; run(['--help']); print(*sorted(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    loaded = set(shown.splitlines()[-1].split())
    assert loaded & {"spacy", "numpy", "pydantic", "sqlalchemy", "trafilatura"} == set()
