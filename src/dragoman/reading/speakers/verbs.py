"""Attributions by verbs: who says, wants, denies; and the clause, infinitive, noun phrase or quotation said."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.speakers import contents
from dragoman.reading.speakers.draft import Draft, Range, joined, minus
from dragoman.reading.speakers.lexicon import Cue
from dragoman.reading.speakers.source import agent, is_passive, phrase, subject, swallowed

_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
_REACH = 14
_BREAKS = frozenset({",", "”", "''", '"'})
_NOBODY = frozenset({"nobody", "none", "neither", "no"})


def drafts(verb: Token, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """The attribution that the verb makes, if it has a content in one of its frames or may take a quotation."""
    passive = is_passive(verb)
    if "that" in cues[0].frames and (behind := _inverted(verb) or _closed(verb)) is not None:
        yield _postposed(verb, cues[0], behind)
        return
    fitting = [(cue, tail) for cue in cues if (tail := _tail(verb, cue)) is not None]
    found = [(contents.of(verb, cue, passive), cue, tail) for cue, tail in fitting]
    best = min((f for f in found if f[0] is not None), key=lambda f: contents.rank(f[0]), default=None)
    if best is not None:
        yield _draft(verb, passive, *best)
        return
    for cue, tail in fitting:
        if "quote" in cue.frames:
            draft = _draft(verb, passive, None, cue, tail)
            if "that" in cue.frames and draft.source is not None:
                draft.content = contents.around(verb, draft.source)
            yield draft
            return


def _postposed(verb: Token, cue: Cue, behind: Token) -> Draft:
    """ "…, counts the agency": the sentence before it is said."""
    words, before = _words(verb, []), [(verb.sent.start, verb.i)]
    return Draft(cue, verb.i, words, phrase(behind, without=verb), behind.i, before, frame="that")


def _draft(verb: Token, passive: bool, found: contents.Found | None, cue: Cue, tail: list[Token]) -> Draft:
    draft = Draft(cue, verb.i, _words(verb, tail), unsaid=_unsaid(verb))
    if found is not None:
        draft.frame, draft.content = found.frame, found.ranges
        draft.words = joined([*draft.words, *found.words])
    _set_source(draft, verb, passive)
    if passive and draft.source is not None and verb.doc[draft.source[0] - 1].lower_ == "by":
        draft.words = joined([*draft.words, (draft.source[0] - 1, draft.source[0])])
    return draft


def _tail(verb: Token, cue: Cue) -> list[Token] | None:
    """The particles and prepositions that belong to the cue, null where one is missing or another stands there."""
    if not cue.tail:
        stray = any(c.dep_ == "prt" for c in verb.rights) and not cue.frames & {"that", "quote"}
        return None if stray else []
    tail: list[Token] = []
    for word in cue.tail:
        holder = [verb, *tail]
        found = next((c for t in holder for c in t.rights if c.lower_ == word), None) or _later(verb, word)
        if found is None:
            return None
        tail.append(found)
    return tail


def _later(verb: Token, word: str) -> Token | None:
    """The preposition further on, hung to the object by the parser: "put the number taken at 287"."""
    stop = min(verb.right_edge.i + 1, verb.i + _REACH)
    return next((t for t in verb.doc[verb.i + 1 : stop] if t.lower_ == word and t.dep_ == "prep"), None)


def _unsaid(verb: Token) -> bool:
    for child in verb.lefts:
        if child.dep_ == "neg" or (child.dep_ == "nsubj" and child.lower_ in _NOBODY):
            return True
        if child.dep_ == "aux" and (child.tag_ == "MD" or (child.lower_ == "to" and verb.dep_ != "xcomp")):
            return True
    return False


def _words(verb: Token, tail: list[Token]) -> list[Range]:
    """The verb group: auxiliaries, negation, adverbs between them, particles."""
    parts = [c.i for c in verb.lefts if c.dep_ in _GROUP or (c.dep_ == "advmod" and c.pos_ == "ADV")]
    first = verb.i
    while first - 1 in parts:
        first -= 1
    words = [(first, verb.i + 1)]
    words += [(c.i, c.i + 1) for c in verb.rights if c.dep_ in ("prt", "neg")]
    return joined(words + [(t.i, t.i + 1) for t in tail])


def _set_source(draft: Draft, verb: Token, passive: bool) -> None:
    root = agent(verb) if passive else subject(verb)
    if root is None and not passive:
        root = swallowed(verb) or _behind(verb, draft) or _unparsed(verb)
    if root is None:
        return
    draft.root = root.i
    told = next((a for a, b in draft.content if root.i < a <= root.right_edge.i), None)
    draft.source = phrase(root, without=verb if told is None else verb.doc[told])
    if draft.source is not None and not (draft.holds(draft.token) and draft.holds(root.i)):
        draft.content = minus(draft.content, [draft.source])


def _inverted(verb: Token) -> Token | None:
    """The object of "…, counts the agency" as the parser sometimes takes it."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or not verb.i or verb.nbor(-1).text not in _BREAKS:
        return None
    if any(c.dep_ in ("nsubj", "ccomp", "cc", "mark") for c in verb.children):
        return None
    followed = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    return followed if followed is not None and followed.left_edge.i == verb.i + 1 else None


def _closed(verb: Token) -> Token | None:
    """The noun phrase of "…, said the agency; the army …", taken for the subject of what follows the semicolon."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or not verb.i or verb.nbor(-1).text not in _BREAKS:
        return None
    if any(child.dep_ == "nsubj" for child in verb.lefts):
        return None
    after = verb.doc[verb.i + 1 : min(verb.i + _REACH // 2, verb.sent.end)]
    stop = next((t.i for t in after if t.text == ";"), None)
    nouns = [t for t in after if stop is not None and t.i < stop and t.pos_ in ("NOUN", "PROPN")]
    apart = nouns and all(t.head.i != verb.i for t in nouns)
    return next((t for t in nouns if t.dep_ != "compound"), None) if apart else None


def _behind(verb: Token, draft: Draft) -> Token | None:
    """The noun phrase right after "…, say", taken for its object."""
    if not draft.content or draft.content[-1][0] > verb.i or verb.nbor(-1).text not in _BREAKS:
        return None
    return next((c for c in verb.rights if c.dep_ in ("dobj", "oprd", "attr") and c.left_edge.i == verb.i + 1), None)


def _unparsed(verb: Token) -> Token | None:
    """The last noun before the verb where no subject was parsed and nothing but a phrase stands before it."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ != "ROOT":
        return None
    before = verb.doc[verb.sent.start : verb.i]
    fits = 0 < len(before) < 8 and before[-1].pos_ in ("NOUN", "PROPN") and not any(t.is_punct for t in before)
    return before[-1] if fits else None
