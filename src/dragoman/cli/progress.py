"""A progress bar on standard error, with the rate and the time left, where that is a terminal."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

_ROWS = (".jsonl", ".csv")


def count(sources: Iterable[str]) -> int | None:
    """About how many reports there are: files, and lines of files that hold a report a line; null for a pipe."""
    total = 0
    for source in sources:
        if source == "-":
            return None
        path = Path(source)
        total += sum(_reports(each) for each in _files(path)) if path.is_dir() else _reports(path)
    return total


def _files(folder: Path) -> Iterator[Path]:
    for root, _, names in os.walk(folder):
        yield from (Path(root) / name for name in names if not name.startswith("."))


def _reports(path: Path) -> int:
    if path.suffix.lower() not in _ROWS or not path.is_file():
        return 1
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


@contextmanager
def bar(title: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """A bar as long as the block; call what it gives with the number done since the last call."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        *(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()),
        *(TextColumn("{task.speed:.1f}/s", justify="right"), TimeRemainingColumn()),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=60) as shown:
        task = shown.add_task(title, total=total)
        yield lambda done: shown.advance(task, done)
