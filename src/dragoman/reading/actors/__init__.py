"""Actors: every mention of somebody who may act, speak or suffer."""

from dragoman.reading.actors.phrase import phrase
from dragoman.reading.actors.recognise import recognise, target

__all__ = ["phrase", "recognise", "target"]
