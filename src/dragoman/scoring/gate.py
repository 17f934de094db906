"""Floors that figures may not fall below, and that only go up."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from dragoman.model import InputError
from dragoman.scoring.result import Result

SLACK = 0.02


def figures(result: Result) -> dict[str, float]:
    """The figures that floors are set for."""
    return {
        "claims": result.view("factual").f1,
        "claims_by_type": result.view("strict").f1,
        "slots": result.slots().f1,
        "by": result.slot("by", end_to_end=False).f1,
        "to": result.slot("to", end_to_end=False).f1,
        "speaker": result.slot("speaker", end_to_end=False).f1,
        "time": result.slot("time", end_to_end=False).f1,
        "place": result.slot("place", end_to_end=False).f1,
    }


def floors(path: Path) -> dict[str, float]:
    """The floors of a TOML file; an InputError says what is wrong with it."""
    try:
        return {name: float(value) for name, value in tomllib.loads(path.read_text("utf-8"))["floors"].items()}
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise InputError(f"{path}: no file of floors ({error})") from error


def below(found: Mapping[str, float], wanted: Mapping[str, float]) -> list[str]:
    """A line for each figure that is below its floor."""
    return [
        f"{name}: {found[name]:.3f} is below the floor of {floor:.3f}"
        for name, floor in sorted(wanted.items())
        if found[name] < floor
    ]


def raised(found: Mapping[str, float], wanted: Mapping[str, float]) -> dict[str, float]:
    """Floors `SLACK` below the figures found, none lower than it was."""
    return {name: max(wanted.get(name, 0.0), round(value - SLACK, 3)) for name, value in sorted(found.items())}


def write(path: Path, wanted: Mapping[str, float]) -> None:
    """Store floors."""
    lines = [f"{name} = {value:.3f}" for name, value in sorted(wanted.items())]
    head = "# What `dragoman score --gate` holds the reader to on the passages beside this file. Floors only go up.\n\n"
    path.write_text(head + "[floors]\n" + "\n".join(lines) + "\n", "utf-8")
