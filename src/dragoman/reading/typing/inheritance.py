"""What a claim takes over from the claims before it: a doer, target or place that its own sentence does not name again.

A claim with an empty slot may inherit the whole slot of an earlier claim of the passage; which one, if any, a learned
network says. Donors of places are also the places named before, claim or not.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from typing import Any, Generic, Literal, TypeVar

import numpy as np
from spacy.tokens import Token

from dragoman.reading.keys import Templates, codes, numbers, truths
from dragoman.reading.network import Features, Floats, Network
from dragoman.reading.typing.context import Context
from dragoman.reading.vectors import Vectors

Slot = Literal["by", "to", "place"]
SLOTS: tuple[Slot, ...] = ("by", "to", "place")
TAKE, LEAVE = "take", "leave"
THRESHOLD = 0.5
NOBODY = (0.0, 0)
WINDOW = 12
POINTING = {"the", "this", "that", "these", "those", "its", "their", "his", "her"}
T = TypeVar("T")
OWN = ("type", "pos", "dep", "lemma", "filled", "pointing", "head")
WORDED = ("relation", "shared", "clash", "other", "donor")
DONOR = Templates(
    {
        "y": ("slot", "type"),
        "p": ("slot", "pos", "dep"),
        "l": ("slot", "lemma"),
        "f": ("slot", "filled"),
        "b": ("slot", "back"),
        "r": ("slot", "relation"),
        "rb": ("slot", "relation", "back"),
        "pt": ("slot", "pointing", "pos", "relation"),
        "fs": ("slot", "filled", "relation"),
        "d": ("slot", "donor", "relation"),
        "h": ("slot", "head", "relation"),
        "yo": ("slot", "type", "other", "donor"),
        "k": ("slot", "rank", "back"),
        "m": ("slot", "mentioned", "back"),
        "n": ("slot", "items"),
        "own": ("slot", "own"),
        "s": ("slot", "shared", "relation"),
        "c": ("slot", "clash", "relation"),
    }
)


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as far as inheritance looks at it; `slots` are names in lower case, `sentence` counts from 0."""

    trigger: Token
    type: str
    family: str
    sentence: int
    slots: dict[Slot, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Donor(Generic[T]):
    """What might be inherited: items that a claim (`told`; null for a bare mention) has in a slot."""

    slot: Slot
    told: Told | None
    sentence: int
    items: tuple[T, ...]
    names: frozenset[str]


Offers = Mapping[Slot, Sequence[Donor[T]]]


def donors(
    at: int, slot: Slot, claims: Sequence[Told], items: Sequence[Mapping[Slot, Sequence[T]]]
) -> Iterator[Donor[T]]:
    """The filled slots of up to `WINDOW` earlier claims, nearest first; actors may change sides."""
    wanted: tuple[Slot, ...] = ("place",) if slot == "place" else ("by", "to")
    for earlier in range(at - 1, max(-1, at - 1 - WINDOW), -1):
        for name in wanted:
            if items[earlier][name]:
                told = claims[earlier]
                yield Donor(name, told, told.sentence, tuple(items[earlier][name]), told.slots[name])


class Taker:
    """A claim with empty slots as every choice of a donor looks at it."""

    def __init__(self, told: Told, context: Context):
        words, token = context.words, told.trigger.i
        self.told, pos = told, words.pos[token]
        pointing = any(words.lower[child] in POINTING for child in words.children[token])
        filled = "".join(name[0] for name in SLOTS if told.slots[name])
        self.names = frozenset().union(*told.slots.values())
        head = context.kind(words.head[token]) if words.head[token] != token else "root"
        self.own: tuple[str, ...] = (told.type, pos, words.dep[token], words.lemma[token], filled, str(pointing), head)
        self._ties: dict[int, tuple[str, str, str]] = {}

    def tie(self, other: Told | None) -> tuple[str, str, str]:
        """How the claim stands to another: the relation of their types, the slots that agree and those that clash."""
        if other is None:
            return "mention", "-", "-"
        found = self._ties.get(other.trigger.i)
        if found is None:
            found = self._ties[other.trigger.i] = (_relation(self.told, other), *_agreement(self.told, other))
        return found


Asked = tuple[Taker, Slot, Sequence[Donor[T]]]
"""An empty slot of a claim with those that might fill it."""


def features(asked: Sequence[Asked[T]]) -> Features:
    """What the choices of donors rest on."""
    counts = [len(offered) for _, _, offered in asked]
    own = {"slot": codes(slot for _, slot, _ in asked)}
    own |= {name: codes(taker.own[place] for taker, _, _ in asked) for place, name in enumerate(OWN)}
    given = zip(*(values for one in asked for values in _offers(*one)), strict=True)
    *worded, back, rank, mentioned, items, agrees = map(list, given)
    offered = dict(zip(WORDED, map(codes, worded), strict=True)) | {
        "back": numbers(np.minimum(4, back)),
        "rank": numbers(np.minimum(3, rank)),
        "mentioned": numbers(np.minimum(4, mentioned)),
        "items": numbers(np.minimum(3, items)),
        "own": truths(agrees),
    }
    return Features(DONOR.keys({name: np.repeat(column, counts) for name, column in own.items()} | offered))


def _offers(taker: Taker, slot: Slot, offered: Sequence[Donor[T]]) -> Iterator[tuple[Any, ...]]:
    """The values of each donor: those of `WORDED`, then how far back it is told, how often its items are, and so on."""
    counts = Counter(chain.from_iterable(donor.names for donor in offered))
    for rank, donor in enumerate(offered):
        mentioned = max(map(counts.__getitem__, donor.names), default=0)
        agrees, other = not taker.names.isdisjoint(donor.names), donor.told.type if donor.told else "-"
        worded = (*taker.tie(donor.told), other, donor.slot)
        yield (*worded, taker.told.sentence - donor.sentence, rank, mentioned, len(donor.items), agrees)


def _relation(told: Told, other: Told) -> str:
    if other.type == told.type:
        return "type"
    return "family" if other.family == told.family else "other"


def _agreement(told: Told, other: Told) -> tuple[str, str]:
    """The first letters of the slots in which two claims share a name, and of those where they have other names."""
    shared = clash = ""
    for name in SLOTS:
        mine, theirs = told.slots[name], other.slots[name]
        if mine and theirs:
            if mine.isdisjoint(theirs):
                clash += name[0]
            else:
                shared += name[0]
    return shared, clash


class Inheritance:
    """Chooses the donor of an empty slot."""

    def __init__(self, network: Network, vectors: Vectors, threshold: float = THRESHOLD):
        self._network, self._vectors, self._threshold = network, vectors, threshold
        self._take = network.labels.index(TAKE)

    @classmethod
    @cache
    def shipped(cls) -> "Inheritance":
        """The chooser with the weights of the package."""
        with resources.as_file(resources.files(__package__).joinpath("inheritance.npz")) as path:
            return cls(Network.load(path), Vectors.load())

    def choose(
        self, told: Sequence[Told], offered: Sequence[Offers[T]], context: Context
    ) -> list[dict[Slot, Donor[T]]]:
        """For each claim the likeliest donor of each slot, where one is likely enough."""
        asked = [
            (taker, slot, given)
            for claim, offers in zip(told, offered, strict=True)
            if any(offers.values())
            for taker in [Taker(claim, context)]
            for slot, given in offers.items()
            if given
        ]
        if not asked:
            return [{} for _ in told]
        table = self._network.probabilities(features(asked), dense(asked, context, self._vectors))
        likely = iter(table[:, self._take].tolist())
        return [self._best(offers, likely) for offers in offered]

    def _best(self, offered: Offers[T], likely: Iterator[float]) -> dict[Slot, Donor[T]]:
        best = {
            slot: max(((next(likely), -at) for at in range(len(given))), default=NOBODY)
            for slot, given in offered.items()
        }
        return {slot: offered[slot][-at] for slot, (share, at) in best.items() if share >= self._threshold}


def dense(asked: Sequence[Asked[T]], context: Context, vectors: Vectors) -> Floats:
    """Vectors of each claim's trigger and of its donors'."""
    pairs = [(taker.told, donor.told) for taker, _, offered in asked for donor in offered]
    at = np.array([(told.trigger.i, other.trigger.i if other else -1) for told, other in pairs], dtype=np.intp)
    return vectors.beside(vectors.rows(context.words)[at])
