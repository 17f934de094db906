"""Means: with what a thing was done, told by a word near the trigger."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Means:
    """A means with the words that tell it, the types that it goes with and its rank (the lowest is taken)."""

    name: str
    words: tuple[str, ...]
    types: frozenset[str]
    rank: int
