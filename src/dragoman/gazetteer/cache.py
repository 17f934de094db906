"""Where the built gazetteer lies, and how it gets there once, whole, whoever else is building."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dragoman.model import DataFileError

VARIABLE = "DRAGOMAN_CACHE"
STALE_S = 600.0
WAIT_S = 0.2


def folder() -> Path:
    """The cache directory: `DRAGOMAN_CACHE`, else the user's; one for the time being, with a warning, if need be."""
    wanted = _wanted()
    try:
        wanted.mkdir(parents=True, exist_ok=True)
        if os.access(wanted, os.W_OK):
            return wanted
    except OSError:
        pass
    spare = Path(tempfile.gettempdir()) / f"dragoman-{os.getuid() if hasattr(os, 'getuid') else 'cache'}"
    print(f"warning: {wanted} can't be written; using {spare} (set {VARIABLE} to another folder)", file=sys.stderr)
    try:
        spare.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DataFileError(f"no folder for the gazetteer can be written: set {VARIABLE} to one that can") from error
    return spare


def _wanted() -> Path:
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_cache_dir("dragoman"))


def make(path: Path, build: Callable[[Path], None], whole: Callable[[Path], bool]) -> None:
    """Have `build` write the file beside `path` and move it there; waits for another process that is at it."""
    while not whole(path):
        with _lock(path.with_suffix(".lock")) as mine:
            if not mine:
                time.sleep(WAIT_S)
                continue
            if whole(path):
                return
            _build_aside(path, build)
            if not whole(path):
                raise DataFileError(f"the gazetteer built at {path} is not whole: is the disk full?")


def _build_aside(path: Path, build: Callable[[Path], None]) -> None:
    handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        build(part)
        part.replace(path)
    except OSError as error:
        raise DataFileError(f"the gazetteer can't be written to {path.parent}: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _lock(path: Path) -> Iterator[bool]:
    """Whether the lock file could be made here; one older than any build takes is taken over."""
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except FileExistsError:
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > STALE_S or not _alive(path):
                path.unlink(missing_ok=True)
        yield False
        return
    except OSError as error:
        raise DataFileError(f"the gazetteer can't be written to {path.parent}: {error.strerror or error}") from error
    try:
        os.write(handle, str(os.getpid()).encode())
        os.close(handle)
        yield True
    finally:
        path.unlink(missing_ok=True)


def _alive(lock: Path) -> bool:
    """Whether the process that holds the lock still runs; taken for alive where that can't be told."""
    text = lock.read_text(encoding="ascii", errors="ignore")
    if not text.isdigit() or os.name != "posix":
        return True
    try:
        os.kill(int(text), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
