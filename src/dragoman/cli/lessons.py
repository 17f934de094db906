"""Handing what reviewers taught about names to register and gazetteer, for the next reading."""

import csv
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from dragoman.model import UsageError


def hand_on(kind: str, lessons: Mapping[str, str]) -> None:
    """Import names (to the ids that they mean) into the register or the gazetteer of this installation.

    Raises `UsageError` where an id is not known there.
    """
    with TemporaryDirectory() as folder:
        if kind == "actor":
            _actors(Path(folder) / "taught.tsv", lessons)
        else:
            _places(Path(folder) / "taught.csv", lessons)


def check(kind: str, target: str) -> None:
    """Raise `UsageError` unless the register or the gazetteer has this id."""
    from dragoman.gazetteer import Gazetteer
    from dragoman.register import Register

    known = Register.open().get(target) if kind == "actor" else Gazetteer.open().get(target)
    if known is None:
        raise UsageError(f"no {kind} has the id {target!r}; `dragoman {kind}s find NAME` prints ids")


def _actors(path: Path, lessons: Mapping[str, str]) -> None:
    from dragoman.register.imports import take_in

    with path.open("w", encoding="utf-8") as table:
        print("actor", "alias", "language", "usage", "since", "until", sep="\t", file=table)
        for alias, target in lessons.items():
            print(target, " ".join(alias.split()), "en", "neutral", "", "", sep="\t", file=table)
    take_in(path)


def _places(path: Path, lessons: Mapping[str, str]) -> None:
    from dragoman.gazetteer import Gazetteer
    from dragoman.gazetteer.imports import import_file

    gazetteer = Gazetteer.open()
    names: dict[str, list[str]] = {}
    for alias, target in lessons.items():
        names.setdefault(target, []).append(alias)
    with path.open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table)
        writer.writerow(("id", "name", "lat", "lon", "country", "kind", "radius_km", "population", "names"))
        for target, aliases in names.items():
            if place := gazetteer.get(target):
                known = (place.lat, place.lon, place.country or "", place.kind, place.radius_km, place.population)
                writer.writerow((target, place.name, *known, "|".join(aliases)))
    import_file(path, refuse=lambda line, reason: None)
