"""Where the words of the codebook stand in a parsed text: every trigger found, the longest wording first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from dragoman.codebook import Codebook, LightVerb, Trigger
from dragoman.reading.clauses.finding import Hit, find
from dragoman.reading.clauses.lightverbs import LightVerbs
from dragoman.reading.clauses.needs import Needs
from dragoman.reading.clauses.pattern import Form, Pattern, compile_trigger, forms, is_part_of_name


@dataclass(frozen=True, slots=True)
class TriggerMatch:
    """A wording of the codebook in the text.

    `head` is the token that heads the predicate (a light verb where there is one), `core` the one that carries the
    meaning, `tokens` all that belong to it, `entries` what it may mean. `form` says how the core is used here;
    `stem` is the free part of a hyphenated word; `covered` marks a wording inside a longer one. `doubtful` are the
    entries whose needs the words around do not meet.
    """

    head: int
    core: int
    tokens: tuple[int, ...]
    entries: tuple[Trigger, ...]
    form: Form
    light: LightVerb | None = None
    stem: int | None = None
    covered: bool = False
    doubtful: tuple[Trigger, ...] = ()


class Lexicon:
    """The triggers of a codebook, ready to be found in parsed texts."""

    def __init__(self, codebook: Codebook):
        self._patterns: dict[str, list[Pattern]] = {}
        for trigger in codebook.triggers:
            pattern = compile_trigger(trigger)
            self._patterns.setdefault(pattern.fused[0], []).append(pattern)
        self._light = LightVerbs(codebook)
        self._needs = Needs(codebook.noun_classes)
        self._happenings = frozenset(n for n, names in codebook.noun_classes.items() if "happening" in names)

    def matches(self, doc: Doc) -> list[TriggerMatch]:
        """Every wording of the codebook in `doc`, in the order of their cores, longer ones first."""
        words = [forms(token) for token in doc]
        found: dict[Hit, list[Trigger]] = {}
        for sentence in doc.sents:
            present = frozenset(word for i in range(sentence.start, sentence.end) for word in words[i])
            for token in sentence:
                if is_part_of_name(token, self._happenings):
                    continue
                for pattern in self._candidates(words[token.i], present):
                    hit = find(pattern, token, words)
                    if hit is not None:
                        found.setdefault(hit, []).append(pattern.trigger)
        return _ordered([self._lift(self._match(hit, entries, doc), doc) for hit, entries in found.items()])

    def _match(self, hit: Hit, entries: list[Trigger], doc: Doc) -> TriggerMatch:
        """The match, its entries parted by whether their needs are met."""
        core, tokens, form, stem = hit
        entries.sort(key=lambda entry: entry.weight == "weak")
        met = tuple(entry for entry in entries if self._needs.met(entry, doc[core]))
        doubtful = tuple(entry for entry in entries if entry not in met)
        return TriggerMatch(core, core, tokens, met, form, stem=stem, doubtful=doubtful)

    def _candidates(self, words: tuple[str, ...], present: frozenset[str]) -> Iterator[Pattern]:
        """Patterns that may begin with a word, those aside whose pieces the sentence does not have."""
        seen: set[int] = set()
        for word in words:
            for pattern in self._patterns.get(word, ()):
                if (not pattern.needed or pattern.needed <= present) and id(pattern) not in seen:
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
