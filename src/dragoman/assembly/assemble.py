"""Putting a ledger together: claims to events, and the states that follow from them."""

from dragoman.assembly import evidence, matters, spells
from dragoman.assembly.linking import Linked, Progress, link
from dragoman.ledger import dirt
from dragoman.ledger.filters import Parties
from dragoman.ledger.store import Ledger


def assemble(
    ledger: Ledger, register: Parties | None = None, *, everything: bool = False, progress: Progress | None = None
) -> Linked:
    """Link what was stored or reviewed since the last time (or `everything`) and make the states anew that it moves."""
    with ledger.read() as connection:
        span = dirt.all_days(connection) if everything else dirt.dirty(connection)
    if span is not None:
        restate(ledger, span, register)
    return link(ledger, everything=everything, progress=progress)


def restate(ledger: Ledger, span: tuple[int, int], register: Parties | None = None) -> None:
    """Make the states anew that the claims of these days (first and last) move, in one transaction."""
    with ledger.write() as connection:
        evidence.note(connection, *span)
        spells.refresh(connection, spells.touched(connection, *span), register)
        matters.refresh(connection, *span, register)
