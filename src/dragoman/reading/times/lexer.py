"""Text to lexemes: every word, number and mark with the class under which the grammar knows it.

A lexeme's class becomes one character of a shadow string, on which the rules of the grammar are regular
expressions; that keeps recognition linear and fast whatever the text.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from dragoman.reading.times.holidays import names, plain
from dragoman.reading.times.lexicon import Meaning, abbreviations, compounds, words

OTHER = "other"
WRAPPED = 50
MARKS = {
    ",": "comma", "-": "hyphen", "–": "hyphen", "—": "dash", "/": "slash", ":": "colon", ".": "dot",
    "'": "quote", "’": "quote", "‘": "quote", "`": "quote", "(": "open", ")": "close",
    "\n": "newline", "$": "money", "€": "money", "£": "money", "#": "money",
}  # fmt: skip
SUFFIXES = {"st": "dayth", "nd": "dayth", "rd": "dayth", "th": "dayth", "s": "many"}


class Lexeme(NamedTuple):
    """A word, number or mark: its class, what it stands for, and its characters."""

    kind: str
    meaning: Meaning
    start: int
    end: int


@lru_cache(maxsize=1)
def scanner() -> re.Pattern[str]:
    """The expression that cuts a text into lexemes."""
    return re.compile(
        rf"""(?P<meridiem>(?<=[\d\s])[ap]\.\s?m\b\.?|(?<=\d)[ap]m\b)
        | (?P<era>\bB\.\s?C\.(?:\s?E\.)?|\bA\.\s?D\.)
        | (?P<grouped>\d{{1,3}}(?:[,.]\d{{3}})+(?!\d)|\d+\.\d{{3,}})
        | (?P<number>\d+)(?P<suffix>(?:st|nd|rd|th|s)\b)?
        | (?P<compound>\b(?:{"|".join(compounds())})[- ][a-z]+)
        | (?P<word>(?:{"|".join(abbreviations())})\b\.|[^\W\d_]+)
        | (?P<mark>[^\w\s]|\n|_)""",
        re.VERBOSE | re.IGNORECASE,
    )


def lex(text: str) -> list[Lexeme]:
    """The lexemes of a text in its order."""
    known, out = words(), []
    for found in scanner().finditer(text):
        start, end = found.span()
        match found.lastgroup:
            case "word" | "compound":
                out.extend(_word(text, start, end, known))
            case "mark":
                out.append(Lexeme(_mark(text, start), 0, start, end))
            case "number" | "suffix":
                out.append(_number(found, out))
            case "meridiem":
                out.append(Lexeme("meridiem", 12 if text[start] in "pP" else 0, start, end))
            case "era":
                out.append(Lexeme("era", -1 if text[start] in "bB" else 1, start, end))
            case _:
                out.append(Lexeme("figure", 0, start, end))
    return with_holidays(text, [lexeme for lexeme in out if lexeme.kind != "space"])


def with_holidays(text: str, lexemes: list[Lexeme]) -> list[Lexeme]:
    """The lexemes with the names of holidays as one each."""
    out: list[Lexeme] = []
    found = [Lexeme("holiday", plain(match.group()), *match.span()) for match in names().finditer(text)]
    held = 0
    for lexeme in lexemes:
        while held < len(found) and found[held].end <= lexeme.start:
            held += 1
        if held == len(found) or lexeme.end <= found[held].start:
            out.append(lexeme)
        elif not out or out[-1] is not found[held]:
            out.append(found[held])
    return out


def _word(text: str, start: int, end: int, known: Mapping[str, tuple[str, Meaning]]) -> list[Lexeme]:
    word = text[start:end].lower().removesuffix(".")
    if word in known:
        return [Lexeme(*known[word], start, end)]
    cut = re.search(r"[- ]", word)
    if cut is None:
        return [Lexeme(OTHER, 0, start, end)]
    middle = start + cut.start()
    between = [Lexeme("hyphen", 0, middle, middle + 1)] if text[middle] == "-" else []
    return [*_word(text, start, middle, known), *between, *_word(text, middle + 1, end, known)]


def _mark(text: str, at: int) -> str:
    mark = text[at]
    return "space" if mark == "\n" and wrapped(text, at) else MARKS.get(mark, OTHER)


def wrapped(text: str, at: int) -> bool:
    """Whether the line break at `at` only folds a long line, so that an expression may run across it."""
    line = at - (text.rfind("\n", 0, at) + 1)
    return line >= WRAPPED and text[at - 1] not in '.:!?"”' and text[at + 1 : at + 2].strip() != ""


def _number(found: re.Match[str], before: list[Lexeme]) -> Lexeme:
    digits, suffix = found["number"], found["suffix"]
    start, end = found.span()
    glued = bool(before) and before[-1].end == start and before[-1].kind == OTHER and found.string[start - 1].isalpha()
    following = found.string[end : end + 1]
    return Lexeme(
        OTHER if glued or (following in "%°" and following) else _size(digits, suffix), int(digits[:9]), start, end
    )


def _size(digits: str, suffix: str | None) -> str:
    value = int(digits[:9])
    if suffix:
        kind = SUFFIXES[suffix.lower()]
        if kind == "many":
            return "decade" if value % 10 == 0 and len(digits) in (2, 4) else OTHER
        return "dayth" if value <= 31 else "ordinal"
    if len(digits) == 4:
        return "number4" if digits < "1000" else "year" if digits <= "2999" else "farther"
    if len(digits) <= 2:
        return "day" if 1 <= value <= 31 and digits != "00" else "number"
    return "number" if len(digits) <= 3 else OTHER
