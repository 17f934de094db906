"""Build the gazetteer: one SQLite file out of the packages and the tables that come with this one."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from dragoman.gazetteer import conflict, tables
from dragoman.gazetteer.store import FORMAT, Store
from dragoman.gazetteer.world import World

CITIES = 235_000
DIVISIONS = 52_000


class Advance(Protocol):
    """Called with the number of places done since the last call."""

    def __call__(self, step: float = ..., /) -> object:
        """Count `step` more places."""


def stamp() -> str:
    """What a fresh build is made of, as SHA-256."""
    return tables.stamp(FORMAT)


def build(path: Path, *, quiet: bool = False) -> None:
    """Write the gazetteer to `path`, with a progress bar on stderr if that is a terminal."""
    world = World()
    store = Store.write(path)
    with progress("Building the gazetteer", CITIES + DIVISIONS, quiet=quiet) as advance:
        for entries in (world.cities(), world.divisions(), world.countries(), world.continents()):
            for position, entry in enumerate(entries):
                store.put([entry])
                if position % 1000 == 999:
                    advance(1000)
        store.put_divisions(world.codes)
        store.set_kind((place_id for _, place_id in world.seats.values()), "capital")
        store.index()
        store.put(conflict.features(store))
        conflict.aliases(store)
        store.put(conflict.areas())
        conflict.ucdp(store)
    store.finish(stamp())


@contextmanager
def progress(title: str, total: float | None, *, quiet: bool = False) -> Iterator[Advance]:
    """A progress bar on stderr, shown only on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda step=1.0, /: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=total)
        yield lambda step=1.0, /: bar.advance(task, step)
