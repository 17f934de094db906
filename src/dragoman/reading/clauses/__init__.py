"""Clause frames: what syntax gives a happening as its arguments, and where the codebook's words stand."""

from dragoman.reading.clauses.frames import Argument, arguments, is_passive, is_verbal
from dragoman.reading.clauses.lexicon import Lexicon, TriggerMatch
from dragoman.reading.clauses.phrases import conjuncts, phrase

__all__ = ["Argument", "Lexicon", "TriggerMatch", "arguments", "conjuncts", "is_passive", "is_verbal", "phrase"]
