"""`dragoman read`: reports in, their claims out."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    pass

Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Publication day of reports that tell none.")]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Publisher of reports that tell none.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object per report and line.")]
Layers = Annotated[bool, typer.Option("--layers", help="Add every mention and attribution; implies --json.")]
ReaderName = Annotated[str, typer.Option("--reader", metavar="NAME", help="Which reader reads.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline for English.")]
CodebookFile = Annotated[Path | None, typer.Option(metavar="FILE", help="A TOML file with further types.")]


def command(
    paths: Paths = None,
    published: Published = None,
    publisher: Publisher = None,
    as_json: AsJson = False,
    layers: Layers = False,
    reader: ReaderName = "dragoman",
    model: Model = None,
    codebook: CodebookFile = None,
) -> None:
    """Read reports and print the claims they make."""
    from dragoman import api
    from dragoman.cli.printer import printer
    from dragoman.intake import receive

    sources = _sources(paths)
    day = api.day(published) if published else None
    reads = api.make_reader(reader, model=model, codebook=codebook)
    gc.freeze()  # or every full collection would walk through model, register and gazetteer again
    outcomes = receive(sources, published=day, publisher=publisher)
    with printer(as_json=as_json or layers) as show:
        for outcome in outcomes:
            show.outcome(outcome, lambda delivery: api.read_delivery(reads, delivery, layers=layers))
    if show.failed:
        raise typer.Exit(1)


def _sources(paths: list[str] | None) -> list[str]:
    from dragoman.model import UsageError

    if not paths and sys.stdin.isatty():
        raise UsageError("nothing to read: give a file, a folder or - for standard input")
    return paths or ["-"]
