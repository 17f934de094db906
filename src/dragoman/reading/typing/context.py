"""What the coder knows of a text when it types claims: parse, mentions and the lexicon's matches."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc

from dragoman.reading.clauses.lexicon import TriggerMatch
from dragoman.reading.mention import ActorMention, FigureMention, Mention, PlaceMention, Referents, TimeMention


@dataclass
class Context:
    """The layers under the claims; `named` maps the root of a pronoun or description to its named mention, `pairs` to
    all of them where it stands for several ("both sides")."""

    doc: Doc
    actors: Sequence[ActorMention]
    places: Sequence[PlaceMention]
    times: Sequence[TimeMention]
    figures: Sequence[FigureMention]
    named: Referents
    matches: Sequence[TriggerMatch]
    pairs: Mapping[int, tuple[Mention, ...]] = field(default_factory=dict)

    @cached_property
    def actor_at(self) -> Mapping[int, ActorMention]:
        """Root token to actor mention."""
        return {actor.root: actor for actor in self.actors}

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
    def types_at(self) -> Mapping[int, frozenset[str]]:
        """Token to the types that the lexicon lists for it."""
        return {
            index: frozenset(entry.type for match in matches for entry in match.entries)
            for index, matches in self.matches_at.items()
        }

    @cached_property
    def sure_types(self) -> Mapping[int, frozenset[str]]:
        """First token of a sentence to the types that its strong wordings mean without doubt."""
        table: dict[int, set[str]] = {}
        for index, types in self.types_at.items():
            strong = any(entry.weight == "strong" for match in self.matches_at[index] for entry in match.entries)
            if strong and len(types) == 1:
                table.setdefault(self.doc[index].sent.start, set()).update(types)
        return {start: frozenset(types) for start, types in table.items()}

    @cached_property
    def leading_types(self) -> tuple[str, ...]:
        """The types that the most sentences of the text mean without doubt, three at most."""
        counts = Counter(name for types in self.sure_types.values() for name in sorted(types))
        return tuple(name for name, _ in counts.most_common(3))

    def kind(self, index: int) -> str:
        """Sort of thing at a token: actor kind, place, time, figure, else entity label or part of speech."""
        token = self.doc[index]
        return self.kinds.get(index) or token.ent_type_ or token.pos_


def _mark(table: dict[int, str], mentions: Sequence[Mention], sort: str) -> None:
    for mention in mentions:
        for index in range(mention.first, mention.stop):
            table[index] = sort
