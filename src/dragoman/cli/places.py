"""`dragoman places`: look into the gazetteer, build it, and add places to it."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.gazetteer import Gazetteer, Place, precision
from dragoman.model import UsageError

app = typer.Typer(help="Find places in the gazetteer, show them, and add to them.", no_args_is_help=True)


@app.command("find")
def find(
    name: Annotated[str, typer.Argument(help="A name as reports write it.")],
    country: Annotated[str | None, typer.Option(help="ISO 3166 code of the country to look in.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many to print.")] = 10,
) -> None:
    """Print the places that a name may mean, likeliest first: id, name, kind, country, point, people."""
    found = Gazetteer.open().find(name, country=country.upper() if country else None)
    if not found:
        raise UsageError(f"the gazetteer has no place called {name!r}: try another spelling, or import one")
    for place in found[:limit]:
        typer.echo(_line(place))


@app.command("info")
def info(place: Annotated[str, typer.Argument(help="An id as `places find` prints it, or a name.")]) -> None:
    """Print all that the gazetteer holds of one place: what it lies in, what it lists, precision classes."""
    gazetteer = Gazetteer.open()
    entry = gazetteer.get(place) or next(iter(gazetteer.find(place)), None)
    if entry is None:
        raise UsageError(f"the gazetteer has no place {place!r}: `dragoman places find` lists those of a name")
    typer.echo(_line(entry))
    typer.echo(f"  radius: {entry.radius_km:g} km")
    typer.echo(f"  precision: UCDP {precision.ucdp(entry.kind)}, ACLED {precision.acled(entry.kind)}")
    typer.echo(f"  source: {entry.source}")
    for title, ids in (("in", gazetteer.ancestors(entry.id)), ("holds", gazetteer.members(entry.id))):
        for one in ids:
            part = gazetteer.get(one)
            typer.echo(f"  {title}: {one}{f' {part.name}' if part else ''}")


@app.command("build")
def build(
    force: Annotated[bool, typer.Option("--force", help="Build it even where it is there and whole.")] = False,
) -> None:
    """Build the gazetteer now instead of on first use, and say where it lies."""
    from dragoman.gazetteer import cache, remove

    if force:
        remove()
    gazetteer = Gazetteer.open()
    typer.echo(f"{gazetteer.count()} places in {cache.folder()}")


@app.command("import")
def import_places(
    file: Annotated[Path, typer.Argument(help="A GeoNames dump, UCDP GED, OCHA COD-AB, or a table of name, lat, lon.")],
) -> None:
    """Add the places of a file; the rows that are refused are named on standard error."""
    from dragoman.gazetteer.imports import import_file

    def refuse(line: int, reason: str) -> None:
        print(f"dragoman: {file.name}, row {line}: refused: {reason}", file=sys.stderr)

    outcome = import_file(file, refuse=refuse)
    if outcome.again:
        typer.echo(f"{file.name} is imported already; nothing has changed")
        return
    typer.echo(f"{file.name} ({outcome.format}): {outcome.places} of {outcome.rows} rows are places", nl=False)
    typer.echo(f", {outcome.skipped} are none of their own, {outcome.refused} refused")


def _line(place: Place) -> str:
    where = f"{place.lat:.3f} {place.lon:.3f}"
    return "\t".join((place.id, place.name, place.kind, place.country or "-", where, str(place.population or "-")))
