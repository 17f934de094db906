"""`dragoman search`: full-text search over a ledger."""

from typing import Annotated

import typer

from dragoman.cli.asking import (
    DEFAULT,
    Actor,
    At,
    Coarsely,
    Factuality,
    Form,
    KnownBy,
    LedgerName,
    Limit,
    Place,
    Types,
    Voice,
)

Words = Annotated[list[str], typer.Argument(help='Words that must all stand in a report; "a phrase" in quotes.')]


def command(
    words: Words,
    ledger: LedgerName = DEFAULT,
    at: At = None,
    known_by: KnownBy = None,
    voice: Voice = "all",
    place: Place = None,
    actor: Actor = None,
    types: Types = None,
    factuality: Factuality = None,
    limit: Limit = 50,
    form: Form = "table",
    coarse: Coarsely = False,
) -> None:
    """Print the reports that hold the words, and their claims in sentences that hold one.

    With --at, --voice, --place, --actor, --type or --factuality only reports that make such a claim, with that claim.
    """
    from dragoman.assembly.lines import hit_line
    from dragoman.cli.asking import asked, query
    from dragoman.cli.table import show
    from dragoman.ledger import search

    sought = " ".join(f'"{word}"' if " " in word else word for word in words)
    with asked(ledger) as (connection, register):
        wanted = query(at, known_by, voice, place, actor, types, factuality, limit)
        hits = search(connection, sought, wanted, register)
    show([hit_line(hit, coarse=coarse) for hit in hits], form, empty="no report holds these words")
