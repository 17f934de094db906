"""Putting a ledger together: claims to events, and the states that follow from them."""

from dragoman.assembly import matters
from dragoman.assembly.linking import Linked, Progress, link
from dragoman.assembly.spells import refresh, touched
from dragoman.ledger import dirt
from dragoman.ledger.filters import Parties
from dragoman.ledger.store import Ledger


def assemble(
    ledger: Ledger, register: Parties | None = None, *, everything: bool = False, progress: Progress | None = None
) -> Linked:
    """Link what was stored or reviewed since the last time (or `everything`) and make the states anew that it moves."""
    with ledger.read() as connection:
        span = dirt.all_days(connection) if everything else dirt.dirty(connection)
    linked = link(ledger, everything=everything, progress=progress)
    if span is not None:
        with ledger.write() as connection:
            refresh(connection, touched(connection, *span), register)
            matters.refresh(connection, *span, register)
    return linked
