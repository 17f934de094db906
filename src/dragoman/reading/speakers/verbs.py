"""Attributions by verbs: who says, wants, denies; and the clause, infinitive, noun phrase or quotation said."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.speakers import contents
from dragoman.reading.speakers.draft import Draft, Range, joined, minus
from dragoman.reading.speakers.lexicon import Cue
from dragoman.reading.speakers.source import agent, is_passive, phrase, subject

_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
_NOBODY = frozenset({"nobody", "none", "neither", "no"})


def drafts(verb: Token, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """The attribution that the verb makes, if it has a content in one of its frames or may take a quotation."""
    passive = is_passive(verb)
    waiting: Draft | None = None
    for cue in cues:
        tail = _tail(verb, cue)
        if tail is None:
            continue
        draft = Draft(cue, verb.i, _words(verb, tail), negated=_negated(verb))
        found = contents.of(verb, cue, passive)
        if found is not None:
            draft.frame, draft.content = found.frame, found.ranges
            draft.words = joined([*draft.words, *found.words])
            _set_source(draft, verb, passive)
            yield draft
            return
        if "quote" in cue.frames and waiting is None:
            _set_source(draft, verb, passive)
            waiting = draft
    if waiting is not None:
        if "that" in waiting.cue.frames and waiting.source is not None:
            waiting.content = contents.around(verb, waiting.source)
        yield waiting


def _tail(verb: Token, cue: Cue) -> list[Token] | None:
    """The particles and prepositions that belong to the cue, null where one is missing or another stands there."""
    if not cue.tail:
        stray = any(c.dep_ == "prt" for c in verb.rights) and not cue.frames & {"that", "quote"}
        return None if stray else []
    tail: list[Token] = []
    for word in cue.tail:
        holder = [verb, *tail]
        found = next((c for t in holder for c in t.rights if c.lower_ == word and c.i - verb.i < 12), None)
        if found is None:
            return None
        tail.append(found)
    return tail


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" or (c.dep_ == "nsubj" and c.lower_ in _NOBODY) for c in verb.children)


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
        root = _inverted(verb)
    if root is None:
        return
    draft.root = root.i
    draft.source = phrase(root, without=verb)
    if draft.source is not None and not (draft.holds(draft.token) and draft.holds(root.i)):
        draft.content = minus(draft.content, [draft.source])


def _inverted(verb: Token) -> Token | None:
    """The object of "…, said Smith" as the parser sometimes takes it."""
    found = next((c for c in verb.rights if c.dep_ == "dobj" and c.i - verb.i < 4 and c.pos_ == "PROPN"), None)
    return found if found is not None and verb.i and verb.nbor(-1).is_punct else None
