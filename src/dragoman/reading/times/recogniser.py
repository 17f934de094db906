"""The step: a parsed text in, its time expressions out, placed on the calendar."""

import datetime
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from dragoman.model import TimeRole
from dragoman.reading.mention import TimeKind, TimeMention
from dragoman.reading.times import lean
from dragoman.reading.times.days import parse_day
from dragoman.reading.times.deadlines import deadline
from dragoman.reading.times.expression import Calendar, Clock, DayPart, Duration, Recurring
from dragoman.reading.times.lexer import Lexeme
from dragoman.reading.times.pieces import Piece, pieces
from dragoman.reading.times.placing import Calendarist, Placed

ROLES: dict[str, TimeRole] = {"in": "at", "on": "at", "of": "at", "for": "during", "over": "during", "to": "until"}


def recognise(doc: Doc, published: str | None = None) -> list[TimeMention]:
    """The time expressions of a text in its order.

    `published` is an ISO day or date-time; without it a relative date has no value but a reason.
    """
    lexemes, found = pieces(doc.text)
    day = parse_day(published)
    calendar = Calendarist(day, narrative(found, day))
    return [mention(doc, lexemes, piece, calendar) for piece in found]


def narrative(found: Sequence[Piece], published: datetime.date | None) -> bool:
    """Whether the text tells of times long past: most of the years it names lie well before publication."""
    years = [piece.meaning.year for piece in found if isinstance(piece.meaning, Calendar) and piece.meaning.year]
    if published is None:
        return bool(years)
    past = sum(year < published.year - 1 for year in years)
    return len(years) >= 5 and past > 0.6 * len(years)


def mention(doc: Doc, lexemes: Sequence[Lexeme], piece: Piece, calendar: Calendarist) -> TimeMention:
    """One expression with its preposition, role and value."""
    bare, end = lexemes[piece.first].start, lexemes[piece.stop - 1].end
    first, role = preposition(lexemes, piece)
    start = lexemes[first].start
    root = head(doc, bare, end)
    placed = calendar.place(piece.meaning, lean.future(root, role))
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
        deadline=deadline(root, role),
        reason=placed.reason,
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
    if before.kind == "before":
        return first - 1, "after" if int(before.meaning) > 0 else "before"
    if before.kind in ROLES:
        return first - 1, ROLES[before.kind]
    if before.kind == "preposition":
        return first - 1, before.meaning  # type: ignore[return-value]
    return first, role


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
