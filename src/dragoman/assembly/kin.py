"""Which types may tell of the same happening."""

import tomllib
from functools import cache
from importlib.resources import files

STATES = ("control", "population")
"""Types that hold over time and are no happening."""
INTENDED = ("planned", "threatened", "demanded")
"""Factualities of what has not happened yet; such claims are put together among themselves."""


@cache
def groups() -> dict[str, str]:
    """The group of each type; a type of a user's own codebook is a group by itself, and states are in none."""
    text = (files("dragoman.assembly") / "data" / "kin.toml").read_text(encoding="utf-8")
    return {kind: group for group, kinds in tomllib.loads(text)["groups"].items() for kind in kinds}


def group_of(kind: str) -> str | None:
    """The group of a type, null where it is a state."""
    return None if kind in STATES else groups().get(kind, kind)
