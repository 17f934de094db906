"""The words of a mention: the head noun phrase with what identifies it, from the token that heads it."""

from spacy.tokens import Doc, Span, Token

_LEFT = {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "npadvmod", "advmod", "nounmod"}
_WITHIN = {"in", "from", "at", "for", "near", "on", "with"}
_NAMING = {"for", "to", "on", "and", "of"}
_LONGEST = 12


def phrase(doc: Doc, head: Token) -> Span:
    """The phrase that `head` heads: no relative clause, no "the so-called" in front, nothing in brackets behind."""
    start, end = _past_dash(doc, _left_edge(head), head.i), _right_edge(head)
    return _outside_brackets(_whole_words(doc, _past_so_called(doc, start, head.i), end), head)


def _left_edge(head: Token) -> int:
    start = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in _LEFT or child.i >= start:
            continue
        conjuncts = [c for c in child.conjuncts if c.i > child.i and child.dep_ in ("amod", "nmod", "compound")]
        if conjuncts and _names(child) and any(map(_names, conjuncts)):
            return min(start, max(c.i for c in conjuncts if c.i < head.i) if conjuncts else start)
        start = min(start, child.left_edge.i)
    return start


def _outside_brackets(span: Span, head: Token) -> Span:
    """The part of a span on the head's side of a bracket that opens in it and does not close."""
    opening = [token.i for token in span if token.text in ("(", "[")]
    if not opening or any(token.text in (")", "]") for token in span):
        return span
    before = opening[0] > head.i
    return span.doc[span.start : opening[0]] if before else span.doc[opening[-1] + 1 : span.end]


def _whole_words(doc: Doc, start: int, end: int) -> Span:
    """The span up to the end of a hyphenated word that the parse tore apart ("al-Waer")."""
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        end += 2
    return doc[start:end]


def _past_dash(doc: Doc, start: int, head: int) -> int:
    """Where a phrase begins that the parse runs together with a dateline: after the last dash between spaces."""
    for token in reversed(doc[start:head]):
        if token.pos_ == "PUNCT" and token.whitespace_ and token.i > start and doc[token.i - 1].whitespace_:
            return token.i + 1
    return start


def _names(token: Token) -> bool:
    return token.text[:1].isupper() or token.pos_ == "NOUN"


def _right_edge(head: Token) -> int:
    end = head.i + 1
    for child in head.rights:
        if child.dep_ != "prep" or child.i != end:
            continue
        added = _prepositional(head, child)
        if added:
            end = added
    return end


def _prepositional(head: Token, preposition: Token) -> int | None:
    word = preposition.lower_
    objects = [child for child in preposition.rights if child.dep_ in ("pobj", "pcomp")]
    if not objects or objects[0].dep_ == "pcomp":
        return None
    noun = objects[0]
    named = noun.ent_type_ in ("GPE", "LOC", "ORG", "NORP", "FAC") or noun.pos_ == "PROPN"
    if word == "of" or (word in _WITHIN and named and noun.ent_type_ not in ("DATE", "TIME")):
        end = _right_edge(noun)
        return end if end - head.i <= _LONGEST else None
    return None


def _past_so_called(doc: Doc, start: int, head: int) -> int:
    words = [token.lower_ for token in doc[start : min(start + 4, head)]]
    for lead in (["the", "so", "-", "called"], ["the", "so-called"], ["so", "-", "called"], ["so-called"]):
        if words[: len(lead)] == lead:
            return start + len(lead)
    return start
