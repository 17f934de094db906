"""Time expressions found in a text: the rules applied, the ambiguous words sorted out, neighbours joined."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.reading.times import clocks, dates, relatives
from dragoman.reading.times.doubt import doubtful
from dragoman.reading.times.expression import Calendar, Clock, DayPart, Deictic, Expression, Holiday, Step, Weekday
from dragoman.reading.times.lexer import Lexeme, lex
from dragoman.reading.times.rule import Rule, shadow

DATED = (Calendar, Weekday, Deictic, Step, Holiday)
LINKS = [["to"], ["and"], ["preposition"], ["hyphen"], ["dash"]]
GLUE = ("at", "on", "of", "in", "comma")


@dataclass(frozen=True, slots=True)
class Piece:
    """Lexemes `first:stop` and what they say; `clock` and `part` tell the time of day that belongs to the date.

    `edge` is start, mid or end where only that part of it is meant, `approximate` EDTF's mark,
    `linked` says that it ends a stretch which the piece before begins ("from 20 to 22 October").
    """

    first: int
    stop: int
    meaning: Expression
    clock: Clock | None = None
    part: bool = False
    edge: str | None = None
    approximate: bool = False
    linked: bool = False


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which equally long matches win."""
    return (*dates.RULES, *relatives.RULES, *clocks.RULES)


def pieces(text: str) -> tuple[list[Lexeme], list[Piece]]:
    """The lexemes of a text and the time expressions among them, in its order."""
    lexemes = lex(text)
    found = [piece for piece in longest(lexemes) if not doubtful(text, lexemes, piece.first, piece.stop, piece.meaning)]
    joined = [piece for piece in join(found, lexemes) if not left_over(piece, lexemes)]
    return lexemes, list(link([widen(piece, lexemes) for piece in joined], lexemes))


def link(found: Sequence[Piece], lexemes: Sequence[Lexeme]) -> Iterator[Piece]:
    """The pieces with those marked that end a stretch begun by the one before."""
    for before, piece in zip([None, *found], found, strict=False):
        gap = [lexeme.kind for lexeme in lexemes[before.stop : piece.first]] if before else []
        yield replace(piece, linked=True) if gap in LINKS else piece


def left_over(piece: Piece, lexemes: Sequence[Lexeme]) -> bool:
    """Whether a part of the day belongs to no day: "the dawn of democracy"."""
    return isinstance(piece.meaning, DayPart) and piece.stop < len(lexemes) and lexemes[piece.stop].kind == "of"


def longest(lexemes: Sequence[Lexeme]) -> Iterator[Piece]:
    """The leftmost and longest match at each place, none overlapping another."""
    shade = shadow(lexemes)
    matches = [
        (first, -stop, order, meaning)
        for order, rule in enumerate(rules())
        for first, stop, meaning in rule.find(lexemes, shade)
    ]
    end = 0
    for first, negative, _, meaning in sorted(matches, key=lambda match: match[:3]):
        if first >= end:
            end = -negative
            yield Piece(first, end, meaning)


def join(found: Sequence[Piece], lexemes: Sequence[Lexeme]) -> Iterator[Piece]:
    """Times of day joined to the date that they stand beside."""
    held: Piece | None = None
    for piece in found:
        joined = joint(held, piece, lexemes) if held else None
        if held and joined is None:
            yield held
        held = joined or piece
    if held:
        yield held


def joint(left: Piece, right: Piece, lexemes: Sequence[Lexeme]) -> Piece | None:
    """The two as one expression, if they are one."""
    gap = [lexeme.kind for lexeme in lexemes[left.stop : right.first]]
    if len(gap) > 2 or any(kind not in (*GLUE, "the") for kind in gap):
        return None
    if isinstance(left.meaning, DayPart | Clock) and isinstance(right.meaning, DATED) and "in" not in gap:
        return None if "comma" in gap else timed(right, left, left.first, right.stop)
    if isinstance(left.meaning, DATED) and isinstance(right.meaning, DayPart | Clock) and "of" not in gap:
        if isinstance(right.meaning, DayPart) and gap:
            return None
        return timed(left, right, left.first, right.stop)
    return None


def timed(date: Piece, hour: Piece, first: int, stop: int) -> Piece:
    """A date with its time of day."""
    clock = hour.meaning if isinstance(hour.meaning, Clock) else date.clock or hour.clock
    return replace(date, first=first, stop=stop, clock=clock, part=date.part or isinstance(hour.meaning, DayPart))


NARROWING = {
    "edge": ([], ["of"], ["of", "the"], ["in"], ["in", "the"], ["on"], ["hyphen"]),
    "bound": (["of"], ["of", "the"]),
}


def widen(piece: Piece, lexemes: Sequence[Lexeme]) -> Piece:
    """The piece with the words before it that narrow it ("the end of", "early on"), and marked where "about" is.

    The word that marks it approximate stays outside: TIMEX3 has it so for dates.
    """
    for at in range(piece.first - 1, max(piece.first - 4, -1), -1):
        kind = lexemes[at].kind
        between = [lexeme.kind for lexeme in lexemes[at + 1 : piece.first]]
        if between in NARROWING.get(kind, ()):
            first = at - 1 if at and lexemes[at - 1].kind == "the" else at
            piece = replace(piece, first=first, edge=str(lexemes[at].meaning))
            break
    marked = piece.first > 0 and lexemes[piece.first - 1].meaning == "~"
    return replace(piece, approximate=True) if marked else piece
