"""Who speaks: the noun phrase that is the subject of a cue, found by climbing the clause."""

from spacy.tokens import Doc, Token

from dragoman.reading.speakers.draft import Range, trimmed, whole
from dragoman.reading.speakers.lexicon import lexicon, source_words

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE = frozenset({"nsubjpass", "csubjpass"})
_CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_CLAUSES = frozenset({"relcl", "acl"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_STOPS = frozenset({",", ";", "(", "[", "–", "—", "-", ":"})
_REDUCED = _CLAUSES | {"acomp", "oprd", "xcomp", "advcl", "amod"}


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive participle, with or without its auxiliary."""
    deps = {child.dep_ for child in verb.lefts}
    if deps & {"auxpass", "nsubjpass"}:
        return True
    if any(c.dep_ == "agent" and any(o.lemma_ in source_words("channels") for o in c.rights) for c in verb.rights):
        return False
    return verb.tag_ == "VBN" and verb.dep_ in _REDUCED and not deps & {"aux", "nsubj"}


def subject(verb: Token) -> Token | None:
    """The token that heads the subject of the verb: its own, or the one that the clause above lends it."""
    own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if own is not None:
        return antecedent(own)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        return _quoted(verb.head.head)
    if verb.dep_ in _CLAUSES and not is_passive(verb):
        return _of_noun(verb)
    if verb.dep_ in _CLIMB and verb.head.i != verb.i and not _finite_clause(verb):
        return _lent(verb.head)
    return None


def _of_noun(verb: Token) -> Token | None:
    """Who speaks in "a note saying …": who gave the note, if the clause tells, else the note itself."""
    noun = verb.head
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts):
        return next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if verb.dep_ == "acl" and noun.dep_ in ("dobj", "pobj") and noun.pos_ == "NOUN" and noun.lemma_ in lexicon().nouns:
        return _lent(noun.head) or noun
    return noun


def _quoted(verb: Token) -> Token | None:
    """Who is quoted in "quoted X as saying"."""
    return next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)


def swallowed(verb: Token) -> Token | None:
    """The noun phrase right before the verb that the parser took for a part of the clause said."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    for clause in (c for c in verb.lefts if c.dep_ == "ccomp"):
        for token in clause.subtree:
            start, gap = token.left_edge.i, verb.i - token.right_edge.i
            ends = gap == 1 or (gap == 2 and verb.nbor(-1).text == ",")
            if token.pos_ in _NOMINAL and ends and start > clause.i and verb.doc[start - 1].text == ",":
                return token
    return None


def antecedent(word: Token) -> Token:
    """What a relative pronoun stands for; any other word stands for itself."""
    if word.lower_ not in _RELATIVE:
        return word
    clause = word.head
    while clause.dep_ in ("ccomp", "conj", "xcomp") and clause.head.i != clause.i:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else word


def agent(verb: Token) -> Token | None:
    """The token that heads the by-phrase of a passive verb."""
    for child in verb.rights:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            channels = source_words("channels")
            return next((c for c in child.children if c.dep_ == "pobj" and c.lemma_ not in channels), None)
    return None


def phrase(root: Token, without: Token | None = None) -> Range | None:
    """The noun phrase that the token heads; a clause after it that holds this cue or another is cut off."""
    first, stop = whole(root)
    for child in root.rights:
        holds_cue = without is not None and child.left_edge.i <= without.i <= child.right_edge.i
        if holds_cue or _dated(child) or (child.dep_ == "relcl" and child.lemma_ in lexicon().verbs):
            stop = min(stop, child.left_edge.i)
    return trimmed(root.doc, (first, stop), ',:;-–—"“”') if first < stop else None


def _dated(child: Token) -> bool:
    """A time between subject and verb: "the ministry on Friday said"."""
    return child.dep_ == "prep" and any(c.ent_type_ in ("DATE", "TIME") for c in child.rights)


def head_phrase(doc: Doc, root: Token) -> Range:
    """The noun phrase with what identifies it: nothing after a comma, a bracket, a relative clause or an "and"."""
    first, stop = whole(root)
    for i in range(root.i + 1, stop):
        token = doc[i]
        if (
            (token.text in _STOPS and (token.text != "-" or doc[i - 1].whitespace_))
            or token.dep_ == "relcl"
            or (token.dep_ in ("cc", "conj") and token.head.i == root.i)
        ):
            stop = min(i, token.left_edge.i) if token.dep_ == "relcl" else i
            break
    return trimmed(doc, (first, max(stop, root.i + 1)), ',:;-–—"“”') or (root.i, root.i + 1)


def _lent(head: Token) -> Token | None:
    """The subject of the clause above, of a passive its agent's or its subject."""
    if head.pos_ in ("VERB", "AUX"):
        passive = next((c for c in head.lefts if c.dep_ in PASSIVE), None)
        return antecedent(passive) if passive is not None else subject(head)
    if head.dep_ in ("prep", "pcomp", "acl") and head.head.i != head.i:
        return _lent(head.head)
    return None


def _finite_clause(verb: Token) -> bool:
    """A clause with a tense of its own that lends nothing: no subject there means none was parsed."""
    return verb.dep_ == "ccomp" and verb.tag_ in ("VBD", "VBP", "VBZ")
