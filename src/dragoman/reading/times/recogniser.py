"""The step: a parsed text in, its time expressions out, placed on the calendar."""

import datetime
from bisect import bisect_right
from collections.abc import Sequence
from typing import cast

from spacy.tokens import Doc, Token

from dragoman.model import TimeRole
from dragoman.reading.mention import TimeKind, TimeMention
from dragoman.reading.times import lean
from dragoman.reading.times.days import Days, parse_day, year
from dragoman.reading.times.deadlines import deadline
from dragoman.reading.times.expression import Calendar, Clock, DayPart, Duration, Expression, Recurring, Shift, Vague
from dragoman.reading.times.lexer import Lexeme
from dragoman.reading.times.lexicon import table
from dragoman.reading.times.pieces import Piece, pieces
from dragoman.reading.times.placing import Calendarist, Setting
from dragoman.reading.times.steps import Placed, shifted

OPENING = 12
KEPT = ("at", "for", "in", "on", "preposition", "to")


def recognise(doc: Doc, published: str | None = None) -> list[TimeMention]:
    """The time expressions of a text in its order.

    `published` is an ISO day or date-time; without it a relative date has no value but a reason.
    """
    lexemes, found = pieces(doc.text)
    day = parse_day(published)
    told = narrative(found, day)
    found = [piece for piece in found if in_domain(doc.text, lexemes, piece, told)]
    calendar = Calendarist(day, told, first_told(found) if told else None)
    starts = [sentence.start_char for sentence in doc.sents]
    return [mention(doc, lexemes, piece, calendar, starts) for piece in found]


def in_domain(text: str, lexemes: Sequence[Lexeme], piece: Piece, told: bool) -> bool:
    """Whether a vague word is a time in this sort of text: "former" in histories, "soon" in news."""
    if not isinstance(piece.meaning, Vague):
        return True
    words = text[lexemes[piece.first].start : lexemes[piece.stop - 1].end].lower()
    return words not in table("doubts.toml")["news_only" if told else "narrative_only"]


def first_told(found: Sequence[Piece]) -> Days | None:
    """The first year that the text names."""
    for piece in found:
        if isinstance(piece.meaning, Calendar) and piece.meaning.year and piece.meaning.year > 0:
            return year(piece.meaning.year)
    return None


def narrative(found: Sequence[Piece], published: datetime.date | None) -> bool:
    """Whether the text tells of times long past: most of the years it names lie well before publication."""
    years = [piece.meaning.year for piece in found if isinstance(piece.meaning, Calendar) and piece.meaning.year]
    if published is None:
        return bool(years)
    past = sum(year < published.year - 1 for year in years)
    return len(years) >= 5 and past > 0.6 * len(years)


def mention(doc: Doc, lexemes: Sequence[Lexeme], piece: Piece, calendar: Calendarist, starts: Sequence[int]) -> TimeMention:
    """One expression with its preposition, role and value."""
    bare, end = lexemes[piece.first].start, lexemes[piece.stop - 1].end
    first, role = preposition(lexemes, piece)
    start = lexemes[first].start
    root = head(doc, bare, end)
    due = deadline(root, role, isinstance(piece.meaning, Duration))
    sentence = bisect_right(starts, start) - 1
    setting = Setting(
        calendar.leaning if piece.linked else lean.future(root, before_word(doc.text, lexemes, piece)),
        sentence,
        opening=start - starts[sentence] < OPENING,
        passing=role in ("since", "until", "before"),
        limit=isinstance(piece.meaning, Duration) and (role == "by" or due),
        perfect=isinstance(piece.meaning, Duration) and lean.perfect(root),
    )
    placed = calendar.place(piece.meaning, setting)
    return TimeMention.between(
        doc,
        start,
        end,
        bare=bare,
        kind=kind(piece),
        value=ranged(placed, role),
        role=role,
        earliest=placed.days.first.isoformat() if placed.days and role != "until" else None,
        latest=placed.days.last.isoformat() if placed.days and role != "since" else None,
        deadline=due,
        reason=placed.reason,
        clock=clock(piece),
        event=counted_from(piece.meaning, placed),
    )


def head(doc: Doc, start: int, end: int) -> Token:
    """The token that heads the characters `start:end`."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no token at {start}:{end}")
    return span.root


def preposition(lexemes: Sequence[Lexeme], piece: Piece) -> tuple[int, TimeRole]:
    """The first lexeme with the preposition, and the role that it gives."""
    first: int = piece.first
    role: TimeRole = "during" if isinstance(piece.meaning, Duration) else "at"
    before = lexemes[first - 1] if first else None
    if before is None:
        return first, role
    opens = lexemes[first - 2 if before.kind in ("on", "in") else first - 1]
    if opens.kind in ("bound", "opens") and opens.meaning in ("start", "since"):
        return first - (before.kind in ("on", "in")), "since"
    if before.kind == "of" and first > 1 and lexemes[first - 2].kind == "as":
        return first - 2, "at"
    if before.kind in ("over", "opens"):
        return first, cast(TimeRole, before.meaning)
    if before.kind == "before":
        return first - 1, "after" if int(before.meaning) > 0 else "before"
    if before.kind in KEPT:
        return first - 1, cast(TimeRole, before.meaning)
    return first, role


def clock(piece: Piece) -> str | None:
    """The time of day as hh:mm, with its distance from UTC where a zone is named."""
    told = piece.meaning if isinstance(piece.meaning, Clock) else piece.clock
    if told is None:
        return None
    zone = "" if told.zone is None else f"{int(told.zone):+03d}:{round(60 * abs(told.zone)) % 60:02d}"
    return f"{told.hour:02d}:{told.minute:02d}{zone}"


def counted_from(meaning: Expression, placed: Placed) -> str | None:
    """The value of the time of the happening that "two days after the vote" counts from."""
    if not isinstance(meaning, Shift) or not meaning.event or not meaning.count or not placed.days:
        return None
    return shifted(meaning.unit, -meaning.sign * meaning.count, placed.days).value


def before_word(text: str, lexemes: Sequence[Lexeme], piece: Piece) -> str:
    """The word before an expression in lower case."""
    before = lexemes[piece.first - 1] if piece.first else None
    return text[before.start : before.end].lower() if before else ""


def kind(piece: Piece) -> TimeKind:
    """The TIMEX3 type."""
    if isinstance(piece.meaning, Duration):
        return "duration"
    if isinstance(piece.meaning, Recurring):
        return "set"
    return "time" if piece.clock or piece.part or isinstance(piece.meaning, Clock | DayPart) else "date"


def ranged(placed: Placed, role: TimeRole) -> str | None:
    """The value as the role makes it: open at one end after "since" and "until"."""
    if placed.value is None or "/" in placed.value or placed.days is None:
        return placed.value
    if role == "since":
        return f"{placed.value}/.."
    if role == "until":
        return f"../{placed.value}"
    return placed.value
