"""The dateline of a wire report: "DAMASCUS, April 17, 2018 (Agency) —"."""

import re

from dragoman.reading.times.expression import Calendar
from dragoman.reading.times.pieces import pieces
from dragoman.reading.times.placing import dated

HEAD = 300
_OPENING = re.compile(
    r"\A\s*(?:[^\n]*\n\s*){0,3}?[A-Z][A-Z .'’/-]{2,40}(?:,[^\n,]{2,40})?,[^\n]{4,60}?(?:—|–|--| - |\))"
)


def dateline(text: str) -> str | None:
    """The ISO day of a dateline that names day, month and year; None where the text has none."""
    opening = _OPENING.match(text[:HEAD])
    if opening is None:
        return None
    _, found = pieces(opening.group())
    for piece in found:
        meaning = piece.meaning
        if isinstance(meaning, Calendar) and meaning.day and meaning.month and meaning.year and not meaning.short:
            try:
                return dated(meaning.year, meaning.month, meaning.day).value
            except ValueError:
                return None
    return None
