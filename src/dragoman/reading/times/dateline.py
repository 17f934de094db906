"""The dateline of a report: the day it gives itself, "DAMASCUS, April 17, 2018 (Agency) —" or a line of its own."""

from dragoman.reading.times.expression import Calendar
from dragoman.reading.times.lexer import Lexeme
from dragoman.reading.times.pieces import Piece, pieces
from dragoman.reading.times.steps import dated

HEAD = 400
OPENING = 60


def dateline(text: str) -> str | None:
    """The ISO day of a dateline that names day, month and year; None where the text has none."""
    head = text[:HEAD]
    lexemes, found = pieces(head)
    for piece in found:
        meaning = piece.meaning
        if not isinstance(meaning, Calendar) or meaning.short or not (meaning.day and meaning.month and meaning.year):
            continue
        if stands_apart(head, lexemes, piece):
            try:
                return dated(meaning.year, meaning.month, meaning.day).value
            except ValueError:
                return None
    return None


def stands_apart(head: str, lexemes: list[Lexeme], piece: Piece) -> bool:
    """Whether a date is a line of its own, or stands behind a place in capitals and before a dash or bracket."""
    start, end = lexemes[piece.first].start, lexemes[piece.stop - 1].end
    line = head.rfind("\n", 0, start) + 1
    before, after = head[line:start].strip(" ,.(;:"), head[end:].lstrip(" ,.;:")
    if not before:
        return not after or after.startswith("\n") or head[end : end + 1] == "\n" or after[0] in "—–-("
    capitals = before.split(",")[0]
    return capitals.isupper() and len(before) < OPENING and after[:1] in ("—", "–", "-", "(", ")", "")
