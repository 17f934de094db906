"""`dragoman agreements`: deals and truces, and what became of them."""

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
    """Print deals as they stood on a day, term by term, each step with its claim."""
    from dragoman.assembly.agreements import agreements
    from dragoman.assembly.coarse import coarsen, keys_of
    from dragoman.assembly.state_lines import agreement_line
    from dragoman.cli.asking import asked, query
    from dragoman.cli.table import show

    with asked(ledger) as (connection, register):
        found = agreements(connection, query(at, known_by, voice, place, actor, types, factuality, limit), register)
        regions = coarsen(connection, keys=keys_of(told for one in found for told in one.told)) if coarse else None
    show([agreement_line(one, regions) for one in found], form, empty="no deals were told of by that day")
