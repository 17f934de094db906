"""The command line: which commands there are, and how every error ends in one line and an exit status.

A command is a module of this room that holds a function `command` (or a `typer.Typer` named `app`, for a command with
commands of its own). It is imported only when it is called, so the help of all costs the import of none.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from dragoman.version import __version__

COMMANDS = {
    "actors": "Find actors in the register, show them, and add to them.",
    "agreements": "Deals and truces in a ledger, and what became of each term.",
    "audit": "Verify the chain of reviews of a ledger.",
    "brief": "One screen on what a ledger knows: changes, control, deadlines, deals, tolls, disagreements.",
    "claims": "Claims in a ledger, by place, actor, voice and day.",
    "codebook": "Look into the codebook and check a reader against its examples.",
    "control": "Who holds what, on a day, as known by a day, according to whom.",
    "deadlines": "Ultimatums and deadlines in a ledger, and what became of them.",
    "doctor": "Say what this installation has, what it lacks and the command that mends it.",
    "events": "Events in a ledger, with all claims side by side.",
    "ingest": "Read reports into a ledger and put their claims together.",
    "ledger": "Check, back up or migrate a ledger, or forget a report.",
    "places": "Find places in the gazetteer, show them, and add to them.",
    "read": "Read reports and print the claims they make.",
    "review": "Accept, correct or reject claims; split, merge or link events.",
    "score": "Measure a reader against labelled passages.",
    "search": "Full-text search over the reports of a ledger.",
    "states": "Sieges, truces, alliances and populations that are reported to hold on a day.",
    "times": "Show the times of a text: value, role, first and last day.",
    "tolls": "Reported tolls in a ledger, by speaker and over time.",
}
"""Each command's name, which is its module's, and the line that the help shows for it."""

INTERRUPTED = 130


class _LazyCommand(TyperCommand):
    """A command that is imported when it is called."""

    def __init__(self, name: str) -> None:
        super().__init__(name, help=COMMANDS[name])

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        return _load(self.name or "").make_context(info_name, args, parent, **extra)


class _Commands(TyperGroup):
    """The group of all commands, listed without importing them."""

    def list_commands(self, ctx: Any) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return _LazyCommand(cmd_name) if cmd_name in COMMANDS else None


def _load(name: str) -> Any:
    module = import_module(f"dragoman.cli.{name.replace('-', '_')}")
    app = getattr(module, "app", None)
    if app is None:
        app = typer.Typer(add_completion=False)
        app.command(name=name, help=COMMANDS[name])(module.command)
    command = typer.main.get_command(app)
    command.name = name
    return command


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def dragoman(
    ctx: typer.Context,
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show the version."),
) -> None:
    """Read reports about armed conflict: who did what to whom, where, when, and according to whom."""
    if ctx.invoked_subcommand is None:
        print(ctx.get_help())
        raise typer.Exit(2)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with the exit status of the contract."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status: 0 done, 1 something failed, 2 bad usage, 3 lacking, 130 interrupted."""
    try:
        command = typer.main.get_command(app)
        with command.make_context("dragoman", list(sys.argv[1:] if arguments is None else arguments)) as context:
            command.invoke(context)
        return 0
    except typer.Exit as ended:
        return ended.exit_code
    except TyperException as error:
        return _told(error.format_message(), error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return _told("interrupted", INTERRUPTED)
    except BrokenPipeError:  # whoever read our output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _status_of(error)


def _status_of(error: Exception) -> int:
    if os.environ.get("DRAGOMAN_DEBUG"):
        raise error
    from dragoman.model.errors import DragomanError

    if isinstance(error, DragomanError):
        return _told(str(error), error.exit_status)
    what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return _told(f"a defect in dragoman: {what} (DRAGOMAN_DEBUG=1 shows where; please report it)", 1)


def _told(message: str, status: int) -> int:
    print(f"dragoman: {message}", file=sys.stderr)
    return status
