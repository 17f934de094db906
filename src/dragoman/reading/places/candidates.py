"""Runs of capitalised words, and the stretches of them that may be places: gazetteer names and what NER marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc

from dragoman.gazetteer import Gazetteer
from dragoman.reading.places.cues import abbreviations

LONGEST = 6
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽḌḐḨḪṢŞṬŢẒʻ‘]"
_WORD = re.compile(
    r"(?<![\w@#])(?:"
    r"(?:[A-Z]\.){2,}|[A-Z]\.[A-Z][a-z]{1,3}\.|(?:St|Ste|Mt|Ft|Sts|Mts|Twp|ST|MT|FT)\.(?=\s)"
    rf"|(?:(?:a[lrsdntz]|ash|ath|e[ldst])[-\s’'])?{_CAPITAL}(?:[\w'’‘`ʼ\-]*\w)?"
    r")"
)
_GAP = re.compile(
    r" (?:(?:of|the|of the|de|de la|de las|de los|del|da|do|dos|and|el|al|upon|on|la|le|du|des|di|am|y|ez|es|at) )?"
    r"|-|/"
)
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))


@dataclass(slots=True)
class Run:
    """Capitalised words in a row, each as character offsets."""

    words: list[tuple[int, int]]


@dataclass(slots=True)
class Candidate:
    """Characters that may name a place: its token span, the name to look up, and what speaks for it.

    `left` and `right` are the neighbouring words of its run ("" where it stands at the border), `label` the entity
    label that covers it and `cover` how: exact, inside, over or none. `code` is set for abbreviations.
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
    evidence: float = 0.0
    qualifier: "Candidate | None" = None
    qualifies: bool = False
    features: list[str] = field(default_factory=list)


class Page:
    """A document made ready: token starts, entities, parts of speech."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.text = doc.text
        self.token_at = {int(start): i for i, start in enumerate(doc.to_array("IDX"))}
        self.proper = (doc.to_array("POS") == doc.vocab.strings["PROPN"]).tolist()
        self.ents = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
        self.ent_of = {i: ent for ent in self.ents for i in range(ent[0], ent[1])}
        self.lengths = [len(token) for token in doc]

    def tokens(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last-plus-one token of characters that begin with a token; None where none begins there."""
        first = self.token_at.get(start)
        if first is None:
            span = self.doc.char_span(start, end, alignment_mode="expand")
            return (span.start, span.end) if span is not None else None
        stop = first + 1
        while stop < len(self.lengths) and self.doc[stop].idx < end:
            stop += 1
        return first, stop


def runs(text: str) -> Iterator[Run]:
    """Every run of capitalised words, joined over single spaces, hyphens and small words such as "of"."""
    run: list[tuple[int, int]] = []
    for found in _WORD.finditer(text):
        start, end = found.span()
        possessive = _POSSESSIVE.search(text, start, end)
        cut = possessive.start() if possessive else end
        if run and not _GAP.fullmatch(text, run[-1][1], start):
            yield Run(run)
            run = []
        run.append((start, cut))
        if possessive:
            yield Run(run)
            run = []
    if run:
        yield Run(run)


def candidates(page: Page, gazetteer: Gazetteer) -> list[Candidate]:
    """Every stretch that may be a place, in order and without overlap: longest gazetteer names first, then entities."""
    found: list[Candidate] = []
    for run in runs(page.text):
        found.extend(_in_run(run, page, gazetteer))
    taken = [(candidate.first, candidate.stop) for candidate in found]
    found.extend(_entities(page, taken))
    found.sort(key=lambda candidate: candidate.start)
    for candidate in found:
        candidate.label, candidate.cover = cover(page, candidate)
    return found


def _in_run(run: Run, page: Page, gazetteer: Gazetteer) -> Iterator[Candidate]:
    words, text, at = run.words, page.text, 0
    while at < len(words):
        size, code = _longest(words, at, text, gazetteer)
        if not size:
            at += 1
            continue
        start, end = words[at][0], words[at + size - 1][1]
        tokens = page.tokens(start, end)
        if tokens is not None:
            left = text[slice(*words[at - 1])] if at else ""
            right = text[slice(*words[at + size])] if at + size < len(words) else ""
            yield Candidate(start, end, *tokens, text[start:end], left, right, code=code)
        at += size


def _longest(words: list[tuple[int, int]], at: int, text: str, gazetteer: Gazetteer) -> tuple[int, str | None]:
    start = words[at][0]
    for size in range(min(LONGEST, len(words) - at), 0, -1):
        name = text[start : words[at + size - 1][1]]
        if size == 1:
            code = _code(text, start, words[at][1])
            if code is not None:
                words[at] = (start, start + len(code[0]))
                return 1, code[1]
            if len(name) < 3 and not name.isupper():
                return 0, None
        if not _short_code(name) and gazetteer.known(name):
            return size, None
    return 0, None


def _short_code(name: str) -> bool:
    """Capitals such as airport codes, which are no names of places unless they are abbreviations of a state."""
    return len(name) <= 3 and name.isupper() and name not in {"US", "UK", "USA", "UAE", "DRC", "CAR"}


def _code(text: str, start: int, end: int) -> tuple[str, str] | None:
    """The abbreviation written here and its ISO 3166-2 code."""
    before = text[max(0, start - 2) : start]
    for written in (text[start : end + 1], text[start:end]):
        entry = abbreviations().get(written)
        if entry is not None and (entry[1] or before == ", "):
            return written, entry[0]
    word = text[start:end]
    if before == ", " and len(word) == 2 and word.isupper():
        for country in ("US", "CA"):
            if (written := f"{country}-{word}") in _codes():
                return word, written
    return None


def _codes() -> frozenset[str]:
    return frozenset(code for code, _ in abbreviations().values()) | {"US-AK", "US-HI", "US-UT", "US-ID", "US-IA"}


def _entities(page: Page, taken: list[tuple[int, int]]) -> Iterator[Candidate]:
    """Entities of a place label that no gazetteer name touches."""
    used = {i for first, stop in taken for i in range(first, stop)}
    for first, stop, label in page.ents:
        if label not in PLACE_LABELS or not used.isdisjoint(range(first, stop)):
            continue
        span = page.doc[first:stop]
        start, end = span.start_char, span.end_char
        lead = re.match(r"(?:the|The)\s+", span.text)
        start += lead.end() if lead else 0
        tail = _POSSESSIVE.search(page.text, start, end)
        end = tail.start() if tail else end
        tokens = page.tokens(start, end) if start < end else None
        if tokens is not None and page.text[start].isupper():
            yield Candidate(start, end, *tokens, page.text[start:end], known=False)


def cover(page: Page, candidate: Candidate) -> tuple[str, str]:
    """The entity label over a candidate and how it covers it; a leading article and a closing 's don't count."""
    ent = page.ent_of.get(candidate.first) or page.ent_of.get(candidate.stop - 1)
    if ent is None:
        return "", "none"
    first, stop, label = ent
    while first < stop and page.doc[first].lower_ == "the" and first < candidate.first:
        first += 1
    while stop > first and page.doc[stop - 1].lower_ in {"'s", "’s", "'"} and stop > candidate.stop:
        stop -= 1
    if (first, stop) == (candidate.first, candidate.stop):
        return label, "exact"
    if first <= candidate.first and candidate.stop <= stop:
        return label, "inside"
    return label, "over"
