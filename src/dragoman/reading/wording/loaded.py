"""Finding contested terms in a text, in the report's own voice or in somebody's that it quotes."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Doc

from dragoman.model import LoadedTerm
from dragoman.reading.wording.contested import Term, by_form

_MARKS = re.compile(r"[“\"][^”\"\n]{1,2000}[”\"]|(?<!\w)[‘'][^’'\n]{1,60}[’'](?!\w)")
_SCARE = re.compile(r"[“\"][a-z][^”\".,!?\n]{1,40}[”\"]|(?<!\w)[‘'][a-z][^’'.,!?\n]{1,40}[’'](?!\w)")
_PHRASE = 3
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


@dataclass(frozen=True, slots=True)
class Voice:
    """Characters `start:end` that report what `speaker` says; null where the speaker is not told."""

    start: int
    end: int
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A contested term at `start:end`; `quoted` in somebody's voice, `speaker` whose, where that is known."""

    start: int
    end: int
    term: Term
    quoted: bool
    speaker: str | None


def loaded(doc: Doc, voices: Sequence[Voice | tuple[int, int]]) -> list[Loaded]:
    """The contested terms of a text in its order.

    `voices` are the ranges that report somebody's words (the contents of attributions); what stands between quotation
    marks counts as quoted as well.
    """
    text = doc.text
    told = [voice if isinstance(voice, Voice) else Voice(*voice) for voice in voices]
    marked = [Voice(*match.span()) for match in _MARKS.finditer(text)]
    return [_heard(match, told, marked) for match in _pattern().finditer(text) if not _in_name(match, text)]


def summary(found: Sequence[Loaded], text: str) -> list[LoadedTerm]:
    """The terms of a report by voice, with counts, counts per 1,000 words and speakers, the most frequent first."""
    words = count_words(text)
    hits: dict[tuple[str, bool], list[Loaded]] = defaultdict(list)
    for hit in found:
        hits[hit.term.term, hit.quoted].append(hit)
    ordered = sorted(hits.items(), key=lambda item: (-len(item[1]), item[0]))
    return [
        LoadedTerm(
            term=term,
            count=len(uses),
            voice="quoted" if quoted else "own",
            per_thousand=rate(len(uses), words),
            speakers=list(dict.fromkeys(use.speaker for use in uses if use.speaker)),
        )
        for (term, quoted), uses in ordered
    ]


def in_span(found: Sequence[Loaded], start: int, end: int) -> list[str]:
    """The terms that stand in the characters `start:end` or right before them, each once, in their order.

    "the so-called" is no part of a mention, and yet one of the words used for it.
    """
    return list(dict.fromkeys(hit.term.term for hit in found if start - 1 <= hit.end and hit.start < end))


def scare_quotes(text: str, start: int, end: int) -> list[str]:
    """Words and short phrases between quotation marks (kept) in the characters `start:end`: the report's distance."""
    around = text[max(start - 1, 0) : end + 1]
    return [match[0] for match in _SCARE.finditer(around) if len(match[0].split()) <= _PHRASE]


def per_thousand(found: Sequence[Loaded], text: str, voice: Literal["own", "quoted"] | None = None) -> float:
    """Contested terms per 1,000 words of a text, of one voice or of both; 0 for a text without words."""
    return rate(sum(voice is None or hit.quoted == (voice == "quoted") for hit in found), count_words(text)) or 0.0


def count_words(text: str) -> int:
    """The words of a text, hyphenated ones as one."""
    return sum(1 for _ in _WORD.finditer(text))


def rate(count: int, words: int) -> float | None:
    """A count for 1,000 words, to two decimals; null for a text without words."""
    return round(1000 * count / words, 2) if words else None


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(by_form(), key=len, reverse=True)
    spaced = (re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)


def _in_name(match: re.Match[str], text: str) -> bool:
    """Whether the word is part of a name: capitalised beside another capitalised word."""
    if not (_term(match).in_names and match[0][0].isupper()):
        return False
    before, after = (
        text[max(0, match.start() - 60) : match.start()].split()[-1:],
        text[match.end() : match.end() + 60].split()[:1],
    )
    return any(word.strip("'’,")[:1].isupper() for word in (*before, *after))


def _term(match: re.Match[str]) -> Term:
    return by_form()[" ".join(match[0].lower().split())]


def _heard(match: re.Match[str], told: Sequence[Voice], marked: Sequence[Voice]) -> Loaded:
    start, end = match.span()
    around = list(_around(told, start, end))
    speaker = next((voice.speaker for voice in around if voice.speaker), None)
    quoted = bool(around) or any(_around(marked, start, end))
    return Loaded(start, end, _term(match), quoted, speaker)


def _around(voices: Sequence[Voice], start: int, end: int) -> Iterator[Voice]:
    """The voices that a span stands in, the narrowest first."""
    inside = (voice for voice in voices if voice.start <= start and end <= voice.end)
    return iter(sorted(inside, key=lambda voice: voice.end - voice.start))
