"""What a claim takes over from the claims before it: a doer, target or place that its own sentence does not name again.

A claim with an empty slot may inherit the whole slot of an earlier claim of the passage; which one, if any, a learned
network says. Donors of places are also the places named before, claim or not.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Generic, Literal, TypeVar

import numpy as np
from spacy.tokens import Token

from dragoman.reading.network import Network
from dragoman.reading.parts import Examples, Floats, Named
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


def features(told: Told, slot: Slot, donor: Donor[T], rank: int, mentioned: int, context: Context) -> list[str]:
    """What the choice rests on; `rank` counts donors from the nearest, `mentioned` how often their items were told."""
    named = Named()
    named.examples.add(_numbers(Taker(told, context), slot, donor, rank, mentioned, named.examples))
    return named.lists()[0]


class Taker:
    """A claim with empty slots as every choice of a donor looks at it."""

    def __init__(self, told: Told, context: Context):
        words, token = context.words, told.trigger.i
        self.told, self.pos = told, words.pos[token]
        self.pointing = any(words.lower[child] in POINTING for child in words.children[token])
        self.filled = "".join(name[0] for name in SLOTS if told.slots[name])
        self.names = frozenset().union(*told.slots.values())
        self.head = context.kind(words.head[token]) if words.head[token] != token else "root"
        self.own = (told.type, self.pos, words.dep[token], words.lemma[token], self.filled)
        self.bound = (self.pointing, self.pos, self.filled, self.head)
        self._ties: dict[int, tuple[str, str, str]] = {}

    def tie(self, other: Told | None) -> tuple[str, str, str]:
        """How the claim stands to another: the relation of their types, the slots that agree and those that clash."""
        if other is None:
            return "mention", "-", "-"
        found = self._ties.get(other.trigger.i)
        if found is None:
            mine, theirs = self.told.slots, other.slots
            shared = "".join(name[0] for name in SLOTS if mine[name] & theirs[name])
            clash = "".join(name[0] for name in SLOTS if _clash(mine[name], theirs[name]))
            found = self._ties[other.trigger.i] = (_relation(self.told, other), shared, clash)
        return found


def _numbers(taker: Taker, slot: Slot, donor: Donor[T], rank: int, mentioned: int, found: Examples) -> tuple[int, ...]:
    told, other = taker.told, donor.told
    back, (relation, shared, clash) = min(4, told.sentence - donor.sentence), taker.tie(other)
    own = not taker.names.isdisjoint(donor.names)
    return (
        found.part(_own, slot, *taker.own),
        found.part(_related, slot, relation, back, donor.slot, *taker.bound),
        found.part(_types, slot, told.type, other.type if other else "-", donor.slot),
        found.part(_offer, slot, back, min(3, rank), min(4, mentioned), min(3, len(donor.items)), own),
        found.part(_common, slot, shared, clash, relation),
    )


def _own(slot: Slot, name: str, pos: str, dep: str, lemma: str, filled: str) -> tuple[str, ...]:
    return (f"{slot}:y={name}", f"{slot}:p={pos}|{dep}", f"{slot}:l={lemma}", f"{slot}:f={filled}")


def _related(
    slot: Slot, relation: str, back: int, of: Slot, pointing: bool, pos: str, filled: str, head: str
) -> Iterator[str]:
    yield from (f"{slot}:b={back}", f"{slot}:r={relation}", f"{slot}:rb={relation}|{back}")
    yield from (f"{slot}:pt={pointing}|{pos}|{relation}", f"{slot}:fs={filled}|{relation}")
    yield from (f"{slot}:d={of}|{relation}", f"{slot}:h={head}|{relation}")


def _types(slot: Slot, name: str, other: str, of: Slot) -> tuple[str, ...]:
    return (f"{slot}:yo={name}|{other}|{of}",)


def _offer(slot: Slot, back: int, rank: int, mentioned: int, items: int, own: bool) -> tuple[str, ...]:
    return (f"{slot}:k={rank}|{back}", f"{slot}:m={mentioned}|{back}", f"{slot}:n={items}", f"{slot}:own={own}")


def _common(slot: Slot, shared: str, clash: str, relation: str) -> tuple[str, ...]:
    return (f"{slot}:s={shared}|{relation}", f"{slot}:c={clash}|{relation}")


def _relation(told: Told, other: Told) -> str:
    if other.type == told.type:
        return "type"
    return "family" if other.family == told.family else "other"


def _clash(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


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
        found = self._network.examples()
        pairs: list[tuple[int, int]] = []
        for claim, offers in zip(told, offered, strict=True):
            if any(offers.values()):
                taker = Taker(claim, context)
                for slot, given in offers.items():
                    _add(taker, slot, given, found)
                    pairs += vector_rows(claim, given, context, self._vectors)
        table = self._network.combined(found, self._vectors.beside(pairs))
        likely = iter(table[:, self._take].tolist())
        return [self._best(offers, likely) for offers in offered]

    def _best(self, offered: Offers[T], likely: Iterator[float]) -> dict[Slot, Donor[T]]:
        best = {
            slot: max(((next(likely), -at) for at in range(len(given))), default=NOBODY)
            for slot, given in offered.items()
        }
        return {slot: offered[slot][-at] for slot, (share, at) in best.items() if share >= self._threshold}


def rows(told: Told, slot: Slot, offered: Sequence[Donor[T]], context: Context) -> list[list[str]]:
    """Features of each donor."""
    named = Named()
    _add(Taker(told, context), slot, offered, named.examples)
    return named.lists()


def _add(taker: Taker, slot: Slot, offered: Sequence[Donor[T]], found: Examples) -> None:
    """The donors as further examples."""
    counts = Counter(name for donor in offered for name in donor.names)
    for rank, donor in enumerate(offered):
        mentioned = max((counts[name] for name in donor.names), default=0)
        found.add(_numbers(taker, slot, donor, rank, mentioned, found))


def dense(told: Told, offered: Sequence[Donor[T]], vectors: Vectors) -> Floats:
    """Vectors of the claim's trigger and of the donor's."""
    own = vectors.of(told.trigger)
    others = [vectors.of(donor.told.trigger if donor.told else None) for donor in offered]
    return np.array([np.concatenate([own, other]) for other in others], dtype=np.float32)


def vector_rows(told: Told, offered: Sequence[Donor[T]], context: Context, vectors: Vectors) -> list[tuple[int, int]]:
    """Where the vectors of the claim's trigger and of the donor's lie."""
    own = _row(told, context, vectors)
    return [(own, _row(donor.told, context, vectors) if donor.told else vectors.unknown) for donor in offered]


def _row(told: Told, context: Context, vectors: Vectors) -> int:
    words, index = context.words, told.trigger.i
    return vectors.row(words.lemma[index], words.lower[index])
