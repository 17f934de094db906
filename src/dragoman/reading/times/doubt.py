"""Words that look like times and are not: "may" the modal, "second" the unit, "march" the verb, 2003 soldiers."""

from collections.abc import Sequence

from dragoman.reading.times.expression import Calendar, DayPart, Duration, Expression, Holiday, Season, Vague, Weekday
from dragoman.reading.times.lexer import Lexeme
from dragoman.reading.times.lexicon import table


def doubtful(text: str, lexemes: Sequence[Lexeme], first: int, stop: int, meaning: Expression) -> bool:
    """Whether the match `first:stop` is more likely no time."""
    before = lexemes[first - 1].kind if first else "newline"
    after = lexemes[stop].kind if stop < len(lexemes) else "newline"
    words = [text[lexeme.start : lexeme.end] for lexeme in lexemes[first:stop]]
    match meaning:
        case Calendar(day=None, month=int(), year=None):
            return _month(words, before)
        case Calendar(day=None, month=None, step=None) if stop - first == 1:
            owner = after == "quote" and text[lexemes[stop].end :][:1] == "s"
            return not owner and not _year(meaning.year or 0, before)
        case Weekday():
            return words[-1].lower() in table("doubts.toml")["also"]
        case Season(year=None, step=None):
            return _season(words, before, after)
        case DayPart():
            return words[-1][0].isupper() and first > 0 and before == "other"
        case Holiday():
            rest = [text[lexeme.start : lexeme.end].lower() for lexeme in lexemes[stop : stop + 1]]
            return any(word in table("doubts.toml")["after_holiday"] for word in rest)
        case Duration():
            rest = [text[lexeme.start : lexeme.end] for lexeme in lexemes[stop : stop + 2]]
            return "old" in rest[:1] or rest == ["-", "old"]
        case Vague(tense="future"):
            return before == "preposition" and lexemes[first].kind == "vague"
        case Vague(tense="past"):
            return lexemes[stop - 1].kind == "adjective" and after != "other"
    return False


def _month(words: Sequence[str], before: str) -> bool:
    """Whether a bare month is another word: not a capital, or nothing before it that months follow."""
    doubted = words[-1].lower() in table("doubts.toml")["also"]
    return doubted and (words[-1].islower() or (len(words) == 1 and before not in table("doubts.toml")["before_month"]))


def _season(words: Sequence[str], before: str, after: str) -> bool:
    """Whether "fall" or "spring" without a year is no season."""
    if words[-1].lower() not in table("doubts.toml")["also"]:
        return False
    return after == "of" or before not in table("doubts.toml")["before_season"]


def _year(year: int, before: str) -> bool:
    """Whether a bare number of four digits is a year, by the word before it."""
    if before == "at":
        return False
    return before in table("doubts.toml")["before_year" if year >= 1500 else "before_old_year"] and year <= 2100
