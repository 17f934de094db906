"""`dragoman actors`: look into the actor register and add to it."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.model import UsageError
from dragoman.register import Actor, Alias, Register, Relation

app = typer.Typer(help="Find actors in the register, show them, and add to them.", no_args_is_help=True)
_DATE = r"\d{4}(-\d\d(-\d\d)?)?"


@app.command("find")
def find(
    name: Annotated[str, typer.Argument(help="A name as reports use it.")],
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day it is used on; a name may change hands.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(help="ISO 3166 code of the country, where a name is several actors'.")
    ] = None,
) -> None:
    """Print every actor that a name may mean: id, name, kind, country."""
    _check_date(on)
    register = Register.open()
    found = register.candidates(name, on)
    if country:
        found = [actor for actor in found if actor.country == country.upper()]
    if not found:
        raise UsageError(f"the register has no actor called {name!r}: try another spelling, or import one")
    for actor in found:
        typer.echo(_line(actor))


@app.command("show")
def show(
    actor: Annotated[str, typer.Argument(help="An id as `actors find` prints it, or a name.")],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day for names, relations and side.")] = None,
) -> None:
    """Print all that the register holds of one actor: names and whose usage they are, relations, side."""
    _check_date(on)
    register = Register.open()
    entry = register.get(actor) or register.find(actor, on)
    if entry is None:
        raise UsageError(f"the register has no one actor {actor!r}: `dragoman actors find` lists those of a name")
    typer.echo(_line(entry))
    for label, value in (
        ("since", entry.since),
        ("until", entry.until),
        ("UCDP id", entry.ucdp),
        ("source", entry.source),
    ):
        if value:
            typer.echo(f"  {label}: {value}")
    for alias in register.aliases_of(entry.id):
        source = f"; {alias.source}" if alias.source else ""
        typer.echo(f"  name: {alias.text}{_dates(alias)} ({alias.language}, {alias.usage}{source})")
    for relation in register.relations_of(entry.id, on):
        told = f"{relation.subject} {relation.kind} {relation.object}"
        typer.echo(f"  relation: {told}{_dates(relation)} ({relation.source})")
    typer.echo(f"  side: {', '.join(sorted(register.side_of(entry.id, on)))}")


@app.command("import")
def take_in(
    file: Annotated[
        Path, typer.Argument(help="UCDP's actor table (.csv), or a table of the register's own form (.tsv).")
    ],
) -> None:
    """Add actors, names or relations to the register of this installation, and build it anew."""
    from dragoman.register.imports import take_in as add

    register, written = add(file)
    typer.echo(f"{len(register)} actors; tables in use: {', '.join(path.name for path in written)}", err=True)


def _line(actor: Actor) -> str:
    return "  ".join([actor.id, actor.name, actor.kind, actor.country or "-"])


def _dates(entry: Alias | Relation) -> str:
    return f" {entry.since or '..'}/{entry.until or '..'}" if entry.since or entry.until else ""


def _check_date(text: str | None) -> None:
    import re

    if text is not None and not re.fullmatch(_DATE, text):
        raise UsageError(f"{text!r} is no date: write it as 2018, 2018-04 or 2018-04-17")
