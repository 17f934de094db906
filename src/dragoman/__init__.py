"""Reads reports about armed conflict and writes down who did what to whom, and according to whom."""

from dragoman.version import __version__

__all__ = ["__version__"]
