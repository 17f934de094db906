"""The words that tell how a time belongs to what happens around it, read from `cues.toml`."""

from functools import lru_cache

from dragoman.reading.times.lexicon import table


@lru_cache(maxsize=16)
def cues(name: str) -> frozenset[str]:
    """A list of the cue file."""
    return frozenset(table("cues.toml")[name])
