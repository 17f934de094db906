"""The step: a parsed text in, its time expressions out, placed on the calendar."""

import datetime
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from dragoman.reading.mention import TimeMention, tokens_at
from dragoman.reading.times import framing, lean
from dragoman.reading.times.dateline import dateline
from dragoman.reading.times.days import Days, parse_day, year
from dragoman.reading.times.deadlines import deadline
from dragoman.reading.times.expression import Calendar, Duration, Shift, Vague, Weekday
from dragoman.reading.times.framing import Frame
from dragoman.reading.times.lexer import Lexeme
from dragoman.reading.times.lexicon import table
from dragoman.reading.times.pieces import Piece, pieces
from dragoman.reading.times.placing import Calendarist
from dragoman.reading.times.setting import Setting

OPENING = 12
MANY_YEARS, MOST = 5, 0.6


def recognise(doc: Doc, published: str | None = None) -> list[TimeMention]:
    """The time expressions of a text in its order.

    `published` is an ISO day or date-time. Without it a dateline in the text stands in, and what rests on it is marked
    as inferred; without either a relative date has no value but a reason.
    """
    return Recognition(doc, published).mentions()


class Recognition:
    """The recognition of one text: its lexemes, its expressions and the calendar that places them in turn."""

    def __init__(self, doc: Doc, published: str | None):
        self.doc = doc
        self.text = doc.text
        self.lexemes, found = pieces(self.text)
        day = parse_day(published or dateline(self.text))
        self.inferred = day is not None and not published
        told = narrative(found, day)
        self.pieces = [piece for piece in found if in_domain(self.text, self.lexemes, piece, told)]
        self.calendar = Calendarist(day, told, first_told(found) if told else None)
        sentences = doc.sents if doc.has_annotation("SENT_START") else ()
        self.starts = [sentence.start_char for sentence in sentences] or [0]

    def mentions(self) -> list[TimeMention]:
        """All expressions, in the order of the text."""
        return [self._mention(piece) for piece in self.pieces]

    def _mention(self, piece: Piece) -> TimeMention:
        where = framing.frame(self.doc, self.text, self.lexemes, piece)
        due = deadline(where.root, where.role, isinstance(piece.meaning, Duration))
        meaning = piece.meaning
        if isinstance(meaning, Shift) and meaning.event and not happening(self.doc, where.end):
            meaning = replace(meaning, event=False)
        placed = self.calendar.place(meaning, self._setting(piece, where, due))
        earliest, latest = framing.bounds(piece, placed, where.role)
        return TimeMention.between(
            self.doc,
            where.start,
            where.end,
            bare=where.bare,
            kind=framing.kind(piece),
            value=framing.value(piece, placed, where, due),
            role=where.role,
            earliest=earliest,
            latest=latest,
            inferred=self.inferred and placed.value is not None and from_publication(piece),
            deadline=due,
            reason=placed.reason,
            clock=framing.clock(piece),
            event=placed.event,
        )

    def _setting(self, piece: Piece, where: Frame, due: bool) -> Setting:
        sentence = bisect_right(self.starts, where.start) - 1
        length = isinstance(piece.meaning, Duration)
        clause = lean.governor(where.root)
        return Setting(
            self._future(piece, where, due),
            sentence,
            opening=where.start - self.starts[sentence] < OPENING,
            passing=where.role in ("since", "until", "before"),
            due=due,
            clause=clause.i if clause is not None else -1,
            over=where.role == "during" or where.before == "through",
            limit=length and (where.role == "by" or due),
            perfect=length and lean.perfect(where.root),
            inclusive=where.before != "in",
        )

    def _future(self, piece: Piece, where: Frame, due: bool) -> bool | None:
        if piece.linked:
            return self.calendar.leaning
        day = isinstance(piece.meaning, Weekday) or (isinstance(piece.meaning, Calendar) and piece.meaning.day)
        if where.before == "for" and day:
            return True
        future = lean.future(where.root, where.before)
        return True if due and future is False and not lean.pluperfect(where.root) else future


def from_publication(piece: Piece) -> bool:
    """Whether the value may rest on the day of publication: of dates, those without their year."""
    return getattr(piece.meaning, "year", None) is None


def happening(doc: Doc, end: int) -> bool:
    """Whether a happening is told right after the character `end`: a noun phrase, a clause or a gerund."""
    first, _ = tokens_at(doc, end, end + 1)
    after = doc[min(first + 1, len(doc) - 1)] if doc[first].idx < end else doc[first]
    return after.pos_ in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "") or after.tag_ == "VBG"


def in_domain(text: str, lexemes: Sequence[Lexeme], piece: Piece, told: bool) -> bool:
    """Whether a vague word is a time in this sort of text: "former" in histories, "soon" in news."""
    if not isinstance(piece.meaning, Vague):
        return True
    words = text[lexemes[piece.first].start : lexemes[piece.stop - 1].end].lower()
    return words.split()[-1] not in table("doubts.toml")["news_only" if told else "narrative_only"]


def first_told(found: Sequence[Piece]) -> Days | None:
    """The first year that the text names."""
    for piece in found:
        if isinstance(piece.meaning, Calendar) and 0 < (piece.meaning.year or 0) < datetime.MAXYEAR:
            return year(piece.meaning.year or 1)
    return None


def narrative(found: Sequence[Piece], published: datetime.date | None) -> bool:
    """Whether the text tells of times long past: most of the years it names lie well before publication."""
    years = [piece.meaning.year for piece in found if isinstance(piece.meaning, Calendar) and piece.meaning.year]
    if published is None:
        return bool(years)
    past = sum(year < published.year - 1 for year in years)
    return len(years) >= MANY_YEARS and past > MOST * len(years)
