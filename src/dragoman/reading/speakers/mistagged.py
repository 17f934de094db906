"""Cues at the end of a sentence that the tagger takes for nouns: "…, the agency estimates."."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.reading.speakers.draft import Draft, minus
from dragoman.reading.speakers.lexicon import Cue

_ASSERTING = frozenset({"say", "announce", "claim", "confirm"})
_LONGEST = 9
_AFTER = frozenset({",", ".", ";"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def closes(doc: Doc, i: int) -> bool:
    """Whether a closing mark follows the token and a noun phrase stands before it."""
    if doc[i].dep_ == "pobj" and not _names(doc, i):
        return False
    followed = i + 1 < len(doc) and doc[i + 1].text in _AFTER
    return followed and i > 1 and doc[i - 1].pos_ in ("NOUN", "PROPN") and doc[i].tag_ in ("NN", "NNS")


def drafts(doc: Doc, i: int, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """The sentence before the comma as content and the words between as source, where both look the part."""
    cue = next((c for c in cues if "that" in c.frames and not c.tail and c.cls in _ASSERTING), None)
    comma = _comma(doc, i)
    if cue is None or comma is None:
        return
    sentence = doc[i].sent
    source = (comma + 1, i)
    if _subject(doc, sentence.start, comma) and not any(t.pos_ in ("VERB", "AUX") for t in doc[comma + 1 : i]):
        stop = sentence.end if doc[i + 1].text == "," else i
        content = minus([(sentence.start, stop)], [(comma, i + 1)])
        yield Draft(cue, i, [(i, i + 1)], source, _root(doc, source), content, frame="that")


def _names(doc: Doc, i: int) -> bool:
    """Whether the words after the comma name somebody: "a nurse in Homs reports", not "according to army reports"."""
    comma = _comma(doc, i)
    return comma is not None and doc[comma + 1].pos_ in ("DET", "NOUN", "PROPN", "ADJ", "NUM")


def _root(doc: Doc, source: tuple[int, int]) -> int:
    """The noun that heads the source: the last one before what a preposition adds."""
    first, stop = source
    tied = next((k for k in range(first, stop) if doc[k].pos_ == "ADP"), stop)
    return next((k for k in range(tied - 1, first - 1, -1) if doc[k].pos_ in ("NOUN", "PROPN")), stop - 1)


def _comma(doc: Doc, i: int) -> int | None:
    """The nearest comma before the token, if it is near enough for a source to stand between."""
    return next((k for k in range(i - 1, max(i - _LONGEST, 0), -1) if doc[k].text == ","), None)


def _subject(doc: Doc, first: int, stop: int) -> bool:
    return any(_heads_clause(token) for token in doc[first:stop])


def _heads_clause(token: Token) -> bool:
    return token.dep_ in _SUBJECTS
