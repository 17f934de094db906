"""Coreference: which mentions mean the same, and the name behind a pronoun or description."""

from dragoman.reading.coreference.naming import Coreference
from dragoman.reading.coreference.resolve import resolve

__all__ = ["Coreference", "resolve"]
