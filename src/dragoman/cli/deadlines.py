"""`dragoman deadlines`: ultimatums and deadlines, and what became of them."""

from dragoman.cli.asking import DEFAULT, Actor, At, Form, KnownBy, LedgerName, Limit, Place, Voice


def command(
    ledger: LedgerName = DEFAULT,
    at: At = None,
    known_by: KnownBy = None,
    voice: Voice = "all",
    place: Place = None,
    actor: Actor = None,
    limit: Limit = 50,
    form: Form = "table",
) -> None:
    """Print deadlines as they stood on a day: open, met, rejected, carried out or lapsed, each step with its claim."""
    from dragoman.assembly.deadlines import deadlines
    from dragoman.assembly.lines import deadline_line
    from dragoman.cli.asking import asked, query
    from dragoman.cli.table import show

    with asked(ledger) as (connection, register):
        found = deadlines(connection, query(at, known_by, voice, place, actor, limit=limit), register)
    show([deadline_line(one) for one in found], form, empty="no deadlines were told near that day")
