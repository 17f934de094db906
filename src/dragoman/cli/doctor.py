"""`dragoman doctor`: what this installation has, what it lacks and the command that mends it."""

from typing import Annotated

import typer

Model = Annotated[str | None, typer.Option(metavar="NAME", help="The spaCy pipeline to look at.")]


def command(model: Model = None) -> None:
    """Print the state of the installation; leaves with status 3 where something lacks."""
    from rich.console import Console
    from rich.table import Column, Table
    from rich.text import Text

    from dragoman.cli.checkup import checkup

    findings = list(checkup(model))
    table = Table.grid("", "", Column(overflow="fold"), padding=(0, 2))
    for finding in findings:
        table.add_row("ok" if finding.well else "LACKS", finding.part, Text(finding.state))
    console = Console(highlight=False)
    console.print(table)
    lacking = [finding for finding in findings if not finding.well]
    for finding in lacking:
        console.print(f"To mend {finding.part}: {finding.remedy}", markup=False, soft_wrap=True)
    if lacking:
        raise typer.Exit(3)
