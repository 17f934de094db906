"""An expression in its sentence: its preposition, the role that gives it, and the value as the role makes it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Doc, Token

from dragoman.model import TimeRole
from dragoman.reading.mention import TimeKind, head_of, tokens_at
from dragoman.reading.times.days import Days
from dragoman.reading.times.expression import Calendar, Clock, DayPart, Duration, Recurring, Step
from dragoman.reading.times.lexer import Lexeme
from dragoman.reading.times.pieces import Piece
from dragoman.reading.times.steps import Placed

KEPT = ("at", "for", "in", "on", "preposition", "to", "within")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where an expression stands: its characters from the preposition and from the expression proper, the role, the
    word before it in lower case, and the token that heads it.
    """

    start: int
    bare: int
    end: int
    role: TimeRole
    before: str
    root: Token


def frame(doc: Doc, text: str, lexemes: Sequence[Lexeme], piece: Piece) -> Frame:
    """The frame of an expression."""
    bare, end = lexemes[piece.first].start, lexemes[piece.stop - 1].end
    first, role = preposition(lexemes, piece)
    before = lexemes[piece.first - 1] if piece.first else None
    word = text[before.start : before.end].lower() if before else ""
    return Frame(lexemes[first].start, bare, end, role, word, doc[head_of(doc, *tokens_at(doc, bare, end))])


def preposition(lexemes: Sequence[Lexeme], piece: Piece) -> tuple[int, TimeRole]:
    """The first lexeme with the preposition, and the role that it gives."""
    first: int = piece.first
    role: TimeRole = "during" if isinstance(piece.meaning, Duration) else "at"
    if not first:
        return first, role
    before = lexemes[first - 1]
    joint = before.kind in ("on", "in")
    opener = lexemes[first - 1 - joint]
    if opener.kind in ("bound", "opens") and opener.meaning in ("start", "since"):
        return first - joint, "since"
    if before.kind == "of" and lexemes[first - 2].kind == "as":
        return first - 2, "at"
    if before.kind in ("over", "opens"):
        return first, cast(TimeRole, before.meaning)
    if before.kind == "before":
        return first - 1, "after" if int(before.meaning) > 0 else "before"
    if before.kind not in KEPT or (role == "during" and before.kind == "preposition" and before.meaning == "by"):
        return first, role
    return first - 1, cast(TimeRole, before.meaning)


def kind(piece: Piece) -> TimeKind:
    """The TIMEX3 type."""
    if isinstance(piece.meaning, Duration):
        return "duration"
    if isinstance(piece.meaning, Recurring):
        return "set"
    return "time" if piece.clock or piece.part or isinstance(piece.meaning, Clock | DayPart) else "date"


def clock(piece: Piece) -> str | None:
    """The time of day as hh:mm, with its distance from UTC where a zone is named."""
    told = piece.meaning if isinstance(piece.meaning, Clock) else piece.clock
    if told is None:
        return None
    zone = "" if told.zone is None else f"{int(told.zone):+03d}:{round(60 * abs(told.zone)) % 60:02d}"
    return f"{told.hour:02d}:{told.minute:02d}{zone}"


def value(piece: Piece, placed: Placed, where: Frame, due: bool) -> str | None:
    """The EDTF value: open at one end after "since" and "until" (not after a mere "from"), marked where approximate.

    A deadline at the end of a month or year is its last day.
    """
    if placed.value is None or placed.days is None:
        return placed.value
    if due and piece.edge == "end":
        return placed.days.last.isoformat()
    said = placed.value
    if piece.approximate and isinstance(piece.meaning, Calendar) and placed.days.grain == "year":
        said += "~"
    if where.role == "by" and isinstance(piece.meaning, Step) and piece.meaning.unit == "weekend":
        return placed.days.first.isoformat()
    if where.role == "since" and where.before != "from":
        return f"{said.split('/')[0]}/.."
    return f"../{said}" if where.role == "until" and "/" not in said else said


def bounds(piece: Piece, placed: Placed, role: TimeRole) -> tuple[str | None, str | None]:
    """Earliest and latest day: all of the stretch, or its third where "early", "mid" or "late" narrows it."""
    if placed.days is None:
        return None, None
    first, last = narrowed(placed.days, piece.edge)
    return None if role == "until" else first.isoformat(), None if role == "since" else last.isoformat()


def narrowed(when: Days, edge: str | None) -> tuple[datetime.date, datetime.date]:
    """The first, middle or last third of a stretch of days."""
    third = datetime.timedelta((when.last - when.first).days // 3)
    match edge:
        case "start":
            return when.first, when.first + third
        case "mid":
            return when.first + third, when.last - third
        case "end":
            return when.last - third, when.last
    return when.first, when.last
