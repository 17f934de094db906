"""The words of a text as columns of codes, for features of many words at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from dragoman.reading.keys import Indexes, Keys, code, codes
from dragoman.reading.words import Words

BORDER, MARGIN = "#", 2
ENDING = 3
PREPOSITION, OBJECT, JOINED = code("prep"), code("pobj"), code("conj")
CLAUSES = ("ccomp", "relcl", "advcl", "acl", "parataxis", "csubj")
VERBS, COMMAS = ("VERB", "AUX"), (",", ";")
NUMBER, COUNT = code("NUM"), code("nummod")
DETERMINERS, NO_DETERMINER = ("det", "poss"), np.uint64(code("-"))
STEP = np.uint64(0xA0761D6478BD642F)
T = TypeVar("T")


class Coded:
    """What each token of a text is, by its index, as arrays: codes of words, the index of its head and its sentence."""

    def __init__(self, words: Words):
        self.words = words
        self.lemma, self.lower = codes(words.lemma), codes(words.lower)
        self.pos, self.tag, self.dep = codes(words.pos), codes(words.tag), codes(words.dep)
        self.head = np.array(words.head, dtype=np.intp)
        self.index = np.arange(len(words))
        self.rooted = self.head == self.index

    @cached_property
    def ending(self) -> Keys:
        """The last letters of each lemma."""
        return codes(lemma[-ENDING:] for lemma in self.words.lemma)

    @cached_property
    def relation(self) -> Keys:
        """Each token's dependency, of a preposition the word itself."""
        return np.where(self.dep == PREPOSITION, self.lower, self.dep)

    @cached_property
    def padded(self) -> Keys:
        """The lemmas with `MARGIN` marks for the border of the text before and after them."""
        border = np.full(MARGIN, code(BORDER), dtype=np.uint64)
        return np.concatenate([border, self.lemma, border])

    @cached_property
    def sentence(self) -> Indexes:
        """The number of each token's sentence."""
        return np.asarray(np.searchsorted(self.words.starts, self.index, side="right") - 1, dtype=np.intp)

    @cached_property
    def hanging(self) -> Indexes:
        """The tokens that hang on another, in the order of the text."""
        return np.flatnonzero(~self.rooted)

    @cached_property
    def governed(self) -> Indexes:
        """The tokens that a preposition governs."""
        chosen = (self.dep[self.hanging] == OBJECT) & (self.dep[self.head[self.hanging]] == PREPOSITION)
        return np.asarray(self.hanging[chosen], dtype=np.intp)

    @cached_property
    def relations_above(self) -> Keys:
        """For each token its own relation and those of all above it, as one number."""
        return self._chained(self.relation)

    @cached_property
    def functions_above(self) -> Keys:
        """The same with the bare dependencies."""
        return self._chained(self.dep)

    def _chained(self, values: Keys) -> Keys:
        """The values of a token's steps up to the root as a polynomial in `STEP`, so that a part can be taken off."""
        found, above, factor = values.copy(), self.head, np.ones(1, dtype=np.uint64)
        below = ~self.rooted
        while below.any():
            factor = factor * STEP
            found += np.where(below, values[above] * factor, np.uint64(0))
            below = below & ~self.rooted[above]
            above = self.head[above]
        return found

    def first_child(self, relations: Iterable[str]) -> Indexes:
        """For each token the first that hangs on it in one of the relations, else -1; -1 at index -1, no token."""
        found = np.full(len(self.words) + 1, -1, dtype=np.intp)
        chosen = self.hanging[among(self.dep[self.hanging], relations)][::-1]
        found[self.head[chosen]] = chosen
        return found

    @cached_property
    def counted(self) -> NDArray[np.bool_]:
        """Whether a number counts the word."""
        numbers = (self.pos == NUMBER) | (self.dep == COUNT)
        found = np.zeros(len(self.index), dtype=np.bool_)
        found[self.head[self.hanging[numbers[self.hanging]]]] = True
        return found

    @cached_property
    def determiner(self) -> Keys:
        """The word's determiner or possessor, "-" where there is none."""
        first = self.first_child(DETERMINERS)[:-1]
        return np.where(first < 0, NO_DETERMINER, self.lower[first])

    @cached_property
    def depths(self) -> Indexes:
        """How many governors are above each token."""
        return self._counted_above(np.ones(len(self.words), dtype=np.intp)) - 1

    @cached_property
    def borders(self) -> Indexes:
        """For each token how many clauses begin from the root down to it."""
        begins = among(self.dep, CLAUSES) | ((self.dep == JOINED) & among(self.pos, VERBS))
        return self._counted_above(begins.astype(np.intp))

    def _counted_above(self, chosen: Indexes) -> Indexes:
        """For each token what it and all tokens above it count for."""
        found, above, below = chosen.copy(), self.head, ~self.rooted
        while below.any():
            found += np.where(below, chosen[above], 0)
            below = below & ~self.rooted[above]
            above = self.head[above]
        return np.asarray(found, dtype=np.intp)

    @cached_property
    def verbs_before(self) -> Indexes:
        """How many verbs stand before each token, and in all."""
        return self._before(VERBS, self.pos)

    @cached_property
    def commas_before(self) -> Indexes:
        """How many commas and semicolons stand before each token, and in all."""
        return self._before(COMMAS, self.lower)

    def _before(self, wanted: Iterable[str], values: Keys) -> Indexes:
        return np.concatenate([np.zeros(1, dtype=np.intp), np.cumsum(among(values, wanted), dtype=np.intp)])


def among(values: Keys, wanted: Iterable[str]) -> NDArray[np.bool_]:
    """Which values are one of those wanted."""
    found = np.zeros(len(values), dtype=np.bool_)
    for value in wanted:
        found |= values == np.uint64(code(value))
    return found


def spread(lengths: Indexes) -> tuple[Indexes, Indexes]:
    """Of runs of those lengths, one after the other: for every member the number of its run, and its place in it."""
    owners = np.repeat(np.arange(len(lengths)), lengths)
    return owners, np.arange(len(owners)) - np.repeat(np.cumsum(lengths) - lengths, lengths)


class Lists(Generic[T]):
    """A list for each of some owners (words, sentences), all kept as one: `members`."""

    def __init__(self, given: Mapping[int, Sequence[T]], count: int):
        lengths = np.zeros(count, dtype=np.intp)
        for owner, values in given.items():
            lengths[owner] = len(values)
        self._lengths, self._starts = lengths, np.cumsum(lengths) - lengths
        self.members = [value for owner in sorted(given) for value in given[owner]]

    @property
    def owners(self) -> Indexes:
        """The owner of each member."""
        return np.repeat(np.arange(len(self._lengths)), self._lengths)

    def of(self, owners: Indexes) -> tuple[Indexes, Indexes]:
        """The places of all members of the owners' lists, each after the place in `owners` of the one it belongs to."""
        at, place = spread(self._lengths[owners])
        return at, self._starts[owners][at] + place

    def lists(self) -> Iterator[list[T]]:
        """The list of each owner."""
        for start, length in zip(self._starts.tolist(), self._lengths.tolist(), strict=True):
            yield self.members[start : start + length]
