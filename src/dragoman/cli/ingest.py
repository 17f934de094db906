"""`dragoman ingest`: reports into a ledger, on all cores."""

import os
import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.words import counted

Sources = Annotated[list[str] | None, typer.Argument(metavar="SOURCE", help="Files, folders, or - for standard input.")]
LedgerName = Annotated[str, typer.Option("--ledger", "-l", metavar="LEDGER", help="File or postgresql+psycopg:// URL.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Publication day of reports that tell none.")]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Publisher of reports that tell none.")]
Workers = Annotated[int, typer.Option("--workers", "-w", min=0, help="Processes that read; 0 for one a core.")]
Reread = Annotated[bool, typer.Option("--reread", help="Read reports again that the ledger has; reviews are kept.")]
Failures = Annotated[bool, typer.Option("--failed", help="List the reports that failed so far, and stop.")]
ReaderName = Annotated[str, typer.Option("--reader", metavar="NAME", help="Which reader reads.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline for English.")]
CodebookFile = Annotated[Path | None, typer.Option(metavar="FILE", help="A TOML file with further types.")]


def command(
    sources: Sources = None,
    ledger: LedgerName = "dragoman.ledger",
    published: Published = None,
    publisher: Publisher = None,
    workers: Workers = 0,
    reread: Reread = False,
    list_failed: Failures = False,
    reader: ReaderName = "dragoman",
    model: Model = None,
    codebook: CodebookFile = None,
) -> None:
    """Read reports into a ledger and put their claims together.

    Reports that the ledger has are passed over, so a stop at any moment is resumed by the same command; what failed
    is tried again.
    """
    from dragoman import api
    from dragoman.assembly.assemble import assemble
    from dragoman.bulk.ingest import Ingested, Way, ingest
    from dragoman.cli.progress import bar, count
    from dragoman.gazetteer import Gazetteer
    from dragoman.intake import receive
    from dragoman.ledger import open_ledger
    from dragoman.ledger.failures import failed
    from dragoman.model import UsageError
    from dragoman.register import Register

    with open_ledger(ledger, create=not list_failed) as opened:
        if list_failed:
            before = failed(opened)
            for one in before:
                tried = "once" if one.tries == 1 else f"{one.tries} times, last"
                typer.echo(f"{one.name}: {one.reason} (tried {tried} {one.recorded})")
            if not before:
                print("dragoman: no report has failed", file=sys.stderr)
            return
        if not sources:
            raise UsageError("nothing to ingest: give a file, a folder or - for standard input")
        day = api.day(published) if published else None
        make = partial(api.make_reader, reader, model=model, codebook=codebook)
        with bar("reading", count(sources)) as progress:
            areas = Gazetteer.open()
            way = Way(
                make=make,
                workers=workers or os.cpu_count() or 1,
                reread=reread,
                areas=areas,
                sources=tuple(sources),
                progress=progress,
            )
            done: Ingested = ingest(opened, receive(sources, published=day, publisher=publisher), way)
        linked = assemble(opened, Register.open())
        _tell(done, linked.events)
    if done.failed:
        raise typer.Exit(1)


def _tell(done: object, events: int) -> None:
    from dragoman.bulk.ingest import Ingested

    assert isinstance(done, Ingested)
    stored = done.stored
    for line in done.notes:
        print(f"dragoman: {line}", file=sys.stderr)
    for one in done.failed:
        print(f"dragoman: {one.name}: not read: {one.reason}", file=sys.stderr)
    added = f"{counted(stored.added, 'report')} added with {counted(stored.claims, 'claim')}"
    parts = [added, f"{counted(events, 'event')} put together"]
    for number, words in (
        (stored.known, "known already"),
        (stored.reread, "read again"),
        (stored.versions, "new versions"),
        (stored.copies, "copies of others"),
        (len(done.failed), "failed"),
    ):
        if number:
            parts.append(f"{number} {words}")
    print(f"dragoman: {', '.join(parts)}", file=sys.stderr)
