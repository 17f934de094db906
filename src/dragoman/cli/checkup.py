"""The checks that `dragoman doctor` makes, one part of the installation each."""

import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

from dragoman.version import __version__

OLDEST_PYTHON = (3, 11)
REINSTALL = "pip install --force-reinstall dragoman"

_NAME = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the installation, its state, and the command that mends it where it is not well."""

    part: str
    well: bool
    state: str
    remedy: str = ""


def checkup(model: str | None = None) -> Iterator[Finding]:
    """Look at every part that a reading depends on; nothing is raised and nothing is changed."""
    yield Finding("dragoman", True, __version__)
    yield Finding(
        "Python", sys.version_info >= OLDEST_PYTHON, platform.python_version(), "install Python 3.11 or newer"
    )
    yield packages()
    yield from plugins()
    yield language_model(model)


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
    return Finding("language model", True, f"{model} {_version_of(model)}, {seen} (sha256 {found[:12]}…)")


def _installed(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def _version_of(name: str) -> str:
    return version(name) if _installed(name) else "of unknown version"
