"""What a claim takes over from the claims before it: a doer, target or place that its own sentence does not name again.

A claim with an empty slot may inherit the whole slot of an earlier claim of the passage; which one, if any, a learned
network says. Donors of places are also the places named before, claim or not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Generic, Literal, TypeVar

import numpy as np
from spacy.tokens import Token

from dragoman.reading.network import Floats, Network
from dragoman.reading.typing.context import Context
from dragoman.reading.vectors import Vectors

Slot = Literal["by", "to", "place"]
SLOTS: tuple[Slot, ...] = ("by", "to", "place")
TAKE, LEAVE = "take", "leave"
THRESHOLD = 0.5
WINDOW = 12
POINTING = {"the", "this", "that", "these", "those", "its", "their", "his", "her"}
T = TypeVar("T")


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


def features(told: Told, slot: Slot, donor: Donor[T], rank: int, mentioned: int, context: Context) -> list[str]:
    """What the choice rests on; `rank` counts donors from the nearest, `mentioned` how often their items were told."""
    back = min(4, told.sentence - donor.sentence)
    words, token, other = context.words, told.trigger.i, donor.told
    pos = words.pos[token]
    relation = _relation(told, other)
    pointing = any(words.lower[child] in POINTING for child in words.children[token])
    filled = "".join(name[0] for name in SLOTS if told.slots[name])
    shared = "-" if other is None else "".join(n[0] for n in SLOTS if told.slots[n] & other.slots[n])
    clash = "-" if other is None else "".join(n[0] for n in SLOTS if _clash(told.slots[n], other.slots[n]))
    base = [
        f"b={back}",
        f"r={relation}",
        f"rb={relation}|{back}",
        f"y={told.type}",
        f"yo={told.type}|{other.type if other else '-'}|{donor.slot}",
        f"p={pos}|{words.dep[token]}",
        f"pt={pointing}|{pos}|{relation}",
        f"k={min(3, rank)}|{back}",
        f"m={min(4, mentioned)}|{back}",
        f"f={filled}",
        f"fs={filled}|{relation}",
        f"s={shared}|{relation}",
        f"c={clash}|{relation}",
        f"d={donor.slot}|{relation}",
        f"l={words.lemma[token]}",
        f"n={min(3, len(donor.items))}",
        f"own={any(name in told.slots[n] for n in SLOTS for name in donor.names)}",
        f"h={_head_kind(told, context)}|{relation}",
    ]
    return [f"{slot}:{name}" for name in base]


def _relation(told: Told, other: Told | None) -> str:
    if other is None:
        return "mention"
    if other.type == told.type:
        return "type"
    return "family" if other.family == told.family else "other"


def _clash(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


def _head_kind(told: Told, context: Context) -> str:
    return context.kind(told.trigger.head.i) if told.trigger.head.i != told.trigger.i else "root"


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

    def choose(self, told: Told, slot: Slot, offered: Sequence[Donor[T]], context: Context) -> Donor[T] | None:
        """The likeliest donor, or none where none is likely."""
        if not offered:
            return None
        table = self._network.probabilities(rows(told, slot, offered, context), dense(told, offered, self._vectors))
        best = int(table[:, self._take].argmax())
        return offered[best] if table[best, self._take] >= self._threshold else None


def rows(told: Told, slot: Slot, offered: Sequence[Donor[T]], context: Context) -> list[list[str]]:
    """Features of each donor."""
    counts = {name: sum(name in donor.names for donor in offered) for donor in offered for name in donor.names}
    return [
        features(told, slot, donor, rank, max((counts[n] for n in donor.names), default=0), context)
        for rank, donor in enumerate(offered)
    ]


def dense(told: Told, offered: Sequence[Donor[T]], vectors: Vectors) -> Floats:
    """Vectors of the claim's trigger and of the donor's."""
    own = vectors.of(told.trigger)
    others = [vectors.of(donor.told.trigger if donor.told else None) for donor in offered]
    return np.array([np.concatenate([own, other]) for other in others], dtype=np.float32)
