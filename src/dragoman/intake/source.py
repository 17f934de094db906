"""Sources: the paths that a user gives, opened one after the other."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman import plugins
from dragoman.intake import stream
from dragoman.intake.delivery import Failure, Intake, Note, Origin, Outcome
from dragoman.model import InstallationError

STDIN = "-"


def receive(paths: Iterable[str], *, published: str | None = None, publisher: str | None = None) -> Iterator[Outcome]:
    """The reports under some paths (file, folder, "-" for standard input) in that order; what fails fails alone."""
    for path in paths:
        yield from _source(path, published, publisher)


def suffixes() -> list[str]:
    """The file types on offer, as suffixes with their dot."""
    return [f".{name}" for name in plugins.names("dragoman.intakes")]


def _source(path: str, published: str | None, publisher: str | None) -> Iterator[Outcome]:
    origin = Origin(path, published, publisher)
    if path == STDIN:
        yield from stream.read(sys.stdin.buffer, origin)
    elif "://" in path:
        yield Failure(path, "addresses are not read: save the page and give the file")
    else:
        try:
            yield from _folder(Path(path), origin) if Path(path).is_dir() else _file(Path(path), origin)
        except (OSError, ValueError) as error:
            yield Failure(path, f"can't be read: {getattr(error, 'strerror', None) or error}")


def _folder(folder: Path, origin: Origin) -> Iterator[Outcome]:
    known, unknown = set(suffixes()), 0
    found = False
    for path in _walk(folder):
        if _suffix(path) in known:
            found = True
            yield from _file(path, Origin(path.as_posix(), origin.published, origin.publisher))
        else:
            unknown += 1
    if unknown:
        yield Note(origin.name, f"{unknown} file(s) of other types passed over; read are {' '.join(sorted(known))}")
    elif not found:
        yield Note(origin.name, "the folder holds no reports")


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(root) / name


def _raise(error: OSError) -> None:
    raise error


def _file(path: Path, origin: Origin) -> Iterator[Outcome]:
    if not path.exists():
        yield Failure(origin.name, "there is no such file or folder")
        return
    intake = _intake(path)
    if intake is None:
        kind = f"unknown file type {path.suffix!r}" if path.suffix else "a file without a type"
        yield Failure(origin.name, f"{kind}: read are {' '.join(suffixes())}, or pipe plain text to `-`")
        return
    try:
        with path.open("rb") as file:
            yield from intake(file, origin)
    except OSError as error:
        yield Failure(origin.name, f"can't be read: {error.strerror or error}")


def _intake(path: Path) -> Intake | None:
    """The intake for a path; pipes and devices have no type and are told by what they hold."""
    if not path.is_file():
        return stream.read
    try:
        intake: Intake = plugins.load("dragoman.intakes", _suffix(path)[1:])
    except KeyError:
        if not suffixes():
            raise InstallationError("no intakes are registered: reinstall dragoman with pip") from None
        return None
    return intake


def _suffix(path: Path) -> str:
    return path.suffix.lower()
