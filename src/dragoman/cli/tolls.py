"""`dragoman tolls`: reported tolls by speaker and over time."""

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
    """Print reported figures, a line a speaker; an unknown toll is unknown, never 0, and nothing is added up."""
    from dragoman.assembly.coarse import coarsen
    from dragoman.assembly.happenings import happenings
    from dragoman.assembly.lines import toll_lines
    from dragoman.cli.asking import asked, query
    from dragoman.cli.table import notes_on, show

    with asked(ledger) as (connection, register):
        wanted = query(at, known_by, voice, place, actor, types, factuality, limit)
        found = happenings(connection, wanted, register, counted=True)
        regions = coarsen(connection, {e.place_id for e in found.events if e.place_id is not None}) if coarse else None
    lines = [line for event in found.events for line in toll_lines(event, regions)]
    show(lines, form, empty="no figures answer this question", notes=notes_on(found.more, found.undated))
