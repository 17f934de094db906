"""What the coder knows of a text when it types claims: parse, mentions and the lexicon's matches."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from dragoman.reading.clauses.lexicon import TriggerMatch
from dragoman.reading.coded import Coded
from dragoman.reading.keys import Indexes, Keys, codes
from dragoman.reading.mention import ActorMention, FigureMention, Mention, PlaceMention, Referents, TimeMention
from dragoman.reading.typing.scene import Scene
from dragoman.reading.words import Words

SPOTS = {"city", "facility", "neighbourhood", "road"}


@dataclass
class Context:
    """The layers under the claims; `named` maps the root of a pronoun or description to its named mention, `pairs` to
    all of them where it stands for several ("both sides"). `described` keeps the mentions of things that are no actors,
    by their heads, once they were asked for."""

    doc: Doc
    actors: Sequence[ActorMention]
    places: Sequence[PlaceMention]
    times: Sequence[TimeMention]
    figures: Sequence[FigureMention]
    named: Referents
    matches: Sequence[TriggerMatch]
    pairs: Mapping[int, tuple[Mention, ...]] = field(default_factory=dict)
    described: dict[int, ActorMention] = field(default_factory=dict, init=False, repr=False)
    _scenes: dict[int, Scene] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def words(self) -> Words:
        """The words of the text as plain lists."""
        return Words(self.doc)

    @cached_property
    def coded(self) -> Coded:
        """The words of the text as columns of codes."""
        return Coded(self.words)

    def scene(self, trigger: Token) -> Scene:
        """What stands around a trigger; worked out at the first look."""
        scene = self._scenes.get(trigger.i)
        if scene is None:
            scene = self._scenes[trigger.i] = Scene(trigger, self.words)
        return scene

    @cached_property
    def actor_at(self) -> Mapping[int, ActorMention]:
        """Root token to actor mention."""
        return {actor.root: actor for actor in self.actors}

    @cached_property
    def place_spans(self) -> frozenset[tuple[int, int]]:
        """The tokens of each named town, quarter, building or road: its first, and the one after its last."""
        return frozenset((place.first, place.stop) for place in self.places if place.feature in SPOTS)

    @cached_property
    def kinds(self) -> Mapping[int, str]:
        """Token to the sort of thing that the mention covering it names."""
        table: dict[int, str] = {}
        for sort, mentions in (("time", self.times), ("figure", self.figures), ("place", self.places)):
            _mark(table, mentions, sort)
        for actor in self.actors:
            sort = "place" if actor.form == "place" and table.get(actor.root) == "place" else "actor"
            table[actor.root] = f"{sort}:{actor.kind or actor.form}"
        return table

    @cached_property
    def matches_at(self) -> Mapping[int, Sequence[TriggerMatch]]:
        """Token to the lexicon matches whose meaning it carries."""
        table: dict[int, list[TriggerMatch]] = {}
        for match in self.matches:
            table.setdefault(match.core, []).append(match)
        return table

    @cached_property
    def types_at(self) -> Mapping[int, tuple[str, ...]]:
        """Token to the types that the lexicon lists for it, each once, sorted."""
        return {
            index: tuple(sorted({entry.type for match in matches for entry in match.entries}))
            for index, matches in self.matches_at.items()
        }

    @cached_property
    def types_in(self) -> Mapping[int, list[tuple[int, str]]]:
        """Sentence to the types that the lexicon lists for its words, each with the word."""
        table: dict[int, list[tuple[int, str]]] = {}
        for index in sorted(self.types_at):
            told = ((index, name) for name in self.types_at[index])
            table.setdefault(self.words.sentence(index), []).extend(told)
        return table

    @cached_property
    def sure_types(self) -> Mapping[int, tuple[str, ...]]:
        """Sentence to the types that its strong wordings mean without doubt, sorted."""
        table: dict[int, set[str]] = {}
        for index, types in self.types_at.items():
            strong = any(entry.weight == "strong" for match in self.matches_at[index] for entry in match.entries)
            if strong and len(types) == 1:
                table.setdefault(self.words.sentence(index), set()).update(types)
        return {sentence: tuple(sorted(types)) for sentence, types in table.items()}

    @cached_property
    def leading_types(self) -> tuple[str, ...]:
        """The types that the most sentences of the text mean without doubt, three at most."""
        counts = Counter(name for types in self.sure_types.values() for name in types)
        return tuple(name for name, _ in counts.most_common(3))

    @cached_property
    def sorts(self) -> list[str]:
        """The sort of thing at each token: actor kind, place, time, figure, else entity label or part of speech."""
        words, kinds = self.words, self.kinds
        return [kinds.get(i) or words.entity[i] or words.pos[i] for i in range(len(words))]

    @cached_property
    def sort_codes(self) -> Keys:
        """The same as codes."""
        return codes(self.sorts)

    @cached_property
    def acting(self) -> NDArray[np.bool_]:
        """For each token whether it is the root of an actor mention."""
        found = np.zeros(len(self.words), dtype=np.bool_)
        found[list(self.actor_at)] = True
        return found

    @cached_property
    def referred(self) -> Indexes:
        """For each pronoun or description the root of the named mention that it stands for, else -1."""
        roots = np.full(len(self.words), -1, dtype=np.intp)
        for index, mention in self.named.items():
            roots[index] = mention.root
        return roots

    def kind(self, index: int) -> str:
        """The sort of thing at a token."""
        return self.sorts[index]


def _mark(table: dict[int, str], mentions: Sequence[Mention], sort: str) -> None:
    for mention in mentions:
        for index in range(mention.first, mention.stop):
            table[index] = sort
