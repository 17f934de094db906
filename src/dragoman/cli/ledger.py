"""`dragoman ledger`: looking after a ledger."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.asking import DEFAULT, LedgerName
from dragoman.cli.words import counted

app = typer.Typer(help="Check, back up or migrate a ledger, or forget a report.", no_args_is_help=True)

Reviewer = Annotated[str, typer.Option("--reviewer", "-r", metavar="NAME", help="Who does it.")]


@app.command("check")
def check(ledger: LedgerName = DEFAULT) -> None:
    """Check a ledger from end to end: file, texts, rows, chain of reviews."""
    from dragoman.ledger import open_ledger
    from dragoman.ledger.upkeep import check as problems_of

    with open_ledger(ledger, create=False) as opened:
        problems = problems_of(opened)
    for problem in problems:
        typer.echo(problem)
    if problems:
        raise typer.Exit(1)
    typer.echo("nothing wrong was found")


@app.command("backup")
def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="A new file.")], ledger: LedgerName = DEFAULT
) -> None:
    """Copy a ledger, as of one moment, into a new SQLite file."""
    from dragoman.ledger import open_ledger
    from dragoman.ledger.upkeep import backup as copy

    with open_ledger(ledger, create=False) as opened:
        copy(opened, target)
    typer.echo(f"copied to {target}")


@app.command("migrate")
def migrate(ledger: LedgerName = DEFAULT) -> None:
    """Bring a ledger made by an older version up to date, and put its claims together anew; back it up first."""
    from dragoman.assembly.assemble import assemble
    from dragoman.ledger import open_ledger
    from dragoman.ledger.store import Ledger
    from dragoman.register import Register

    typer.echo(f"the ledger has schema {Ledger.bring_up(ledger)}")
    with open_ledger(ledger, create=False) as opened:
        assemble(opened, Register.open())


@app.command("forget")
def forget(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="Url, id, key or row number.")],
    reviewer: Reviewer,
    ledger: LedgerName = DEFAULT,
    reason: Annotated[str, typer.Option(help="Why; kept in the chain of reviews.")] = "",
) -> None:
    """Forget a report with all its versions and claims; a tombstone stays, so that it does not come back."""
    from dragoman.assembly.assemble import assemble
    from dragoman.ledger import open_ledger
    from dragoman.ledger.forget import forget as drop
    from dragoman.register import Register

    with open_ledger(ledger, create=False) as opened:
        count = drop(opened, report, reviewer, reason)
        assemble(opened, Register.open())
    typer.echo(f"{counted(count, 'version')} forgotten")
