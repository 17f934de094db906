"""`dragoman control`: who holds what."""

from typing import Annotated

import typer

from dragoman.cli.asking import DEFAULT, At, Form, KnownBy, LedgerName, Limit, Place, Voice

Over = Annotated[bool, typer.Option("--timeline", help="Every change over time, not only the day asked for.")]


def command(
    ledger: LedgerName = DEFAULT,
    at: At = None,
    known_by: KnownBy = None,
    voice: Voice = "all",
    place: Place = None,
    limit: Limit = 50,
    form: Form = "table",
    timeline: Over = False,
) -> None:
    """Print who is reported to hold each place; two holders stand side by side as contested."""
    from dataclasses import replace

    from dragoman.assembly.holders import actor_labels, holders
    from dragoman.assembly.lines import control_line
    from dragoman.cli.asking import asked, query
    from dragoman.cli.table import notes_on, show

    with asked(ledger) as (connection, register):
        found = holders(connection, query(at, known_by, voice, place, limit=limit), register)
        labels = actor_labels(connection, found.places)
    if timeline:
        lines = [
            control_line(replace(held, segment=segment, age=None), labels, segment.start)
            for held in found.places
            for segment in held.timeline
        ]
    else:
        lines = [control_line(held, labels, found.day) for held in found.places]
    show(lines, form, empty="no report tells who holds it", notes=notes_on(found.more, 0))
