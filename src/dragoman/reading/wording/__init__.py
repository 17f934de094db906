"""Contested terms: which a text uses, how often, and in whose voice."""

from dragoman.reading.wording.contested import Term, terms
from dragoman.reading.wording.loaded import Loaded, Voice, in_span, loaded, per_thousand, scare_quotes, summary

__all__ = ["Loaded", "Term", "Voice", "in_span", "loaded", "per_thousand", "scare_quotes", "summary", "terms"]
