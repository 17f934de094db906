"""What is said: the clause, infinitive, participle, noun phrase or prepositional phrase that a verb governs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dragoman.reading.speakers.draft import Range, joined, minus, whole
from dragoman.reading.speakers.lexicon import Cue, lexicon

_QUESTIONS = frozenset({"whether", "if", "how", "why", "what"})
_RAISING = frozenset({"say", "announce", "claim", "allege", "suspect", "believe", "know", "predict"})
_MARKS = frozenset({"”", "''", '"', "’"})
_NEAR = 12
_CONTRASTS = frozenset({"while", "whereas", "though", "although", "as"})
_OWN_SUBJECT = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_RANKS = ("that", "to", "ing", "so", "beside", "of", "claim", "relative", "np")
_VERBS = frozenset({"VERB", "AUX"})
_BREAKS = frozenset({",", "”", '"', "''", "—", "–"})


@dataclass(frozen=True, slots=True)
class Found:
    """A content with the frame it stands in and the words that it adds to the cue."""

    frame: str
    ranges: list[Range]
    words: list[Range] = field(default_factory=list)


def of(verb: Token, cue: Cue, passive: bool) -> Found | None:
    """The content in the first of the cue's frames that the parse shows, or null."""
    for frame, finder in _CLAUSES:
        if frame in cue.frames:
            ranges = finder(verb)
            if ranges:
                return Found(frame, ranges)
    if "that" in cue.frames:
        beside = _as_said(verb)
        if beside:
            return Found("beside", beside)
    if passive and "that" in cue.frames and cue.cls in _RAISING and "whom" not in cue.frames:
        raised = _raised(verb)
        if raised:
            return Found("that", raised)
    return _prepositional(verb, cue) or _nominal(verb, cue, passive)


def rank(found: Found | None) -> int:
    """Clauses before infinitives, those before phrases and objects."""
    frame = found.frame if found else ""
    return _RANKS.index(frame) if frame in _RANKS else _RANKS.index("of")


def around(verb: Token, source: Range) -> list[Range]:
    """Where the parse shows no content: the sentence (or relative clause) before ", X said", or the clause right after
    "X said"."""
    first, last = min(source[0], verb.i), max(source[1], verb.i + 1)
    objects = {c.dep_ for c in verb.rights} & {"dobj", "prep", "prt"}
    if last - first > source[1] - source[0] + 3 or "dobj" in objects:
        return []
    doc, sentence = verb.doc, verb.sent
    start = verb.left_edge.i if verb.dep_ == "relcl" else sentence.start
    told = doc[start].pos_ not in ("ADP", "SCONJ") or not objects
    if first > start + 2 and doc[first - 1].text in _BREAKS and told and _tells(doc, start, first):
        return [(start, first)]
    if objects:
        return []
    if last == verb.i + 1 and last < sentence.end and not doc[last].is_punct and _tells(doc, last, sentence.end):
        return [(last, sentence.end)]
    return []


def _tells(doc: Doc, first: int, stop: int) -> bool:
    """Whether the tokens hold a verb with its subject."""
    return any(token.dep_ in _OWN_SUBJECT and first <= token.head.i < stop for token in doc[first:stop])


def _that(verb: Token) -> list[Range]:
    """A clause that the verb governs, or the one it is put into."""
    clauses = [
        c for c in verb.children if (c.dep_ == "ccomp" and not _apart(c, verb)) or (c.dep_ == "advcl" and _asks(c))
    ]
    if clauses:
        carried = _carried_on(verb) if all(c.i < verb.i for c in clauses) else []
        return minus([whole(c) for c in [*clauses, *carried]], [(verb.i, verb.i + 1)])
    if verb.dep_ == "parataxis" and any(c.dep_ == "nsubj" for c in verb.children) and verb.tag_ != "VBN":
        holes = [whole(verb), *(whole(c) for c in verb.head.rights if c.i > verb.i and _contrasts(c))]
        return joined([*minus([whole(verb.head)], holes), *map(whole, _carried_on(verb))])
    return []


def _contrasts(clause: Token) -> bool:
    """A clause of the report's own after a cue put in between: "…, she said, while the army …"."""
    return clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _CONTRASTS for c in clause.lefts)


def _apart(clause: Token, verb: Token) -> bool:
    """A clause before a semicolon or colon is no content of what comes after it."""
    return clause.i < verb.i and any(t.text in (";", ":") for t in verb.doc[clause.i : verb.i])


def _as_said(verb: Token) -> list[Range]:
    """The clause that "as X said" stands beside."""
    deps = {c.dep_ for c in verb.children}
    if verb.dep_ == "advcl" and "nsubj" in deps and "dobj" not in deps and any(c.lower_ == "as" for c in verb.lefts):
        return minus([whole(verb.head)], [whole(verb)])
    return []


def _asks(clause: Token) -> bool:
    return clause.i > clause.head.i and any(c.lower_ in _QUESTIONS for c in clause.lefts)


def _carried_on(verb: Token) -> list[Token]:
    """What goes on after a cue put into the middle: "A, X said, and B"; "A, X said, having …"."""
    if any(verb.doc[i].text in _MARKS for i in range(max(verb.left_edge.i, verb.i - _NEAR), verb.i)):
        return []
    return [
        c
        for c in verb.rights
        if (c.dep_ == "conj" and c.pos_ in _VERBS and _says_itself(c)) or (c.dep_ == "advcl" and _having(c))
    ]


def _says_itself(clause: Token) -> bool:
    children = [c.dep_ for c in clause.children]
    return "ccomp" not in children and any(dep in _OWN_SUBJECT for dep in children)


def _having(clause: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "having" for c in clause.lefts)


def _infinitive(verb: Token) -> list[Range]:
    for clause in verb.rights:
        if clause.dep_ in ("xcomp", "ccomp", "advcl") and any(
            c.dep_ == "aux" and c.lower_ == "to" for c in clause.lefts
        ):
            return [whole(clause)]
    return []


def _participle(verb: Token) -> list[Range]:
    for clause in verb.rights:
        governed = clause.dep_ in ("xcomp", "ccomp", "pcomp") or (clause.dep_ == "advcl" and adjacent(clause, verb))
        if governed and (clause.tag_ == "VBG" or _having(clause)):
            return [whole(clause)]
    return []


def adjacent(clause: Token, verb: Token) -> bool:
    """Whether only a particle stands between the two: "ruled out sending"."""
    return clause.left_edge.i - verb.i <= 1 + sum(c.dep_ == "prt" for c in verb.rights)


def _so(verb: Token) -> list[Range]:
    return [whole(c) for c in verb.rights if c.lower_ == "so"][:1]


def _raised(verb: Token) -> list[Range]:
    """ "X is said to have fled": the subject and the infinitive."""
    clause = next((c for c in verb.rights if c.dep_ == "xcomp"), None)
    subject = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    return [whole(c) for c in (subject, clause) if c is not None] if clause is not None else []


def _prepositional(verb: Token, cue: Cue) -> Found | None:
    wanted = cue.prepositions
    if not wanted:
        return None
    for child in _phrases(verb):
        if child.dep_ in ("prep", "agent", "prt") and child.lower_ in wanted:
            inner = [whole(c) for c in child.rights if c.dep_ in ("pobj", "pcomp", "prep")]
            if inner:
                return Found(child.lower_, joined(inner), [(child.i, child.i + 1)])
    return None


def _phrases(verb: Token) -> Iterator[Token]:
    """The prepositions after a verb: its own, those of its particles, and a gerund's hung to the object."""
    for child in verb.rights:
        yield child
        if child.dep_ in ("prt", "prep"):
            yield from child.rights
        for noun in (child, *child.rights) if child.dep_ in ("dobj", "agent") else ():
            yield from (c for c in noun.rights if c.dep_ == "prep" and any(x.dep_ == "pcomp" for x in c.rights))


def _nominal(verb: Token, cue: Cue, passive: bool) -> Found | None:
    if not cue.frames & {"np", "claim"}:
        return None
    if "np" not in cue.frames and not any(c.dep_ == "dobj" and c.lemma_ in lexicon().nouns for c in verb.rights):
        return None
    relative = _relative(verb, cue.cls == "deny")
    if relative:
        return Found("relative", relative)
    ranges = [whole(c) for c in verb.lefts if c.dep_ == "nsubjpass"] if passive else _objects(verb)
    return Found("np" if "np" in cue.frames else "claim", ranges) if ranges else None


def _relative(verb: Token, denies: bool) -> list[Range]:
    """What "…, which X disputes" is said of; what is denied is a clause, wherever the parser hung it."""
    if verb.dep_ not in ("relcl", "advcl") or not any(c.dep_ == "dobj" and c.tag_ == "WDT" for c in verb.lefts):
        return []
    head = verb.head
    while denies and head.pos_ not in _VERBS and head.head.i != head.i:
        head = head.head
    return minus([whole(head)], [whole(verb)])


def _objects(verb: Token) -> list[Range]:
    return joined(whole(c) for c in verb.rights if c.dep_ in ("dobj", "oprd", "attr", "ccomp"))


_CLAUSES: tuple[tuple[str, Callable[[Token], list[Range]]], ...] = (
    ("that", _that),
    ("to", _infinitive),
    ("ing", _participle),
    ("so", _so),
)
