"""`dragoman brief`: one screen on what a ledger knows of a day."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.asking import DEFAULT, Actor, At, Coarsely, Factuality, KnownBy, LedgerName, Place, Types, Voice

if TYPE_CHECKING:
    from dragoman.assembly.brief import Brief

Html = Annotated[Path | None, typer.Option(metavar="FILE", help="Write one self-contained page instead.")]
Days = Annotated[int, typer.Option(min=1, max=3660, help="How many days back changes are told.")]


def command(
    ledger: LedgerName = DEFAULT,
    at: At = None,
    known_by: KnownBy = None,
    voice: Voice = "all",
    place: Place = None,
    actor: Actor = None,
    types: Types = None,
    factuality: Factuality = None,
    days: Days = 14,
    coarse: Coarsely = False,
    html: Html = None,
) -> None:
    """Print what changed, who holds what, deadlines, deals, tolls, displacement, disagreements, all with sources."""
    from dragoman.assembly.brief import brief
    from dragoman.cli.asking import asked, query

    with asked(ledger) as (connection, register):
        wanted = query(at, known_by, voice, place, actor, types, factuality)
        found = brief(connection, wanted, register, days=days, coarse=coarse)
    if html is None:
        _print(found)
    else:
        _write(found, html)


def _write(found: "Brief", target: Path) -> None:
    from dragoman.assembly.page import page
    from dragoman.model import InputError

    try:
        target.write_text(page(found), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{target} can't be written: {error.strerror or error}") from error
    print(f"dragoman: wrote {target}", file=sys.stderr)


def _print(found: "Brief") -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.rule import Rule
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else 100, highlight=False)
    title = f"Brief of {found.day}" + (f": {found.place}" if found.place else "")
    console.print(Rule(Text(f"{title}, as known by {found.known_by}", style="bold"), align="left"))
    console.print(Text("Everything here is reported, not verified.", style="dim"))
    for section in found.sections:
        console.print(Text(f"\n{section.title}", style="bold"))
        for line in section.lines:
            console.print(Padding(Text(_safe(line.text)), (0, 0, 0, 2)))
            if line.sources:
                console.print(Padding(Text(_safe("; ".join(line.sources)), style="dim"), (0, 0, 0, 6)))
        if not section.lines:
            console.print(Padding(Text(section.empty, style="dim"), (0, 0, 0, 2)))
    for note in found.notes:
        console.print(Text(f"\n{note}", style="yellow"))


def _safe(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
