"""Prints what the commands take that have no section of their own on the page of commands, which shows it."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import typer

from dragoman.cli.main import COMMANDS

PAGE = Path(__file__).with_name("commands.md")


def commands_of(name: str) -> Iterator[tuple[str, Any]]:
    """The command of a name (if it does anything by itself) and the commands that it holds, each with its full name."""
    module = import_module(f"dragoman.cli.{name.replace('-', '_')}")
    app = getattr(module, "app", None)
    if app is None:
        app = typer.Typer(add_completion=False)
        app.command()(module.command)
    command = typer.main.get_command(app)
    inner = getattr(command, "commands", None)
    if inner is None:
        yield name, command
    else:
        if command.invoke_without_command:
            yield name, command
        yield from ((f"{name} {inner_name}", found) for inner_name, found in inner.items())


def lines(name: str) -> Iterator[str]:
    """What one command does and takes."""
    for full_name, command in commands_of(name):
        given = [parameter for parameter in command.params if parameter.name != "help"]
        arguments = [_metavar(parameter) for parameter in given if not parameter.opts[0].startswith("-")]
        yield " ".join(["dragoman", full_name, *arguments])
        yield f"    {' '.join((command.help or '').split())}"
        for parameter in given:
            if parameter.opts[0].startswith("-"):
                flag = " ".join(filter(None, [", ".join(parameter.opts), parameter.metavar]))
                yield f"    {flag:<26} {parameter.help or ''}".rstrip()
        yield ""


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


if __name__ == "__main__":
    described = re.findall(r"^## dragoman ([a-z-]+)$", PAGE.read_text(encoding="utf-8"), re.M)
    for command_name in sorted(set(COMMANDS) - set(described)):
        print("\n".join(lines(command_name)))
