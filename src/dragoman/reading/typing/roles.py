"""Roles: who acts in a happening and to whom it is done, of all that its sentence names."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

import numpy as np
from spacy.tokens import Span, Token

from dragoman.model import DESCRIBED
from dragoman.reading.clauses import phrase
from dragoman.reading.mention import ActorMention
from dragoman.reading.network import Features, Floats, Network
from dragoman.reading.typing.addressees import ADDRESSED, AIMED, addressee
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.draft import Role
from dragoman.reading.typing.fillers import Filler, fillers
from dragoman.reading.typing.rolefeatures import Near, TriggerView, columns, dense, keys
from dragoman.reading.typing.triggers import Trigger
from dragoman.reading.vectors import Vectors
from dragoman.reading.words import NOUNS

Slot = Literal["by", "to"]
SLOTS: tuple[Slot, ...] = ("by", "to")
THRESHOLD, JOINED = 0.28, 0.06
"""The probability of a slot that a noun must have, and one that is joined to such a noun ("fighters and families")."""
STEM = "npadvmod"
SOMEBODY = ADDRESSED | AIMED


class Filled(NamedTuple):
    """A filler chosen for a slot, with its probability."""

    slot: Slot
    filler: Filler
    score: float


class RoleScorer:
    """Chooses the fillers of `by` and `to` with a learned network."""

    def __init__(self, network: Network, vectors: Vectors, threshold: float = THRESHOLD):
        self._network, self._vectors, self._threshold = network, vectors, threshold

    @classmethod
    @cache
    def shipped(cls) -> "RoleScorer":
        """The scorer with the weights of the package."""
        with resources.as_file(resources.files(__package__).joinpath("roles.npz")) as path:
            return cls(Network.load(path), Vectors.load())

    def fill(self, triggers: Sequence[Trigger], context: Context) -> list[dict[Slot, list[Role]]]:
        """For each trigger the actors of its two slots, best first; each thing named once."""
        scored = self._scored([TriggerView(trigger.token, trigger.type, context) for trigger in triggers])
        return [self._filled(trigger, found, context) for trigger, found in zip(triggers, scored, strict=True)]

    def _filled(self, trigger: Trigger, scored: Sequence[Filled], context: Context) -> dict[Slot, list[Role]]:
        token, name = trigger.token, trigger.type
        sure = [filled for filled in scored if filled.score >= self._threshold]
        chosen = choose([*sure, *_joined(sure, scored)], context)
        if name in SOMEBODY and not any(filled.slot == "to" for filled in chosen):
            chosen = choose([*chosen, *_addressed(token, name, scored, chosen, context)], context)
        if stems := worded(token, name, chosen, context):
            chosen = choose([*chosen, *stems], context)
        found = {
            slot: [one for filled in chosen if filled.slot == slot for one in roles(filled.filler.token, context)]
            for slot in SLOTS
        }
        return {**found, "to": [role for role in found["to"] if not _only_place(role, context)]}

    def _scored(self, views: Sequence[TriggerView]) -> list[list[Filled]]:
        """The fillers of each trigger that are likely enough for a slot, all where any might be addressed."""
        near = [list(fillers(view.scene)) for view in views]
        shares = self._shares(near, views)
        joined = min(JOINED, self._threshold)
        least = np.repeat([0.0 if view.type in SOMEBODY else joined for view in views], [*map(len, near)])
        told = [(at, filler) for at, given in enumerate(near) for filler in given]
        found: list[list[Filled]] = [[] for _ in views]
        for place, slot in np.argwhere(shares >= least[:, None]).tolist():
            at, filler = told[place]
            found[at].append(Filled(SLOTS[slot], filler, float(shares[place, slot])))
        return found

    def _shares(self, near: Near, views: Sequence[TriggerView]) -> Floats:
        """The probabilities of the slots for every filler of every trigger."""
        if not any(near):
            return np.zeros((0, len(SLOTS)), dtype=np.float32)
        given = Features(keys(near, views, columns(near, views)))
        table = self._network.probabilities(given, dense(near, views, self._vectors))
        return table[:, [self._network.labels.index(slot) for slot in SLOTS]]


def _joined(sure: Sequence[Filled], scored: Sequence[Filled]) -> Iterator[Filled]:
    """What stands in one list with a filler that is sure, for its slot."""
    lists = {(filled.slot, _list_of(filled.filler.token)) for filled in sure}
    taken = {filled.filler.token.i for filled in sure}
    for filled in scored:
        token = filled.filler.token
        if filled.score >= JOINED and token.i not in taken and (filled.slot, _list_of(token)) in lists:
            yield filled


def _list_of(token: Token) -> int:
    """The first noun of the list that a noun stands in, itself where it stands in none."""
    while token.dep_ == "conj" and token.head.pos_ in NOUNS:
        token = token.head
    return int(token.i)


def _only_place(role: Role, context: Context) -> bool:
    """Whether a role is a named place that no actor stands behind: where it happened, not to whom."""
    words = role.said or role.mention
    return role.mention.actor is None and (words.first, words.stop) in context.place_spans


def _addressed(
    trigger: Token, claim_type: str, scored: Sequence[Filled], chosen: Sequence[Filled], context: Context
) -> Iterator[Filled]:
    taken = {filled.filler.token.i for filled in chosen}
    offered = {f.filler: f.score for f in scored if f.slot == "to" and f.filler.token.i not in taken}
    found = addressee(claim_type, trigger, offered, context, alone=sum(f.slot == "by" for f in chosen) == 1)
    if found is not None:
        yield Filled("to", found, offered[found])


def worded(trigger: Token, claim_type: str, chosen: Sequence[Filled], context: Context) -> list[Filled]:
    """The free part of a hyphenated wording ("US" in "US-backed") for the slot its pattern names, if empty."""
    filled = {one.slot for one in chosen}
    return [
        Filled(slot, Filler(context.doc[match.stem], "mod", False, 0, 0), 1.0)
        for match in context.matches_at.get(trigger.i, ())
        for entry in match.entries
        for slot, functions in entry.args
        if match.stem is not None and entry.type == claim_type and "stem" in functions
        if slot in SLOTS and slot not in filled
    ]


def choose(scored: Sequence[Filled], context: Context) -> list[Filled]:
    """The likeliest fillers that neither overlap nor name the same thing twice, in the order of the text."""
    kept: list[tuple[Filled, Span, str]] = []
    for filled in sorted(scored, key=lambda item: (-item.score, item.filler.token.i)):
        span = phrase(filled.filler.token)
        named = role(filled.filler.token, context).mention
        name = named.actor or named.text.lower()
        stem = filled.filler.token.dep_ == STEM
        apart = stem or not any(_overlap(span, other) for one, other, _ in kept if one.filler.token.dep_ != STEM)
        if apart and not any(name == known for _, _, known in kept):
            kept.append((filled, span, name))
    return sorted((filled for filled, _, _ in kept), key=lambda item: item.filler.token.i)


def _overlap(one: Span, other: Span) -> bool:
    return bool(one.start < other.end and other.start < one.end)


def roles(head: Token, context: Context) -> list[Role]:
    """The roles that a head noun fills: several where it stands for several parties ("both sides")."""
    parts = [part for part in context.pairs.get(head.i, ()) if isinstance(part, ActorMention)]
    return [Role(part, mention(head, context)) for part in parts] or [role(head, context)]


def role(head: Token, context: Context) -> Role:
    """The role that a head noun fills: under the named mention where the words used are a pronoun or description."""
    said = mention(head, context)
    named = context.named.get(head.i)
    if isinstance(named, ActorMention) and named.root != head.i:
        return Role(named, said)
    return Role(said)


def mention(head: Token, context: Context) -> ActorMention:
    """The actor mention at a head noun; a thing that is no actor is described in its own words."""
    known = context.actor_at.get(head.i) or context.described.get(head.i)
    if known is None:
        known = ActorMention.over(phrase(head), form="description", reason=DESCRIBED)
        context.described[head.i] = known
    return known
