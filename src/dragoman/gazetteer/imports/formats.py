"""Which format a file is in, and its rows one by one."""

import csv
import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from dragoman.gazetteer.gazetteer import Gazetteer
from dragoman.gazetteer.imports import plain, rows
from dragoman.gazetteer.store import Entry
from dragoman.model import InputError

Reader = Callable[[list[str], dict[str, int], Gazetteer], Entry | None]
"""Makes an entry of a row's cells; None for a row that is no place of its own; ValueError says what is wrong."""

GEONAMES_COLUMNS = 19
_SNIFFED = 65_536


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, how cells are parted, its header (empty for GeoNames, which has none) and its reader."""

    name: str
    delimiter: str
    header: dict[str, int]
    read: Reader


def detect(path: Path) -> Format:
    """The format of a file by its first line; an InputError says what was expected."""
    with text_of(path) as lines:
        first = lines.readline(_SNIFFED)
    if first.count("\t") == GEONAMES_COLUMNS - 1 and first.split("\t")[0].isdigit():
        return Format("geonames", "\t", {}, rows.geonames)
    delimiter = max(",;\t", key=first.count)
    names = next(csv.reader([first.rstrip("\r\n")], delimiter=delimiter), [])
    header = {name.strip().lstrip("\ufeff").casefold(): at for at, name in enumerate(names)}
    for name, needed, read in (
        ("ucdp-ged", {"where_prec", "latitude", "longitude", "country"}, rows.ucdp),
        ("cod-ab", {"adm1_pcode"}, rows.cod_ab),
        ("plain", {"name", "lat", "lon"}, plain.row),
    ):
        if needed <= header.keys():
            return Format(name, delimiter, header, read)
    raise InputError(
        f"{path.name} has no columns that say what it is: give a GeoNames dump, UCDP GED, an OCHA COD-AB table, or a"
        " table with the columns name, lat, lon"
    )


def cells(path: Path, form: Format) -> Iterator[list[str]]:
    """The rows of a file after its header."""
    with text_of(path) as lines:
        whole = (line.replace("\0", "") for line in lines)
        if not form.header:
            yield from (line.rstrip("\r\n").split(form.delimiter) for line in whole)
            return
        table = csv.reader(whole, delimiter=form.delimiter)
        next(table, None)
        yield from table


@contextmanager
def text_of(path: Path) -> Iterator[TextIO]:
    """A file as text, out of its zip archive if it is one."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive, archive.open(_member(archive, path)) as inner:
                yield io.TextIOWrapper(inner, encoding="utf-8", errors="replace", newline="")
        elif path.suffix == ".zip":
            raise InputError(f"{path.name} is no whole zip archive: fetch it again")
        else:
            with path.open(encoding="utf-8", errors="replace", newline="") as lines:
                yield lines
    except (OSError, zipfile.BadZipFile, EOFError) as error:
        raise InputError(f"{path.name} can't be read to its end ({error}): fetch it again") from error


def _member(archive: zipfile.ZipFile, path: Path) -> str:
    names = [name for name in archive.namelist() if name.endswith((".txt", ".csv", ".tsv"))]
    names = [name for name in names if not name.casefold().startswith("readme")] or names
    if not names:
        raise InputError(f"{path.name} holds no .txt, .csv or .tsv file")
    return next((name for name in names if Path(name).stem == path.stem), names[0])


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"{path.name} can't be read ({error.strerror or error})") from error
