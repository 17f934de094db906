"""Figures: counts of people and of clear units."""

from dragoman.reading.figures.recognise import recognise

__all__ = ["recognise"]
