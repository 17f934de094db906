"""Counts in a text: the number with its bounds, and the noun that it counts."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from dragoman.reading.figures.numbers import DIGITS, is_number_word, value_of, words
from dragoman.reading.mention import FigureMention

JOINTS = {"-", "–", "—", "to"}
NEAR = 12
SKIPPED_ENTITIES = {"DATE", "TIME", "MONEY", "PERCENT"}


def recognise(doc: Doc) -> list[FigureMention]:
    """Every count of people or units; dates, sums of money, shares, ages and measures are none."""
    return [figure for first, stop in _runs(doc) if (figure := _figure(doc, first, stop)) is not None]


def _runs(doc: Doc) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(doc):
        if not _numeric(doc[at]):
            at += 1
            continue
        stop = at + 1
        while stop < len(doc) and _continues(doc, at, stop):
            stop += 1
        yield at, stop
        at = stop


def _numeric(token: Token) -> bool:
    if token.lower_ == "one" and token.dep_ != "nummod":
        return False
    return is_number_word(token.lower_) and token.pos_ not in {"VERB", "ADV"}


def _continues(doc: Doc, first: int, at: int) -> bool:
    if _numeric(doc[at]):
        return not (DIGITS.fullmatch(doc[at].text) and DIGITS.fullmatch(doc[at - 1].text))
    between = first > 0 and doc[first - 1].lower_ == "between"
    joins = doc[at].lower_ in JOINTS
    joins = joins or (doc[at].lower_ == "and" and (between or doc[at - 1].lower_ in words().scales))
    joins = joins or (doc[at].lower_ == "of" and doc[at - 1].lower_ in words().vague)
    return joins and at + 1 < len(doc) and _numeric(doc[at + 1])


def _figure(doc: Doc, first: int, stop: int) -> FigureMention | None:
    if _is_no_count(doc, first, stop):
        return None
    low, value, high = _range(doc, first, stop)
    start, bound = _bound(doc, first)
    if bound == "low" and value is not None:
        low, value = value, None
    elif bound == "high" and value is not None:
        high, value = value, None
    span = doc[start:stop]
    counted = _counted(doc[first:stop])
    return FigureMention.over(
        span,
        value=value,
        low=low,
        high=high,
        noun=counted.i if counted is not None else None,
        cumulative=_is_running_total(span),
    )


def _is_running_total(span: Span) -> bool:
    """Whether a word near the number says that it counts all up to then."""
    sentence = span.sent
    near = span.doc[max(sentence.start, span.start - NEAR) : min(sentence.end, span.end + NEAR)]
    return words().cumulative.search(near.text) is not None


def _range(doc: Doc, first: int, stop: int) -> tuple[int | None, int | None, int | None]:
    tokens = [token.lower_ for token in doc[first:stop]]
    between = first > 0 and doc[first - 1].lower_ == "between"
    for at, word in enumerate(tokens):
        if word in JOINTS or (between and word == "and"):
            low, high = value_of(tokens[:at]), value_of(tokens[at + 1 :])
            if low is not None and high is not None and low < high:
                return low, None, high
    return None, value_of(tokens), None


def _bound(doc: Doc, first: int) -> tuple[int, str | None]:
    for sort, phrases in words().bounds.items():
        for phrase in phrases:
            start = first - len(phrase)
            if start >= 0 and tuple(token.lower_ for token in doc[start:first]) == phrase:
                return start, sort
    if first > 0 and doc[first - 1].lower_ in {"a", "between"}:
        return first - 1, None
    return first, None


def _is_no_count(doc: Doc, first: int, stop: int) -> bool:
    entities = {token.ent_type_ for token in doc[first:stop]}
    after = doc[stop] if stop < len(doc) else None
    before = doc[first - 1] if first else None
    if entities & {"MONEY", "PERCENT"} or (entities & SKIPPED_ENTITIES and _looks_like_year(doc[first:stop])):
        return True
    if after is not None and (after.lemma_.lower() in words().skip_nouns or after.text in {"%", "/", ":"}):
        return True
    if after is not None and after.text == "-" and stop + 1 < len(doc) and doc[stop + 1].lower_ in {"year", "day"}:
        return True
    if before is not None and (before.lower_ in words().skip_before or before.text in {"$", "€", "£", "#", "/", ":"}):
        return True
    return _looks_like_year(doc[first:stop]) or ("DATE" in entities and not _counts_noun(doc[first:stop]))


def _counts_noun(span: Span) -> bool:
    """Whether the number modifies a noun outside what was taken for a date."""
    counted = _counted(span)
    return counted is not None and counted.i >= span.end and not counted.ent_type_ and counted.pos_ == "NOUN"


def _looks_like_year(span: Span) -> bool:
    if len(span) != 1 or not span.text.isdigit() or len(span.text) != 4:
        return False
    return 1400 <= int(span.text) <= 2100 and span[0].dep_ != "nummod"


def _counted(span: Span) -> Token | None:
    """The noun that a number counts: the head it modifies, what "of" adds to it, else the number itself."""
    root = span.root
    if root.dep_ in {"nummod", "quantmod", "compound", "amod"} and root.head.i >= span.end:
        return root.head
    of = _of_object(root.children)
    return of if of is not None else root


def _of_object(children: Iterable[Token]) -> Token | None:
    for child in children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((token for token in child.children if token.dep_ == "pobj"), None)
    return None
