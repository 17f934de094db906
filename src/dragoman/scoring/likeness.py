"""Whether two mentions name the same thing, as far as their words show."""

import re
from collections import Counter

SMALL = re.compile(r"(?:a|an|the|of|and|or|in|on|to|for|by|its|their|his|her|some|around|about|at|least|so-called)")


def content(text: str) -> list[str]:
    """Words that name something, in lower case, without possessive endings."""
    words = re.findall(r"[\w-]+", re.sub(r"['’]s\b", "", text.lower()))
    return [word for word in words if not SMALL.fullmatch(word)]


def likeness(one: str, other: str) -> float:
    """F1 of the content words of two mentions."""
    a, b = content(one), content(other)
    if not a or not b:
        return float(one.strip().lower() == other.strip().lower())
    return 2 * _shared(a, b) / (len(a) + len(b))


def names_same(one: str, other: str) -> bool:
    """Whether more than half of the words agree, or one mention is part of the other and a third of it at least."""
    a, b = content(one), content(other)
    shared, (small, large) = _shared(a, b), sorted((len(a), len(b)))
    return likeness(one, other) > 0.5 or (shared == small > 0 and 3 * shared >= large)


def _shared(a: list[str], b: list[str]) -> int:
    return sum((Counter(a) & Counter(b)).values())
