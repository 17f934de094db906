"""Terms of deals, truces, ultimatums, demands and threats."""

from dragoman.reading.terms.owing import owed
from dragoman.reading.terms.scorer import TERM_TYPES, TermScorer

__all__ = ["TERM_TYPES", "TermScorer", "owed"]
