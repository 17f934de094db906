"""`dragoman search`: full-text search over a ledger."""

from typing import Annotated

import typer

from dragoman.cli.asking import DEFAULT, Form, KnownBy, LedgerName, Limit

Words = Annotated[list[str], typer.Argument(help='Words that must all stand in a report; "a phrase" in quotes.')]


def command(
    words: Words, ledger: LedgerName = DEFAULT, known_by: KnownBy = None, limit: Limit = 50, form: Form = "table"
) -> None:
    """Print the reports that hold the words, and their claims in sentences that hold one."""
    from dragoman.assembly.lines import hit_line
    from dragoman.cli.table import show
    from dragoman.ledger import open_ledger, search

    asked = " ".join(f'"{word}"' if " " in word else word for word in words)
    with open_ledger(ledger, create=False) as opened, opened.read() as connection:
        hits = search(connection, asked, known_by=known_by, limit=limit)
    show([hit_line(hit) for hit in hits], form, empty="no report holds these words")
