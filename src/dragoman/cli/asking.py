"""The options that all questions to a ledger share, and the register that answers about sides."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.ledger import Query
    from dragoman.register import Register

DEFAULT = "dragoman.ledger"

LedgerName = Annotated[str, typer.Option("--ledger", "-l", metavar="LEDGER", help="File or postgresql+psycopg:// URL.")]
At = Annotated[str | None, typer.Option("--at", metavar="DATE", help="What held on this day.")]
KnownBy = Annotated[str | None, typer.Option("--known-by", metavar="DATE", help="What was published by this day.")]
Voice = Annotated[str, typer.Option(metavar="WHO", help="all, a speaker, an outlet, or side:ACTOR.")]
Place = Annotated[str | None, typer.Option(metavar="PLACE", help="Id or name; takes everything inside.")]
Actor = Annotated[str | None, typer.Option(metavar="ACTOR", help="Id or name; takes its parts.")]
Types = Annotated[list[str] | None, typer.Option("--type", metavar="TYPE", help="A codebook type; may be repeated.")]
Factuality = Annotated[list[str] | None, typer.Option(metavar="WORD", help="happened, denied, planned …")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, max=10_000, help="Lines at most.")]
Coarsely = Annotated[
    bool, typer.Option("--coarsen", help="Name regions instead of towns and leave the words out, for publishing.")
]
Form = Annotated[str, typer.Option("--format", "-f", metavar="FORM", help="table, csv or json.")]


@contextmanager
def asked(ledger: str) -> Iterator[tuple["Connection", "Register"]]:
    """A connection to a ledger that is there, and the register."""
    from dragoman.ledger import open_ledger
    from dragoman.register import Register

    with open_ledger(ledger, create=False) as opened, opened.read() as connection:
        register = Register.open()
        # What is loaded by now stays: the collector need not go through it again and again while an answer is made.
        gc.freeze()
        yield connection, register


def query(
    at: str | None = None,
    known_by: str | None = None,
    voice: str = "all",
    place: str | None = None,
    actor: str | None = None,
    types: list[str] | None = None,
    factuality: list[str] | None = None,
    limit: int = 50,
) -> "Query":
    """The question that these options ask."""
    from dragoman.ledger import Query

    return Query(
        at=at,
        known_by=known_by,
        voice=voice,
        place=place,
        actor=actor,
        types=tuple(types or ()),
        factuality=tuple(factuality or ()),
        limit=limit,
    )
