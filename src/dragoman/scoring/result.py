"""The figures of a set: claims under four views, slots, types, factualities, with intervals."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce

from dragoman.codebook import Codebook
from dragoman.model import Claim
from dragoman.scoring.gold import GoldPassage
from dragoman.scoring.matching import Fits, Matched, any_type, match, same_fact, same_type
from dragoman.scoring.slots import SLOTS, compare, read_items
from dragoman.scoring.tally import Tally

DRAWS = 1000
SEED = 20180418


@dataclass
class PassageScore:
    """What one passage adds to the figures."""

    views: dict[str, Tally] = field(default_factory=dict)
    matched: dict[str, Tally] = field(default_factory=dict)
    overall: dict[str, Tally] = field(default_factory=dict)
    types: dict[str, Tally] = field(default_factory=dict)
    factualities: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    alarms: list[tuple[str, str, str]] = field(default_factory=list)


def views(codebook: Codebook) -> dict[str, Fits]:
    """The four ways to match claims: with factuality, by type, by family, by place alone."""
    return {
        "factual": same_fact,
        "strict": same_type,
        "family": lambda gold, claim: codebook.family(gold.label["type"]) == codebook.family(claim.type),
        "any": any_type,
    }


def score(passage: GoldPassage, claims: Sequence[Claim], codebook: Codebook) -> PassageScore:
    """Compare the claims read from a passage with its labels."""
    found = PassageScore()
    for name, agrees in views(codebook).items():
        matched = match(passage, claims, agrees)
        found.views[name] = Tally(len(matched.pairs), len(matched.alarms), len(matched.missed))
        if name == "strict":
            _details(found, matched)
    return found


def _details(found: PassageScore, matched: Matched) -> None:
    passage = matched.passage
    for i, j in matched.pairs:
        gold, claim = passage.claims[i].label, matched.claims[j]
        found.factualities[gold["factuality"], claim.factuality] += 1
        _add(found.types, gold["type"], Tally(right=1))
        for slot in SLOTS:
            tally = compare(slot, gold[slot], read_items(claim, slot))
            _add(found.matched, slot, tally)
            _add(found.overall, slot, tally)
    for missed in matched.missed:
        found.missed.append((passage.id, missed.label["type"], missed.label["evidence"]))
        _add(found.types, missed.label["type"], Tally(missed=1))
        for slot in SLOTS:
            _add(found.overall, slot, Tally(missed=len(missed.label[slot])))
    for alarm in matched.alarms:
        found.alarms.append((passage.id, alarm.type, alarm.evidence.text))
        _add(found.types, alarm.type, Tally(wrong=1))
        for slot in SLOTS:
            _add(found.overall, slot, Tally(wrong=len(getattr(alarm, slot))))


def _add(table: dict[str, Tally], key: str, tally: Tally) -> None:
    table[key] = table.get(key, Tally()) + tally


class Result:
    """The figures of a set of passages."""

    def __init__(self, passages: Sequence[PassageScore]):
        self.passages = passages

    def view(self, name: str) -> Tally:
        """Claims under a view: "factual", "strict", "family" or "any"."""
        return _sum(passage.views[name] for passage in self.passages)

    def slot(self, name: str, *, end_to_end: bool) -> Tally:
        """A slot, on matched claims or over all labelled and read claims."""
        return _sum(_table(passage, end_to_end).get(name, Tally()) for passage in self.passages)

    def slots(self, *, end_to_end: bool = True) -> Tally:
        """All slots together."""
        return _sum(self.slot(name, end_to_end=end_to_end) for name in SLOTS)

    def types(self) -> dict[str, Tally]:
        """Each type, the most frequent first."""
        names = sorted({name for passage in self.passages for name in passage.types})
        table = {name: _sum(p.types.get(name, Tally()) for p in self.passages) for name in names}
        return dict(sorted(table.items(), key=lambda item: -item[1].gold))

    def factualities(self) -> Counter[tuple[str, str]]:
        """Labelled and read factuality of matched claims."""
        return sum((passage.factualities for passage in self.passages), Counter[tuple[str, str]]())

    def interval(self, figure: Callable[["Result"], float]) -> tuple[float, float]:
        """The middle 95 % of a figure over seeded draws of as many passages with replacement (bootstrap)."""
        rng = random.Random(SEED)
        draws = sorted(
            figure(Result(rng.choices(self.passages, k=len(self.passages))))
            for _ in range(DRAWS if self.passages else 1)
        )
        return draws[len(draws) * 25 // 1000], draws[min(len(draws) - 1, len(draws) * 975 // 1000)]


def _table(passage: PassageScore, end_to_end: bool) -> Mapping[str, Tally]:
    return passage.overall if end_to_end else passage.matched


def _sum(tallies: Iterable[Tally]) -> Tally:
    return reduce(lambda one, other: one + other, tallies, Tally())
