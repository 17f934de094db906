"""Taking tables of the user's own, or UCDP's actors, into the register of this installation."""

import csv
from collections.abc import Mapping
from pathlib import Path

from dragoman.model import InputError
from dragoman.register import build, tables, ucdp
from dragoman.register.store import Register

_OWN = {
    "actors": {"id", "name", "kind", "country", "since", "until", "ucdp", "source"},
    "names": {"actor", "alias", "language", "usage", "since", "until"},
    "names with sources": {"actor", "alias", "language", "usage", "since", "until", "source", "seat"},
    "relations": {"subject", "relation", "object", "since", "until", "source"},
}


def take_in(path: Path) -> tuple[Register, list[Path]]:
    """Import a file and build the register anew; gives the register and the tables written.

    The file is UCDP's actor table (CSV) or a table of the register's own form (TSV with the columns of actors, names
    or relations). An InputError says what is wrong with it; then nothing has changed.
    """
    try:
        head = path.open(encoding="utf-8-sig").readline()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} can't be read as UTF-8 text: {error}") from error
    folder = build.imports_folder()
    folder.mkdir(parents=True, exist_ok=True)
    written = _ucdp(path, folder) if "ActorId" in head else _own(path, folder)
    return Register.open(), written


def _ucdp(path: Path, folder: Path) -> list[Path]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows: list[Mapping[str, str | None]] = list(csv.DictReader(lines))
    compiled = tables.read([file for file in tables.shipped() if not file.name.startswith("ucdp_")])
    try:
        return ucdp.write(ucdp.convert(rows, compiled, path.stem), folder, f"Imported from {path.name}.")
    except KeyError as error:
        raise InputError(f"{path.name} has no column {error}: is it the UCDP Actor data set?") from error


def _own(path: Path, folder: Path) -> list[Path]:
    rows = list(tables.rows(path))
    columns = set(rows[0]) if rows else set()
    if columns not in _OWN.values():
        forms = "; ".join(f"{name}: {', '.join(sorted(wanted))}" for name, wanted in _OWN.items())
        raise InputError(f"{path.name} is neither UCDP's table nor has it the columns of one of ours ({forms})")
    entries = tables.read([*build.source_files(), path])
    _known(path, rows, entries)
    target = folder / f"{path.stem}.tsv"
    if target != path:
        target.write_text(path.read_text(encoding="utf-8-sig"), encoding="utf-8")
    return [target]


def _known(path: Path, rows: list[tables.Row], entries: tables.Entries) -> None:
    for row in rows:
        for column in ("actor", "subject", "object"):
            if column in row and row[column] not in entries.actors:
                raise InputError(f"{path.name}: no actor has the id {row[column]!r}; import the actors first")
