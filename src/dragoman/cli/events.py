"""`dragoman events`: the events of a ledger."""

from dragoman.cli.asking import DEFAULT, Actor, At, Factuality, Form, KnownBy, LedgerName, Limit, Place, Types, Voice


def command(
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
) -> None:
    """Print events, the latest first: their claims' ranges and disagreements, by speaker."""
    from dragoman.assembly.happenings import happenings
    from dragoman.assembly.lines import event_line
    from dragoman.cli.asking import asked, query
    from dragoman.cli.table import notes_on, show

    with asked(ledger) as (connection, register):
        found = happenings(connection, query(at, known_by, voice, place, actor, types, factuality, limit), register)
        lines = [event_line(event) for event in found.events]
    show(lines, form, empty="no events answer this question", notes=notes_on(found.more, found.undated))
