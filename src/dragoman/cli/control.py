"""`dragoman control`: who holds what."""

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.asking import DEFAULT, At, Form, KnownBy, LedgerName, Limit, Place, Voice

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.assembly.lines import Line
    from dragoman.assembly.standing import State as Held

Over = Annotated[bool, typer.Option("--timeline", help="Every change over time, not only the day asked for.")]


State = Annotated[str, typer.Option(metavar="KIND", help="control, siege, ceasefire, alliance or population.")]


def command(
    ledger: LedgerName = DEFAULT,
    at: At = None,
    known_by: KnownBy = None,
    voice: Voice = "all",
    place: Place = None,
    limit: Limit = 25,
    form: Form = "table",
    timeline: Over = False,
    state: State = "control",
) -> None:
    """Print who is reported to hold each place, or another state; two holders stand side by side as contested."""
    from dataclasses import replace

    from dragoman.assembly.holders import actor_labels, holders, state_ids
    from dragoman.assembly.lines import control_line
    from dragoman.assembly.standing import standing
    from dragoman.cli.asking import asked, query
    from dragoman.cli.table import notes_on, show

    with asked(ledger) as (connection, register):
        if state != "control":
            held = standing(connection, state, query(at, known_by, voice, place, limit=limit), register)
            return show(_others(connection, held), form, empty=f"no report tells of a {state} on that day")
        found = holders(connection, query(at, known_by, voice, place, limit=limit), register, whole=timeline)
        labels = actor_labels(connection, found.places)
        ids = state_ids(connection, found) if voice == "all" and known_by is None else {}
    if timeline:
        lines = [
            control_line(replace(held, segment=segment, age=None), labels, segment.start)
            for held in found.places
            for segment in held.timeline
        ]
    else:
        lines = [control_line(held, labels, found.day, ids) for held in found.places]
    show(lines, form, empty="no report tells who holds it", notes=notes_on(found.more, 0))
    return None


def _others(connection: "Connection", held: "list[Held]") -> "list[Line]":
    from dragoman.assembly.holders import names_of
    from dragoman.assembly.lines import state_line

    labels = names_of(connection, {party for one in held for party in one.parties})
    return [state_line(one, labels) for one in held]
