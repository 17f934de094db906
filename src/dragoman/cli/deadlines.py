"""`dragoman deadlines`: ultimatums and deadlines, and what became of them."""

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
    limit: Limit = 50,
    form: Form = "table",
    coarse: Coarsely = False,
) -> None:
    """Print deadlines as they stood on a day: open, met, rejected, carried out or lapsed, each step with its claim."""
    from dragoman.assembly.coarse import coarsen, keys_of
    from dragoman.assembly.deadlines import deadlines
    from dragoman.assembly.state_lines import deadline_line
    from dragoman.cli.asking import asked, query
    from dragoman.cli.table import show

    with asked(ledger) as (connection, register):
        found = deadlines(connection, query(at, known_by, voice, place, actor, types, factuality, limit), register)
        regions = coarsen(connection, keys=keys_of(told for one in found for told in one.told)) if coarse else None
    show([deadline_line(one, regions) for one in found], form, empty="no deadlines were told near that day")
