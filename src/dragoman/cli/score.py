"""`dragoman score`: measure a reader against labelled passages."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dragoman.scoring.result import Result

DEFAULT = Path("tests") / "gold" / "passages.jsonl"
FLOORS = "floors.toml"

Gold = Annotated[
    list[Path] | None, typer.Argument(metavar="GOLD...", help="Files of labelled passages, one JSON a line.")
]
ReaderName = Annotated[str, typer.Option("--reader", metavar="NAME", help="learned or rules.")]
Errors = Annotated[int, typer.Option(metavar="N", help="Print this many misses and this many false alarms.")]
Gate = Annotated[bool, typer.Option("--gate", help="Fail where a figure is below its floor (floors.toml beside GOLD).")]
Raise = Annotated[bool, typer.Option("--raise", help="Raise the floors to just below the figures found.")]


def command(
    gold: Gold = None, reader: ReaderName = "learned", errors: Errors = 0, gate: Gate = False, lift: Raise = False
) -> None:
    """Print claims, slots, types and factualities of each set; with --gate leave with status 1 below a floor."""
    from dragoman.scoring import gate as gates
    from dragoman.scoring.printed import lines

    low: list[str] = []
    for path in gold or [DEFAULT]:
        result = measure(path, reader)
        typer.echo("\n".join([str(path), *lines(result, errors)]))
        floors = path.with_name(FLOORS)
        found = gates.figures(result)
        if lift:
            gates.write(floors, gates.raised(found, gates.floors(floors) if floors.exists() else {}))
        if gate:
            low += [f"{path}: {line}" for line in gates.below(found, gates.floors(floors))]
    for line in low:
        typer.echo(line, err=True)
    if low:
        raise typer.Exit(1)


def measure(path: Path, reader: str = "learned") -> "Result":
    """Read the passages of a labelled file and compare the claims with the labels."""
    from dragoman.reading.reader import Reader
    from dragoman.scoring.gold import load
    from dragoman.scoring.result import Result, score

    passages, used = load(path), Reader(reader=reader)
    return Result([score(p, used.read(p.report()).claims, used.codebook) for p in passages])
