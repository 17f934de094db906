"""Finding one pattern at one token: pieces side by side, then what follows by grammar or next in line."""

from itertools import pairwise

from spacy.tokens import Doc, Token

from dragoman.reading.clauses.pattern import Form, Pattern, form_at

SKIPPED = frozenset({"DET", "ADJ", "NUM", "PRON", "ADV", "PART", "PROPN", "NOUN"})
MODIFIERS = frozenset({"DET", "ADJ", "NUM", "PRON", "PART"})
JOINED = frozenset({"dobj", "pobj", "nsubjpass", "attr", "conj"})
HYPHENS = frozenset({"-", "–", "‑"})
GAP = 4
REACH = 25

Hit = tuple[int, tuple[int, ...], Form, int | None]
"""Core, tokens, form and stem."""


def find(pattern: Pattern, token: Token, words: list[tuple[str, ...]]) -> Hit | None:
    """Core, tokens, form and stem of the pattern at this token, or None."""
    if pattern.affix:
        return _hyphenated(pattern, token)
    fused = _side_by_side(pattern, token, words)
    if fused is None:
        return None
    core = token.doc[fused[-1]] if pattern.trigger.pos == "verb" else _core(token.doc, fused)
    form = "verb" if pattern.copula else form_at(pattern.trigger, core)
    if form is None or (pattern.copula and not _is_told_of(core, bool(pattern.rest))):
        return None
    rest = _follow(pattern.rest, core, words)
    return None if rest is None else (core.i, (*fused, *rest), form, None)


def _hyphenated(pattern: Pattern, token: Token) -> Hit | None:
    doc, step = token.doc, -1 if pattern.affix == "suffix" else 1
    hyphen, stem = token.i + step, token.i + 2 * step
    if not 0 <= stem < len(doc) or doc[hyphen].text not in HYPHENS:
        return None
    tokens = tuple(sorted((token.i, hyphen, stem)))
    return max(token.i, stem), tokens, "adj", stem


def _side_by_side(pattern: Pattern, token: Token, words: list[tuple[str, ...]]) -> tuple[int, ...] | None:
    """Tokens of the fused pieces; hyphens between are passed over, modifiers too after a preposition."""
    at, found = token.i, [token.i]
    for previous, piece in pairwise(pattern.fused):
        at = _next(
            at, piece, token.doc, words, gap=GAP if token.doc[at].pos_ == "ADP" or previous in ("of", "in") else 0
        )
        if at < 0:
            return None
        found.append(at)
    return tuple(found)


def _next(at: int, piece: str, doc: Doc, words: list[tuple[str, ...]], gap: int) -> int:
    """Where `piece` stands next after `at`, no more than `gap` modifiers on; -1 where it does not."""
    skipped = 0
    for i in range(at + 1, len(doc)):
        if piece in words[i]:
            return i
        if doc[i].text in HYPHENS:
            continue
        skipped += 1
        if skipped > gap or doc[i].pos_ not in MODIFIERS:
            return -1
    return -1


def _core(doc: Doc, tokens: tuple[int, ...]) -> Token:
    """The token that heads a noun or phrase wording: the last one before a preposition, if it is no phrase."""
    for before, at in pairwise(tokens):
        if doc[at].pos_ == "ADP" and doc[before].pos_ != "ADP":
            return doc[before]
    return doc[tokens[-1]]


def _is_told_of(core: Token, more: bool) -> bool:
    """Whether something is, was or got this: a passive, a reduced relative clause, a predicate."""
    if core.pos_ == "VERB":
        return core.tag_ == "VBN" and (core.dep_ in ("acl", "amod", "advcl") or _passive(core))
    if core.pos_ in ("NOUN", "PROPN"):
        return more and core.dep_ in ("attr", "appos")
    return core.pos_ == "ADJ" or (more and core.pos_ != "AUX")


def _passive(token: Token) -> bool:
    return any(child.dep_ in ("auxpass", "nsubjpass") or child.lower_ in ("get", "got") for child in token.children)


def _follow(rest: tuple[str, ...], core: Token, words: list[tuple[str, ...]]) -> tuple[int, ...] | None:
    """Tokens of the pieces after the verb: by grammar (children of what was found), else next in line."""
    found: list[Token] = [core]
    for piece in rest:
        token = _governed(piece, found, words) or _in_line(piece, found[-1], words)
        if token is None:
            return None
        found.append(token)
    return tuple(token.i for token in found[1:])


def _governed(piece: str, found: list[Token], words: list[tuple[str, ...]]) -> Token | None:
    taken = {token.i for token in found}
    for anchor in reversed(found):
        for child in anchor.children:
            near = abs(child.i - anchor.i) <= REACH and not _aside(child)
            if near and piece in words[child.i] and child.i not in taken:
                return child
            if child.dep_ in JOINED:
                for joined in child.conjuncts:
                    if piece in words[joined.i] and joined.head == child and joined.i not in taken:
                        return joined
    core = found[0]
    if core.dep_ in ("acl", "relcl") and piece in words[core.head.i] and core.head.i not in taken:
        return core.head
    return None


def _aside(child: Token) -> bool:
    """Whether a dependent can't complete a wording: a fronted "On Monday", the subject of a verb with an object."""
    if child.i > child.head.i or child.head.pos_ != "VERB":
        return False
    if child.dep_ == "prep":
        return True
    return child.dep_ == "nsubj" and any(other.dep_ == "dobj" for other in child.head.children)


def _in_line(piece: str, after: Token, words: list[tuple[str, ...]]) -> Token | None:
    doc = after.doc
    for i in range(after.i + 1, min(len(doc), after.i + 2 + GAP)):
        if piece in words[i]:
            return doc[i]
        if doc[i].pos_ not in SKIPPED and doc[i].text != "-":
            return None
    return None
