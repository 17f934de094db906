"""Stretches of text that may be places: names of the gazetteer, names built with a generic word, what NER marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from dragoman.gazetteer import Gazetteer
from dragoman.reading.places.cues import Cues, abbreviations, cues, demonyms
from dragoman.reading.places.page import Page, Word, without_possessive

LONGEST = 6
MOST_FRESH = 3
SHORT = 4
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
_NAMELIKE = frozenset(("GPE", "LOC", "FAC", "PERSON", "ORG", "PRODUCT", ""))
_CODES = frozenset(("US", "UK", "USA", "UAE", "DRC"))
_ARTICLE = re.compile(r"(?:the|The)\s+")


@dataclass(slots=True)
class Candidate:
    """Characters that may name a place: its token span, the name to look up, and what speaks for it.

    `left` and `right` are the words next to it in its run ("" where it stands at the border), `label` the entity
    label that covers it and `cover` how. `code` is set for abbreviations, `generic` where a word such as "River"
    or "Fort" belongs to the name, `fresh` for a name that is only known by where it stands.
    """

    start: int
    end: int
    first: int
    stop: int
    name: str
    left: str = ""
    right: str = ""
    label: str = ""
    cover: str = "none"
    code: str | None = None
    known: bool = True
    generic: bool = False
    fresh: bool = False
    evidence: float = 0.0
    qualifier: "Candidate | None" = None
    qualifies: bool = False
    features: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Piece:
    """Words `at:stop` of a run; `known` when the gazetteer has the name."""

    at: int
    stop: int
    known: bool
    code: str | None = None
    generic: bool = False


def candidates(page: Page, gazetteer: Gazetteer) -> list[Candidate]:
    """Every stretch that may be a place, in order and without overlap."""
    known = cues()
    found: list[Candidate] = []
    for run in page.runs():
        found.extend(_in_run(run, page, gazetteer, known))
    found.extend(_entities(page, [(candidate.first, candidate.stop) for candidate in found]))
    found.sort(key=lambda candidate: candidate.start)
    for candidate in found:
        candidate.label, candidate.cover = page.cover(candidate.first, candidate.stop)
    return found


def _in_run(run: list[Word], page: Page, gazetteer: Gazetteer, known: Cues) -> Iterator[Candidate]:
    pieces = _extended(run, _pieces(run, page.text, gazetteer, known), known)
    for piece in pieces:
        start, end = run[piece.at].start, run[piece.stop - 1].end
        fresh = not piece.known and not piece.generic
        if fresh and not _stands_as_place(run, piece, page, known):
            continue
        tokens = page.tokens(start, end)
        if tokens is None:
            continue
        name = page.text[start:end]
        left = run[piece.at - 1].text if piece.at and run[piece.at].close else ""
        right = run[piece.stop].text if piece.stop < len(run) and run[piece.stop].close else ""
        yield Candidate(
            *(start, end, *tokens, name, left, right),
            code=piece.code,
            known=piece.known and (not piece.generic or gazetteer.known(name)),
            generic=piece.generic,
            fresh=fresh,
        )


def _pieces(run: list[Word], text: str, gazetteer: Gazetteer, known: Cues) -> list[_Piece]:
    """The run cut into gazetteer names, longest first, and the stretches between them."""
    pieces: list[_Piece] = []
    at = 0
    while at < len(run):
        size, code = _longest(run, at, text, gazetteer, known)
        if size:
            pieces.append(_Piece(at, at + size, True, code))
        elif pieces and not pieces[-1].known and run[at].close and not _generic(run[at].lower, known):
            pieces[-1].stop += 1
        else:
            pieces.append(_Piece(at, at + 1, False))
        at += size or 1
    return pieces


def _generic(lower: str, known: Cues) -> bool:
    return lower in known.generic_before or lower in known.generic_after


def _extended(run: list[Word], pieces: list[_Piece], known: Cues) -> list[_Piece]:
    """Join "River" to the name before it and "Fort" to the name after it."""
    joined: list[_Piece] = []
    for piece in pieces:
        word = run[piece.at]
        last = joined[-1] if joined else None
        if last is not None and word.close and not last.code and _joins(run, last, piece, known):
            last.stop, last.generic = piece.stop, True
            last.known = last.known or piece.known
        else:
            joined.append(piece)
    return joined


def _joins(run: list[Word], last: _Piece, piece: _Piece, known: Cues) -> bool:
    if piece.at + 1 == piece.stop and not piece.known and run[piece.at].lower in known.generic_after:
        return last.stop - last.at <= MOST_FRESH
    before = last.at + 1 == last.stop and not last.known and run[last.at].lower in known.generic_before
    return before and piece.stop - piece.at <= MOST_FRESH


def _stands_as_place(run: list[Word], piece: _Piece, page: Page, known: Cues) -> bool:
    """Whether an unknown name fills its run and follows a preposition of place or "the town of"."""
    if piece.at or piece.stop < len(run) or piece.stop > MOST_FRESH or len(run[0].text) < 4 or run[0].text.isupper():
        return False
    tokens = page.tokens(run[0].start, run[piece.stop - 1].end)
    if tokens is None or tokens[0] == 0 or page.cover(*tokens)[0] not in _NAMELIKE:
        return False
    if any(word.lower in known.institution_nouns or word.lower in known.not_places for word in run):
        return False
    before = page.doc[tokens[0] - 1]
    if before.lower_ == "of" and before.i:
        return page.doc[before.i - 1].lower_ in known.of_nouns
    return before.lower_ in known.close_prepositions


def _longest(run: list[Word], at: int, text: str, gazetteer: Gazetteer, known: Cues) -> tuple[int, str | None]:
    start = run[at].start
    for size in range(min(LONGEST, len(run) - at), 1, -1):
        name = text[start : run[at + size - 1].end]
        if name.casefold() in demonyms():
            return 0, None
        if gazetteer.known(name):
            return size, None
    word = run[at]
    code = _code(text, word)
    if code is not None:
        word.end = start + len(code[0])
        return 1, code[1]
    if _generic(word.lower, known) or word.lower in known.institution_nouns or _short_code(word.text):
        return 0, None
    if len(word.text) < SHORT and not any(c.main for c in gazetteer.candidates(word.text)):
        return 0, None
    return int(gazetteer.known(word.text)), None


def _short_code(name: str) -> bool:
    """Capitals such as airport codes, which are no names of places unless they are well-known abbreviations."""
    letters = name.replace(".", "")
    return len(letters) <= 3 and (letters.isupper() or len(letters) < 3) and letters not in _CODES


def _code(text: str, word: Word) -> tuple[str, str] | None:
    """The abbreviation written here and its ISO 3166-2 code."""
    before = text[max(0, word.start - 2) : word.start]
    for end in (word.end + 1, word.end):
        written = text[word.start : end]
        entry = abbreviations().get(written.replace(" ", ""))
        if entry is not None and not written.endswith(" ") and (entry[1] or before == ", "):
            return written, entry[0]
    if before == ", " and len(word.text) == 2 and word.text.isupper():
        for country in ("US", "CA"):
            if (code := f"{country}-{word.text}") in _codes():
                return word.text, code
    return None


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for code, _ in abbreviations().values())


def _entities(page: Page, taken: list[tuple[int, int]]) -> Iterator[Candidate]:
    """Entities of a place label that no other candidate touches."""
    used = {i for first, stop in taken for i in range(first, stop)}
    for first, stop, label in page.ents:
        if label not in PLACE_LABELS or not used.isdisjoint(range(first, stop)):
            continue
        span = page.doc[first:stop]
        start = span.start_char
        lead = _ARTICLE.match(span.text)
        start += lead.end() if lead else 0
        end = without_possessive(page.text, start, span.end_char)
        tokens = page.tokens(start, end) if start < end else None
        if tokens is not None and page.text[start].isupper() and not _common(page.text[start:end].casefold()):
            yield Candidate(start, end, *tokens, page.text[start:end], known=False)


def _common(lower: str) -> bool:
    """A word that only ever helps to make a name ("Highway", "District")."""
    known = cues()
    return (
        lower in known.street_nouns
        or lower in known.institution_nouns
        or lower in known.division_nouns
        or lower in known.directions
        or lower in demonyms()
        or _generic(lower, known)
    )
