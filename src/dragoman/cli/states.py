"""`dragoman states`: sieges, truces, alliances and populations."""

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
    """Print what is reported to hold on a day; --type names one of siege, ceasefire, alliance, population."""
    from dragoman.assembly.coarse import coarsen
    from dragoman.assembly.holders import names_of
    from dragoman.assembly.state_lines import state_line
    from dragoman.assembly.states import states
    from dragoman.cli.asking import asked, query
    from dragoman.cli.table import notes_on, show

    with asked(ledger) as (connection, register):
        found = states(
            connection, query(at, known_by, voice, place, actor, None, factuality, limit), register, kinds=types
        )
        labels = names_of(connection, {key for one in found.states for key in one.actors})
        regions = coarsen(connection, {one.place.id for one in found.states if one.place}) if coarse else None
    lines = [state_line(one, labels, regions) for one in found.states]
    show(lines, form, empty="no report tells of such a state on that day", notes=notes_on(found.more, 0))
