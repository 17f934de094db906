"""The checks that `dragoman doctor` makes, one part of the installation each."""

import platform
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

from dragoman.version import __version__

OLDEST_PYTHON = (3, 11)
REINSTALL = "pip install --force-reinstall . (in the folder of dragoman)"
OTHER_CACHE = "export DRAGOMAN_CACHE=FOLDER (one that can be written)"

_HASH = re.compile(r"\b([0-9a-f]{12})[0-9a-f]{52}\b")
_NAME = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the installation, its state, and the command that mends it where it is not well."""

    part: str
    well: bool
    state: str
    remedy: str = ""


def checkup(model: str | None = None) -> Iterator[Finding]:
    """Look at every part that a reading depends on; nothing is raised."""
    yield Finding("dragoman", True, __version__)
    yield Finding(
        "Python", sys.version_info >= OLDEST_PYTHON, platform.python_version(), "install Python 3.11 or newer"
    )
    yield packages()
    yield from plugins()
    yield language_model(model)
    yield data("gazetteer", _gazetteer)
    yield data("register", _register)
    yield data("codebook", _codebook)


def packages() -> Finding:
    """Whether every package that dragoman names is installed."""
    try:
        named = requires("dragoman") or []
    except PackageNotFoundError:
        return Finding("packages", False, "dragoman itself is not installed as a package", "pip install .")
    names = [match[0] for line in named if "extra ==" not in line and (match := _NAME.match(line))]
    missing = [name for name in names if not _installed(name)]
    if missing:
        return Finding("packages", False, f"missing: {', '.join(missing)}", f"pip install {' '.join(missing)}")
    return Finding("packages", True, f"{len(names)} installed, spaCy {version('spacy')}")


def plugins() -> Iterator[Finding]:
    """Which readers and intakes are registered."""
    from dragoman.plugins import names

    for group in ("dragoman.readers", "dragoman.intakes"):
        found = names(group)
        yield Finding(group.partition(".")[2], bool(found), ", ".join(found) or "none registered", REINSTALL)


def language_model(name: str | None = None) -> Finding:
    """Whether the model is installed and, where its hash is known, unchanged."""
    from dragoman.reading.language import DEFAULT_MODEL, MODEL_SHA256, fingerprint, folder_of

    model = name or DEFAULT_MODEL
    remedy = f"pip install --force-reinstall {model.replace('_', '-')}"
    try:
        found = fingerprint(folder_of(model))
    except ImportError:
        return Finding("language model", False, f"{model} is not installed", remedy)
    if not any(folder_of(model).rglob("config.cfg")):
        return Finding("language model", False, f"{model} is a package but no spaCy pipeline", "give another --model")
    known = MODEL_SHA256.get(model)
    if known is not None and known != found:
        return Finding("language model", False, f"{model} is not the one that was released", remedy)
    seen = "as released" if known else "its hash is not known here"
    return Finding("language model", True, f"{model} {_version_of(model)}, {seen} (sha256:{_shortened(found)})")


def data(part: str, stamp: Callable[[], str]) -> Finding:
    """Whether a part that is made from data files can be opened; what is built on first use is built now."""
    from dragoman.model import DataFileError

    try:
        return Finding(part, True, _shortened(stamp()))
    except DataFileError as error:
        return Finding(part, False, str(error), OTHER_CACHE)
    except Exception as error:
        return Finding(part, False, f"{type(error).__name__}: {error}", REINSTALL)


def _gazetteer() -> str:
    from dragoman.gazetteer import Gazetteer

    return Gazetteer.open().stamp


def _register() -> str:
    from dragoman.register import Register

    return Register.open().stamp


def _codebook() -> str:
    from dragoman.codebook import load

    return load().stamp


def _shortened(stamp: str) -> str:
    return _HASH.sub(r"\1…", stamp)


def _installed(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def _version_of(name: str) -> str:
    return version(name) if _installed(name) else "of unknown version"
