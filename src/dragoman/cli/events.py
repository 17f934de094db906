"""`dragoman events`: the events of a ledger."""

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


def command(
    ledger: LedgerName = DEFAULT,
    at: At = None,
    known_by: KnownBy = None,
    voice: Voice = "all",
    place: Place = None,
    actor: Actor = None,
    types: Types = None,
    factuality: Factuality = None,
    limit: Limit = 25,
    form: Form = "table",
    coarse: Coarsely = False,
) -> None:
    """Print events, the latest first: their claims' ranges and disagreements, by speaker."""
    from dragoman.assembly.coarse import coarsen
    from dragoman.assembly.happenings import happenings
    from dragoman.assembly.lines import event_line
    from dragoman.cli.asking import asked, query
    from dragoman.cli.table import notes_on, show

    with asked(ledger) as (connection, register):
        found = happenings(connection, query(at, known_by, voice, place, actor, types, factuality, limit), register)
        regions = coarsen(connection, {e.place_id for e in found.events if e.place_id is not None}) if coarse else None
    lines = [event_line(event, regions) for event in found.events]
    show(lines, form, empty="no events answer this question", notes=notes_on(found.more, found.undated))
