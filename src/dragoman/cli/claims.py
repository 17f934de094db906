"""`dragoman claims`: the claims of a ledger."""

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
    """Print claims, the latest first, each with who says so and where it stands."""
    from dragoman.assembly.lines import claim_line
    from dragoman.cli.asking import asked, query
    from dragoman.cli.table import notes_on, show
    from dragoman.ledger import answer

    with asked(ledger) as (connection, register):
        found = answer(connection, query(at, known_by, voice, place, actor, types, factuality, limit), register)
        lines = [claim_line(told) for told in found.claims]
    show(lines, form, empty="no claims answer this question", notes=notes_on(found.more, found.undated))
