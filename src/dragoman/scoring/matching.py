"""Claims read from a passage matched to its labels: by type and by where their evidence stands.

A read claim stands for a labelled one when the types agree and their evidence lies no more than `NEAR` characters
apart. Of the claims inside a labelled term two are free: a reader may give terms as claims of their own.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.model import Claim
from dragoman.scoring.gold import GoldClaim, GoldPassage
from dragoman.scoring.pairing import pair

NEAR = 40
FREE = 2
Fits = Callable[[GoldClaim, Claim], bool]


@dataclass(frozen=True)
class Matched:
    """The claims of a passage: pairs of indexes, and the read claims that count as false alarms when unpaired."""

    passage: GoldPassage
    claims: Sequence[Claim]
    pairs: tuple[tuple[int, int], ...]
    counted: frozenset[int]

    @property
    def missed(self) -> list[GoldClaim]:
        """Labelled claims that nothing was read for."""
        found = {i for i, _ in self.pairs}
        return [claim for i, claim in enumerate(self.passage.claims) if i not in found]

    @property
    def alarms(self) -> list[Claim]:
        """Read claims that stand for no label."""
        found = {j for _, j in self.pairs}
        return [claim for j, claim in enumerate(self.claims) if j not in found and j in self.counted]


def match(passage: GoldPassage, claims: Sequence[Claim], agrees: Fits) -> Matched:
    """Pair labels and claims that agree and stand near, one to one, nearest first."""
    pairs = pair(passage.claims, claims, lambda g, m: distance(g, m) <= NEAR and agrees(g, m), distance)
    return Matched(passage, claims, tuple(pairs), frozenset(range(len(claims))) - _free(passage, claims))


def distance(gold: GoldClaim, claim: Claim) -> int:
    """Characters between two pieces of evidence, 0 where they overlap."""
    evidence = claim.evidence
    return max(0, max(gold.start, evidence.start) - min(gold.end, evidence.end))


def _free(passage: GoldPassage, claims: Sequence[Claim]) -> set[int]:
    """Claims inside labelled terms, as many as are free in each."""
    words = {term["text"] for claim in passage.claims for term in claim.label["terms"]}
    spans = [m.span() for text in sorted(words) for m in re.finditer(re.escape(text), passage.text)]
    used: Counter[tuple[int, int]] = Counter()
    free = set()
    for index, claim in enumerate(claims):
        inside = [s for s in spans if s[0] <= claim.evidence.start and claim.evidence.end <= s[1] and used[s] < FREE]
        if inside:
            used[inside[0]] += 1
            free.add(index)
    return free


def same_type(gold: GoldClaim, claim: Claim) -> bool:
    """The types agree."""
    return bool(gold.label["type"] == claim.type)


def same_fact(gold: GoldClaim, claim: Claim) -> bool:
    """Type and factuality agree."""
    return same_type(gold, claim) and bool(gold.label["factuality"] == claim.factuality)


def any_type(_gold: GoldClaim, _claim: Claim) -> bool:
    """The types do not matter."""
    return True
