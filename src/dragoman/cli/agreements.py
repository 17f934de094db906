"""`dragoman agreements`: deals and truces, and what became of them."""

from dragoman.cli.asking import DEFAULT, Actor, At, Form, KnownBy, LedgerName, Limit, Place, Voice


def command(
    ledger: LedgerName = DEFAULT,
    at: At = None,
    known_by: KnownBy = None,
    voice: Voice = "all",
    place: Place = None,
    actor: Actor = None,
    limit: Limit = 25,
    form: Form = "table",
) -> None:
    """Print deals as they stood on a day, term by term, each step with its claim."""
    from dragoman.assembly.agreements import agreements
    from dragoman.assembly.lines import agreement_line
    from dragoman.cli.asking import asked, query
    from dragoman.cli.table import show

    with asked(ledger) as (connection, register):
        found = agreements(connection, query(at, known_by, voice, place, actor, limit=limit), register)
    show([agreement_line(one) for one in found], form, empty="no deals were told of by that day")
