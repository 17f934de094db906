"""`dragoman codebook`: look into the codebook and hold a reader to its examples."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Look into the codebook and check it.")

CodebookFile = Annotated[Path | None, typer.Option(metavar="FILE", help="A TOML file laid over the codebook.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline for English.")]
TypeName = Annotated[str | None, typer.Option("--type", metavar="NAME", help="Check this type alone.")]


@app.command()
def check(codebook: CodebookFile = None, model: Model = None, only: TypeName = None) -> None:
    """Read the examples of the codebook and print what fails; leaves with status 1 if anything does."""
    from rich.console import Console

    from dragoman.reading.language import DEFAULT_MODEL
    from dragoman.reading.reader import Reader
    from dragoman.scoring.examples import check_type

    reader = Reader(model=model or DEFAULT_MODEL, codebook=codebook)
    kinds = [reader.codebook.type(only)] if only else list(reader.codebook.types.values())
    failures = [failure for kind in kinds for failure in check_type(kind, reader.read)]
    console = Console(highlight=False, soft_wrap=True)
    for failure in failures:
        console.print(f"{failure.type}: {failure.slot}: {failure.problem}\n    {failure.text}", markup=False)
    examples = sum(len(kind.examples) + len(kind.near_misses) for kind in kinds)
    wrong = len({(failure.type, failure.text) for failure in failures})
    console.print(f"{examples - wrong} of {examples} examples are read as expected ({len(kinds)} types)")
    if failures:
        raise typer.Exit(1)


@app.command()
def types(codebook: CodebookFile = None) -> None:
    """List the types, their families and what they cover."""
    from rich.console import Console
    from rich.table import Column, Table

    from dragoman.codebook import load

    table = Table.grid("", "", Column(overflow="fold"), padding=(0, 2))
    for kind in sorted(load(codebook).types.values(), key=lambda kind: (kind.family, kind.name)):
        table.add_row(kind.family, kind.name, kind.covers)
    Console(highlight=False).print(table)
