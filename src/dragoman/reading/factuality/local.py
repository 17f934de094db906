"""What stands beside a word: negation, modals, conditions, hedges."""

from spacy.tokens import Token

from dragoman.reading.factuality.operators import modifier

_MODALS = {"may": "possible", "might": "possible", "could": "possible", "can": "possible", "ca": "possible"}
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
_DUTY = frozenset({"must", "should", "ought"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_NOBODY = frozenset({"nobody", "none", "neither"})

Verdict = tuple[str, str]


def verdict(token: Token, *, negation: bool = True) -> Verdict | None:
    """What the word's own modifiers make of it, with the word that decides; `negation` says whether "not" counts."""
    if token.pos_ in ("VERB", "AUX"):
        return _of_verb(token, negation)
    return _of_noun(token, negation)


def negator(token: Token) -> Token | None:
    """The word that negates: "not", "never", "no" with the subject or object."""
    for child in token.children:
        if child.dep_ == "neg" and child.nbor(1).lower_ != "only":
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
    hedge = next((c for c in verb.children if c.dep_ == "advmod" and _is(c, "adverb", "possible")), None)
    return ("possible", hedge.lower_) if hedge is not None else None


def of_modal(verb: Token, word: str) -> Verdict:
    """What the modal makes of its verb."""
    if word in _FUTURE:
        return "planned", word
    if word in _DUTY:
        return "demanded", word
    if word == "would":
        return ("possible" if _hypothetical(verb) else "planned"), word
    return _MODALS.get(word, "possible"), word


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
    return noun.lower_ in _NOBODY or any(c.dep_ == "det" and c.lower_ == "no" for c in noun.lefts)


def _is(token: Token, part: str, factuality: str) -> bool:
    row = modifier(token, part)
    return row is not None and row.factuality == factuality
