"""`dragoman claims`: the claims of a ledger."""

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
    """Print claims, the latest first, each with who says so and where it stands."""
    from dragoman.assembly.coarse import coarsen
    from dragoman.assembly.lines import claim_line
    from dragoman.cli.asking import asked, query
    from dragoman.cli.table import notes_on, show
    from dragoman.ledger import answer

    with asked(ledger) as (connection, register):
        found = answer(connection, query(at, known_by, voice, place, actor, types, factuality, limit), register)
        keys = {item.place for told in found.claims for item in told.claim.place if item.place}
        regions = coarsen(connection, keys=keys) if coarse else None
    lines = [claim_line(told, regions) for told in found.claims]
    show(lines, form, empty="no claims answer this question", notes=notes_on(found.more, found.undated))
