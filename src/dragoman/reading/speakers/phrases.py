"""Attributions by phrases, nouns, adverbs and adjectives: "according to", "the claim that", "reportedly", "alleged"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.speakers.draft import Draft, Range, minus, whole
from dragoman.reading.speakers.lexicon import Cue, source_words
from dragoman.reading.speakers.source import phrase, subject


def of_phrase(token: Token, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """ "according to X", "in the words of X": the clause around it is the content."""
    for cue in cues:
        words = _sequence(token, (cue.word, *cue.tail))
        if words is None:
            continue
        last = words[-1]
        root = next((c for c in last.rights if c.dep_ in ("pobj", "pcomp")), None)
        if root is None:
            continue
        source = phrase(root)
        content = minus([_clause(token)], [(token.left_edge.i, max(token.right_edge.i + 1, root.right_edge.i + 1))])
        yield Draft(cue, token.i, [(words[0].i, last.i + 1)], source, root.i, content)
        return


def _sequence(token: Token, words: tuple[str, ...]) -> list[Token] | None:
    doc, first = token.doc, token.i
    if first + len(words) >= len(doc):
        return None
    tokens = [doc[first + k] for k in range(len(words))]
    return tokens if all(t.lower_ == w for t, w in zip(tokens, words, strict=True)) else None


def _clause(token: Token) -> Range:
    """The clause that the phrase stands in with all that is coordinated to it."""
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        head = head.head
    while head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX"):
        head = head.head
    return whole(head)


def of_noun(noun: Token, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """ "the claim by X that …", "X's promise to …"."""
    for cue in cues:
        content, extra = _noun_content(noun, cue)
        if content:
            draft = Draft(cue, noun.i, [(noun.i, noun.i + 1), *extra], content=content)
            owner = _owner(noun)
            if owner is not None:
                first = min((a for a, _ in content if a > owner.i), default=None)
                draft.root, draft.source = owner.i, phrase(owner, without=noun.doc[first] if first else None)
                if draft.source is not None:
                    draft.content = minus(draft.content, [draft.source])
            yield draft
            return


def _noun_content(noun: Token, cue: Cue) -> tuple[list[Range], list[Range]]:
    if "by" in cue.frames and noun.head.lower_ in ("by", "in") and _owner(noun) is not None:
        counted = noun.head.head
        content = whole(counted) if counted.pos_ in ("NOUN", "NUM", "PROPN") else _clause(noun.head)
        return minus([content], [whole(noun.head)]), [(noun.head.i, noun.head.i + 1)]
    if "colon" in cue.frames and noun.right_edge.i + 1 < len(noun.doc) and noun.doc[noun.right_edge.i + 1].text == ":":
        return [(noun.right_edge.i + 2, noun.sent.end)], []
    for child in noun.rights:
        if child.dep_ in ("acl", "relcl", "ccomp") and _introduces(child, cue):
            return [whole(child)], []
        if child.dep_ == "prep" and child.lower_ == "by" and "that" in cue.frames:
            told = [whole(c) for o in child.rights for c in o.rights if c.dep_ in ("relcl", "acl") and _that(c)]
            if told:
                return told, []
        if child.dep_ == "prep" and child.lower_ in cue.prepositions:
            inner = [whole(c) for c in child.rights if c.dep_ in ("pobj", "pcomp")]
            if inner:
                return inner, [(child.i, child.i + 1)]
    return [], []


def _that(clause: Token) -> bool:
    return clause.left_edge.lower_ == "that"


def _introduces(clause: Token, cue: Cue) -> bool:
    marks = {c.lower_ for c in clause.lefts if c.dep_ in ("mark", "aux")}
    return ("that" in cue.frames and "that" in marks) or ("to" in cue.frames and "to" in marks)


def _owner(noun: Token) -> Token | None:
    """Whose word it is: a possessive, a by-phrase, or the subject of a verb that only carries the noun."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ == "compound" and noun.head.lower_ == "by"):
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in source_words("carriers"):
        return subject(verb)
    return None


def of_source(verb: Token, cue: Cue) -> Iterator[Draft]:
    """ "citing X": X says what the clause around says."""
    cited = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    head = verb.head
    told = [whole(head)] if head.dep_ == "ccomp" else [whole(c) for c in head.children if c.dep_ == "ccomp"]
    if head.dep_ == "parataxis":
        told = minus([whole(head.head)], [whole(head)])
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and cited is not None and told:
        said = minus(told, [whole(verb)])
        yield Draft(cue, verb.i, [(verb.i, verb.i + 1)], phrase(cited), cited.i, said, frame="that")


def of_adverb(adverb: Token, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """ "reportedly": the clause it modifies, nobody named."""
    head = adverb.head
    if adverb.dep_ == "advmod" and head.i != adverb.i:
        yield Draft(
            cues[0], adverb.i, [(adverb.i, adverb.i + 1)], content=minus([whole(head)], [(adverb.i, adverb.i + 1)])
        )


def of_adjective(adjective: Token, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """ "the alleged attack": the noun phrase, nobody named."""
    head = adjective.head
    if adjective.dep_ in ("amod", "advmod") and head.i > adjective.i:
        content = [(adjective.i + 1, whole(head)[1])]
        yield Draft(cues[0], adjective.i, [(adjective.i, adjective.i + 1)], content=content)
