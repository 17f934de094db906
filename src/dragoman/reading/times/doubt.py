"""Words that look like times and are not: "may" the modal, "second" the unit, "march" the verb, 2003 soldiers."""

from collections.abc import Sequence

from dragoman.reading.times.expression import Calendar, Expression, Weekday
from dragoman.reading.times.lexer import Lexeme
from dragoman.reading.times.lexicon import table


def doubtful(text: str, lexemes: Sequence[Lexeme], first: int, stop: int, meaning: Expression) -> bool:
    """Whether the match `first:stop` is more likely no time."""
    only = lexemes[first]
    if isinstance(meaning, Calendar) and stop - first == 1:
        if only.kind == "month":
            return _common_word(text, only) and not _capital(text, only)
        if only.kind == "year":
            return not _year(text, lexemes, first)
    if isinstance(meaning, Weekday) and stop - first <= 2:
        return _common_word(text, only) and not _capital(text, only)
    return False


def _common_word(text: str, lexeme: Lexeme) -> bool:
    return text[lexeme.start : lexeme.end].lower() in table("doubts.toml")["also"]


def _capital(text: str, lexeme: Lexeme) -> bool:
    return text[lexeme.start].isupper()


def _year(text: str, lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether a bare number of four digits is a year, by the words around it."""
    before = lexemes[at - 1].kind if at else "newline"
    year = int(lexemes[at].meaning)
    return before in table("doubts.toml")["before_year"] and 1000 <= year <= 2100
