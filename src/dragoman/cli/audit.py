"""`dragoman audit`: verify the chain of reviews."""

from typing import Annotated

import typer

from dragoman.cli.asking import DEFAULT, LedgerName
from dragoman.cli.words import counted

Expect = Annotated[
    str | None, typer.Option(metavar="HASH", help="A last hash noted earlier; it must stand in the chain.")
]


def command(ledger: LedgerName = DEFAULT, expect: Expect = None) -> None:
    """Verify that no review was changed, moved or left out; print the last hash, to be noted elsewhere."""
    from dragoman.ledger import open_ledger
    from dragoman.ledger.chain import audit

    with open_ledger(ledger, create=False) as opened, opened.read() as connection:
        found = audit(connection, expect)
    typer.echo(f"{counted(found.reviews, 'review')}, chain unbroken, {found.forgotten} with a forgotten payload")
    typer.echo(f"last hash: {found.head}")
