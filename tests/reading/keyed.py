"""Keys of single features, for tests of what an example is known by."""

from dragoman.reading.keys import Templates, codes


def key(name: str, *values: str) -> int:
    """The key of a feature with these values."""
    columns = {str(place): codes([value]) for place, value in enumerate(values)}
    return int(Templates({name: tuple(columns)}).keys(columns)[0, 0])
