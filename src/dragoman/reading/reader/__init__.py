"""The order of the steps: a report in, its reading out."""

from dragoman.reading.reader.reader import Reader

__all__ = ["Reader"]
