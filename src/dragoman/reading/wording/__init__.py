"""Contested terms: which a text uses, how often, and in whose voice."""

from dragoman.reading.wording.contested import Term, terms
from dragoman.reading.wording.loaded import (
    Loaded,
    Voice,
    count_words,
    in_span,
    loaded,
    per_thousand,
    rate,
    scare_quotes,
    summary,
)

__all__ = [
    "Loaded",
    "Term",
    "Voice",
    "count_words",
    "in_span",
    "loaded",
    "per_thousand",
    "rate",
    "scare_quotes",
    "summary",
    "terms",
]
