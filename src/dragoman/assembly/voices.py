"""Who says so: the actor that speaks in a claim, else the outlet; and whether one is among those asked for."""

from collections.abc import Iterable
from typing import Any

from dragoman.ledger.filters import Filter

OUTLET = "outlet:"
"""Stands before the publisher's name where a report speaks in its own voice."""


def packed(speakers: Iterable[tuple[int, str]]) -> str:
    """Speakers (number and key, nearest first) as the ledger keeps them beside what they say."""
    return "\n".join(f"{number} {key}" for number, key in speakers)


def voice(row: Any) -> str:
    """The key of the nearest speaker of a row with `speakers` and `outlet`, else the outlet."""
    return voiced(row.speakers, row.outlet)


def voiced(speakers: str, outlet: str) -> str:
    """The key of the nearest speaker, else the outlet."""
    return speakers.partition("\n")[0].partition(" ")[2] if speakers else OUTLET + outlet


def heard(row: Any, wanted: Filter) -> bool:
    """Whether a filter asks for one of the speakers, or for the outlet where nobody is quoted."""
    if wanted.speakers is None:
        return True
    numbers = {int(line.partition(" ")[0]) for line in row.speakers.splitlines()}
    return bool(numbers & wanted.speakers) or (not numbers and row.source_id in wanted.outlets)
