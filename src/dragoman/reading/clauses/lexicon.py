"""Where the words of the codebook stand in a parsed text: every trigger found, the longest wording first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from dragoman.codebook import Codebook, LightVerb, Trigger
from dragoman.reading.clauses.lightverbs import LightVerbs
from dragoman.reading.clauses.pattern import Form, Pattern, compile_trigger, form_at, forms

SKIPPED = frozenset({"DET", "ADJ", "NUM", "PRON", "ADV", "PART", "PROPN", "NOUN"})
MODIFIERS = frozenset({"DET", "ADJ", "NUM", "PRON", "PART"})
JOINED = frozenset({"dobj", "pobj", "nsubjpass", "attr", "conj"})
GAP = 4
REACH = 25


@dataclass(frozen=True, slots=True)
class TriggerMatch:
    """A wording of the codebook in the text.

    `head` is the token that heads the predicate (a light verb where there is one), `core` the one that carries the
    meaning, `tokens` all that belong to it, `entries` what it may mean. `form` says how the core is used here;
    `stem` is the free part of a hyphenated word; `covered` marks a wording inside a longer one.
    """

    head: int
    core: int
    tokens: tuple[int, ...]
    entries: tuple[Trigger, ...]
    form: Form
    light: LightVerb | None = None
    stem: int | None = None
    covered: bool = False


class Lexicon:
    """The triggers of a codebook, ready to be found in parsed texts."""

    def __init__(self, codebook: Codebook):
        self._patterns: dict[str, list[Pattern]] = {}
        for trigger in codebook.triggers:
            pattern = compile_trigger(trigger)
            self._patterns.setdefault(pattern.fused[0], []).append(pattern)
        self._light = LightVerbs(codebook)

    def matches(self, doc: Doc) -> list[TriggerMatch]:
        """Every wording of the codebook in `doc`, in the order of their cores, longer ones first."""
        words = [forms(token) for token in doc]
        found: dict[tuple[int, tuple[int, ...], Form, int | None], list[Trigger]] = {}
        for token in doc:
            for pattern in self._candidates(words[token.i]):
                hit = _find(pattern, token, words)
                if hit is not None:
                    found.setdefault(hit, []).append(pattern.trigger)
        plain = [
            TriggerMatch(core, core, at, tuple(entries), form, stem=stem)
            for (core, at, form, stem), entries in found.items()
        ]
        return _ordered([self._lift(match, doc) for match in plain])

    def _candidates(self, words: tuple[str, ...]) -> Iterator[Pattern]:
        seen: set[int] = set()
        for word in words:
            for pattern in self._patterns.get(word, ()):
                if id(pattern) not in seen:
                    seen.add(id(pattern))
                    yield pattern

    def _lift(self, match: TriggerMatch, doc: Doc) -> TriggerMatch:
        """The match with the light verb that governs its noun, if there is one."""
        governor = self._light.governor(doc[match.core]) if match.form == "noun" else None
        if governor is None:
            return match
        verb, tokens, light = governor
        return replace(match, head=verb, tokens=tuple(sorted({*match.tokens, *tokens})), light=light)


def _ordered(matches: list[TriggerMatch]) -> list[TriggerMatch]:
    holders: dict[int, list[TriggerMatch]] = {}
    for match in matches:
        for token in match.tokens:
            holders.setdefault(token, []).append(match)
    marked = [replace(m, covered=True) if _inside(m, holders[m.core]) else m for m in matches]
    return sorted(marked, key=lambda m: (m.core, m.covered, -len(m.tokens), m.tokens, m.form))


def _inside(match: TriggerMatch, others: list[TriggerMatch]) -> bool:
    mine = set(match.tokens)
    return any(mine < set(other.tokens) for other in others)


def _find(
    pattern: Pattern, token: Token, words: list[tuple[str, ...]]
) -> tuple[int, tuple[int, ...], Form, int | None] | None:
    """Core, tokens, form and stem of the pattern at this token, or None."""
    if pattern.affix:
        return _hyphenated(pattern, token)
    fused = _side_by_side(pattern, token, words)
    if fused is None:
        return None
    core = token.doc[fused[-1]] if pattern.trigger.pos == "verb" else _core(token.doc, fused)
    form = "verb" if pattern.copula else form_at(pattern.trigger, core)
    if form is None or (pattern.copula and not _is_told_of(core)):
        return None
    rest = _follow(pattern.rest, core, words)
    return None if rest is None else (core.i, (*fused, *rest), form, None)


def _hyphenated(pattern: Pattern, token: Token) -> tuple[int, tuple[int, ...], Form, int | None] | None:
    doc, step = token.doc, -1 if pattern.affix == "suffix" else 1
    hyphen, stem = token.i + step, token.i + 2 * step
    if not 0 <= stem < len(doc) or doc[hyphen].text not in ("-", "–", "‑"):
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
        if doc[i].text in ("-", "–", "‑"):
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


def _is_told_of(core: Token) -> bool:
    """Whether something is, was or got this: a passive, a reduced relative clause, a predicate."""
    if core.pos_ in ("VERB", "AUX") and core.tag_ != "VBN":
        return False
    return core.pos_ != "VERB" or core.dep_ in ("acl", "amod", "advcl") or _passive(core)


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
            if piece in words[child.i] and child.i not in taken and abs(child.i - anchor.i) <= REACH:
                return child
            if child.dep_ in JOINED:
                for joined in child.conjuncts:
                    if piece in words[joined.i] and joined.head == child and joined.i not in taken:
                        return joined
    core = found[0]
    if core.dep_ in ("acl", "relcl") and piece in words[core.head.i] and core.head.i not in taken:
        return core.head
    return None


def _in_line(piece: str, after: Token, words: list[tuple[str, ...]]) -> Token | None:
    doc = after.doc
    for i in range(after.i + 1, min(len(doc), after.i + 2 + GAP)):
        if piece in words[i]:
            return doc[i]
        if doc[i].pos_ not in SKIPPED and doc[i].text != "-":
            return None
    return None
