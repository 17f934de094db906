"""What stands beside a word: negation, modals, conditions, hedges."""

from spacy.tokens import Token

from dragoman.reading.factuality.operators import modifier, verbs

_MODALS = {"may": "possible", "might": "possible", "could": "possible", "can": "possible", "ca": "possible"}
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_FOCUS = frozenset({"NUM", "DET", "ADP", "NOUN"})
_NOBODY = frozenset({"nobody", "none", "neither", "nothing"})

Verdict = tuple[str, str]


def verdict(token: Token, *, negation: bool = True) -> Verdict | None:
    """What the word's own modifiers make of it, with the word that decides; `negation` says whether "not" counts."""
    if token.pos_ in ("VERB", "AUX"):
        return _of_verb(token, negation)
    return _of_noun(token, negation)


def negator(token: Token) -> Token | None:
    """The word that negates: "not", "never", "no" with the subject or object."""
    for child in token.children:
        if child.lower_ == "neither" and child.dep_ in ("preconj", "cc", "advmod"):
            return child
        if child.dep_ == "neg" and _next(child) != "only":
            return child
        if child.dep_ == "advmod" and _is(child, "adverb", "denied"):
            return child
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and _nothing(child):
            return child
    return None


def modal(token: Token) -> str | None:
    """The modal verb of the group, lower case."""
    return next((c.lower_ for c in token.lefts if c.dep_ == "aux" and c.tag_ == "MD"), None)


def conditional(token: Token) -> Token | None:
    """The conjunction that makes the clause a condition."""
    return next((c for c in token.lefts if c.dep_ == "mark" and c.lower_ in _CONDITIONS), None)


def _of_verb(verb: Token, negation: bool) -> Verdict | None:
    condition = conditional(verb)
    if condition is not None:
        return "possible", condition.lower_
    word, denies = modal(verb), negator(verb) if negation else None
    if denies is not None:
        able = word in ("could", "can", "ca") and denies.dep_ == "neg"
        return "attempted" if able else "denied", denies.lower_
    if word is not None:
        return of_modal(verb, word)
    hedge = next((c for c in verb.children if _hedges(c)), None)
    if hedge is not None:
        return "possible", hedge.lower_
    return ("planned", "future") if _future(verb) else None


def _hedges(child: Token) -> bool:
    """An adverb that hedges the verb and not a number or phrase right after it: "perhaps 40 were killed"."""
    return child.dep_ == "advmod" and _is(child, "adverb", "possible") and _next(child, "pos_") not in _FOCUS


def _next(token: Token, attribute: str = "lower_") -> str:
    """The next token's lower-case form, or another of its attributes; empty at the end of the text."""
    return str(getattr(token.nbor(1), attribute)) if token.i + 1 < len(token.doc) else ""


def _future(verb: Token) -> bool:
    """A present with a time to come: "are meeting next week"."""
    present = verb.tag_ in ("VBZ", "VBP") or (
        verb.tag_ in ("VBG", "VBN")
        and any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBP") for c in verb.lefts)
    )
    if not present or any(c.lower_ in ("has", "have") for c in verb.lefts):
        return False
    times = (t for c in verb.children if c.dep_ in ("npadvmod", "advmod") for t in c.subtree)
    return any(t.lower_ in verbs("future") for t in times)


def of_modal(verb: Token, word: str) -> Verdict:
    """What the modal makes of its verb."""
    if word in _FUTURE:
        return "planned", word
    if word == "must":
        return "demanded", word
    if word in ("should", "ought"):
        return ("possible" if _inverted(verb, word) else "planned"), word
    if word == "would":
        return ("possible" if _hypothetical(verb) else "planned"), word
    return _MODALS.get(word, "possible"), word


def _inverted(verb: Token, word: str) -> bool:
    """ "Should it fail, …": the auxiliary before the subject makes a condition."""
    first = next((c for c in verb.lefts if c.lower_ == word), verb)
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.i > first.i for c in verb.lefts)


def _hypothetical(verb: Token) -> bool:
    """ "would" of a supposed case: a condition hangs on it, or it only says what something would be."""
    conditions = any(conditional(c) is not None for c in verb.children if c.dep_ == "advcl")
    return conditions or verb.lemma_ == "be"


def _of_noun(noun: Token, negation: bool) -> Verdict | None:
    for child in noun.children:
        if negation and (child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no")):
            return "denied", child.lower_
        if child.dep_ in ("amod", "compound", "advmod"):
            row = modifier(child, "adjective") or modifier(child, "adverb")
            if row is not None and row.factuality is not None:
                return row.factuality, child.lower_
    return None


def _nothing(noun: Token) -> bool:
    return noun.lower_ in _NOBODY or any(c.lower_ == "no" or c.dep_ == "neg" for c in noun.lefts)


def _is(token: Token, part: str, factuality: str) -> bool:
    row = modifier(token, part)
    return row is not None and row.factuality == factuality
