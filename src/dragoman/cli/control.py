"""`dragoman control`: who holds what."""

from typing import Annotated

import typer

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

Over = Annotated[bool, typer.Option("--timeline", help="Every change over time, not only the day asked for.")]


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
    timeline: Over = False,
) -> None:
    """Print who is reported to hold each place; two holders stand side by side as contested."""
    from dragoman.assembly.coarse import coarsen
    from dragoman.assembly.holders import actor_labels, holders, state_ids
    from dragoman.assembly.state_lines import control_line
    from dragoman.cli.asking import asked, query
    from dragoman.cli.table import notes_on, show
    from dragoman.ledger.told import marks_of

    with asked(ledger) as (connection, register):
        wanted = query(at, known_by, voice, place, actor, types, factuality, limit)
        found = holders(connection, wanted, register, whole=timeline)
        labels = actor_labels(connection, found.places)
        ids = state_ids(connection, found) if voice == "all" and not (known_by or types or factuality) else {}
        rows = found.rows(timeline)
        marks = marks_of(connection, {number for _, held in rows for number in held.claims})
        regions = coarsen(connection, {held.place.id for _, held in rows}) if coarse else None
    lines = [control_line(held, labels, day, ids, marks, regions) for day, held in rows]
    show(lines, form, empty="no report tells who holds it", notes=notes_on(found.more, 0))
