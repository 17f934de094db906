"""A document made ready for the search for places: its tokens and entities by offset, its runs of capitalised words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽḌḐḨḪṢŢẒʻ‘]"
_WORD = re.compile(
    r"(?<![\w@#])(?:"
    r"(?:[A-Z]\.){2,}|[A-Z]\. ?[A-Z][a-z]{1,3}\.|(?:[A-Z]\. ){1,2}[A-Z]\.(?=[\s,;)])"
    r"|(?:St|Ste|Mt|Ft|Sts|Mts|Twp|ST|MT|FT)\.(?=\s)"
    rf"|(?:(?:(?:a[lrsdntz]|ash|ath|e[lrsdntz]|esh|ul)[-’']|[ae]l\s))?{_CAPITAL}(?:[\w'’‘`ʼ\-]*\w)?"
    r")"
)
_GAP = re.compile(
    r" (?:(?:of|the|of the|de|de la|de las|de los|del|da|do|dos|and|el|al|upon|on|la|le|du|des|di|am|y|ez|es|at) )?"
    r"|-|/"
)
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_CLOSING = frozenset(("'s", "’s", "'"))


@dataclass(slots=True)
class Word:
    """A capitalised word by its characters; `close` when only a space parts it from the one before."""

    start: int
    end: int
    text: str
    lower: str
    close: bool


class Page:
    """A document made ready."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.text = doc.text
        self.token_at = {int(start): i for i, start in enumerate(doc.to_array("IDX"))}
        self.proper = (doc.to_array("POS") == doc.vocab.strings["PROPN"]).tolist()
        self.ents = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
        self._ent_of = {i: ent for ent in self.ents for i in range(ent[0], ent[1])}

    def tokens(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last-plus-one token that the characters touch; None where they touch none."""
        first = self.token_at.get(start)
        if first is None:
            span = self.doc.char_span(start, end, alignment_mode="expand")
            return (span.start, span.end) if span is not None else None
        stop = first + 1
        while stop < len(self.proper) and self.doc[stop].idx < end:
            stop += 1
        return first, stop

    def cover(self, first: int, stop: int) -> tuple[str, str]:
        """The entity label over some tokens and how it covers them: exact, inside, over or none.

        A leading article and a closing 's of the entity don't count.
        """
        ent = self._ent_of.get(first) or self._ent_of.get(stop - 1)
        if ent is None:
            return "", "none"
        begin, end, label = ent
        while begin < first and self.doc[begin].lower_ == "the":
            begin += 1
        while end > stop and self.doc[end - 1].lower_ in _CLOSING:
            end -= 1
        if (begin, end) == (first, stop):
            return label, "exact"
        return label, "inside" if begin <= first and stop <= end else "over"

    def runs(self) -> Iterator[list[Word]]:
        """Every run of capitalised words, joined over single spaces, hyphens and small words such as "of"."""
        run: list[Word] = []
        last = 0
        for found in _WORD.finditer(self.text):
            start, end = found.span()
            possessive = _POSSESSIVE.search(self.text, start, end)
            cut = possessive.start() if possessive else end
            text = self.text[start:cut]
            lower = text.casefold()
            function = lower in STOP_WORDS and lower != "the" and not (text.isupper() and len(text) > 1)
            if run and (function or not _GAP.fullmatch(self.text, last, start)):
                yield run
                run = []
            if not function:
                run.append(Word(start, cut, text, lower, bool(run) and self.text[last:start] == " "))
                last = end
            if possessive and run:
                yield run
                run = []
        if run:
            yield run


def without_possessive(text: str, start: int, end: int) -> int:
    """Where a name ends that may carry a closing 's."""
    found = _POSSESSIVE.search(text, start, end)
    return found.start() if found else end
