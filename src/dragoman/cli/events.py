"""`dragoman events`: the events of a ledger, and one of them in full."""

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

app = typer.Typer(invoke_without_command=True, add_completion=False)
EventId = Annotated[str, typer.Argument(metavar="EVENT", help="Id as `dragoman events` prints it.")]


@app.callback()
def all_(
    context: typer.Context,
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
    """Print events, the latest first: their claims' ranges and disagreements, by speaker. `show EVENT` prints one."""
    if context.invoked_subcommand is not None:
        return
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


@app.command("show")
def show_(
    event: EventId,
    ledger: LedgerName = DEFAULT,
    known_by: KnownBy = None,
    form: Form = "table",
    coarse: Coarsely = False,
) -> None:
    """Print one event in full: its claims by speaker with why each was linked, figures over time, disagreements."""
    from dragoman.assembly.coarse import coarsen, keys_of
    from dragoman.assembly.detail import detail, detail_lines, detail_record
    from dragoman.cli.asking import asked, query
    from dragoman.cli.table import show, show_record

    with asked(ledger) as (connection, register):
        found = detail(connection, event, query(known_by=known_by), register)
        numbers = {found.event.place_id} if found.event.place_id is not None else set()
        regions = coarsen(connection, numbers, keys_of(found.event.claims)) if coarse else None
    if form == "csv":
        show(detail_lines(found, regions), form, empty="no claims")
    else:
        show_record(detail_record(found, regions), form)
