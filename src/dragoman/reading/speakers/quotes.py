"""Quotations: runs of text between quotation marks, whatever the marks and however odd their number."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

_MARK = re.compile(r"[“”„«»\"]|''|``|(?<!\w)[‘'](?=\w)|(?<=[.,!?…])[’'](?!\w)|(?<=\w)[’'](?=[,.;:!?]|\s|$)")
_OPEN = {"“": "”", "„": "“", "«": "»", "``": "''", "‘": "’"}
_BOTH = frozenset({'"', "'", "''", "”"})
_SINGLE = frozenset("‘’'")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation by characters, marks included; `closed` is false where its end had to be guessed."""

    start: int
    end: int
    closed: bool
    single: bool = False


@dataclass(frozen=True, slots=True)
class QuotedTokens:
    """A quotation by tokens, marks included."""

    first: int
    stop: int
    closed: bool


def find(text: str) -> list[Quote]:
    """The outermost quotations in the order of the text; a paragraph's end closes what was left open.

    A quotation that runs over paragraphs, each opened anew, gives one quotation for each paragraph. Single marks
    count only outside double ones, and only in pairs, since most of them are apostrophes.
    """
    out: list[Quote] = []
    for start, end in _paragraphs(text):
        out += _within(text, start, end)
    return out


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in re.finditer(r"\n\s*", text):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if start < len(text):
        yield start, len(text)


def _within(text: str, start: int, end: int) -> Iterator[Quote]:
    """The quotations of one paragraph."""
    opened: tuple[int, str] | None = None
    depth = 0
    for found in _MARK.finditer(text, start, end):
        mark = found.group()
        if opened is None:
            if _may_open(mark, text, found):
                opened, depth = (found.start(), mark), 0
        elif mark == opened[1] and mark in _OPEN:
            depth += 1
        elif _closes(mark, opened[1]):
            if depth:
                depth -= 1
            else:
                yield Quote(opened[0], found.end(), True, opened[1] in _SINGLE)
                opened = None
    if opened is not None and opened[1] not in _SINGLE:
        yield Quote(opened[0], end, False)


def _may_open(mark: str, text: str, found: re.Match[str]) -> bool:
    """An opening mark opens; one that serves both ways, or a closing one set by mistake, where only space is before."""
    if mark in _OPEN:
        return True
    before, after = text[max(found.start() - 1, 0) : found.start()], text[found.end() : found.end() + 1]
    return mark in _BOTH and not before.isalnum() and bool(after) and not after.isspace()


def _closes(mark: str, opener: str) -> bool:
    return mark == _OPEN.get(opener, opener) or (opener == "„" and mark == "”") or (opener == "“" and mark == '"')


def tokens(doc: Doc) -> list[QuotedTokens]:
    """The quotations of a parsed text by tokens; single-marked ones that hold less than a clause are left out."""
    starts = doc.to_array("IDX").tolist()
    out = []
    for quote in find(doc.text):
        first, stop = bisect_right(starts, quote.start) - 1, bisect_left(starts, quote.end)
        if not (quote.single and stop - first < 6):
            out.append(QuotedTokens(first, stop, quote.closed))
    return out
