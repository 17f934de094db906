"""Names of the register in a text, tied to the tokens that head them and to the actor of the date."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from dragoman.register import Actor, Register


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the register: its span and the one actor that it means on the date, or a reason why there is none.

    A `seat` is a capital, building or office that may stand for the actor ("Damascus", "the Kremlin").
    """

    span: Span
    actor: Actor | None
    reason: str | None = None
    seat: bool = False

    @property
    def nation(self) -> str | None:
        """The country, where the name is that of a people or its adjective ("Syrian")."""
        return self.actor.country if self.actor and self.actor.id.startswith("people-") else None

    @property
    def stands_for_government(self) -> bool:
        """Whether the name is a state or its seat ("Syria", "Damascus"), not a body ("the Syrian government")."""
        bare = not any(token.pos_ == "NOUN" and token.lower_ != "capital" for token in self.span)
        state = bool(self.actor and self.actor.id.startswith("gov-")) and "overnment" not in self.span.text
        return self.seat or (state and bare)


@dataclass(frozen=True, slots=True)
class Names:
    """The names in a text by head token, and by every token they cover; `home` is the country named most."""

    by_root: Mapping[int, Named]
    by_token: Mapping[int, Named]
    home: str | None


def names(doc: Doc, register: Register, when: str | None) -> Names:
    """All names of the register that stand in a text."""
    spans: list[tuple[Span, list[Actor], bool]] = []
    for hit in register.names_in(doc.text):
        span = doc.char_span(hit.start, hit.end, alignment_mode="contract")
        if span is not None and len(span) and not _common_word(span):
            seat = all(alias.seat for alias in hit.aliases)
            spans.append((span, register.meant(hit.aliases, when), seat))
    countries = Counter(actors[0].country for _, actors, _ in spans if len(actors) == 1 and actors[0].country)
    home = max(countries, key=lambda c: countries[c], default=None)
    found = [_named(span, actors, home, seat=seat) for span, actors, seat in spans]
    by_token = {token.i: named for named in found for token in named.span}
    return Names({_root(named.span): named for named in found}, by_token, home)


def _common_word(span: Span) -> bool:
    """A common word that is capitalised only because it begins a sentence ("Emergency services")."""
    first = span[0]
    return len(span) == 1 and bool(first.is_sent_start) and first.pos_ in ("NOUN", "VERB", "ADV") and first.is_title


def _root(span: Span) -> int:
    """The token that heads the name; of a name that the parse broke, the last word whose head lies outside."""
    outer = [token for token in span if token.head.i == token.i or not span.start <= token.head.i < span.end]
    nouns = [token for token in outer if token.pos_ in ("NOUN", "PROPN", "ADJ")] or outer
    return nouns[-1].i if nouns else span.root.i


def _named(span: Span, actors: list[Actor], home: str | None, *, seat: bool) -> Named:
    at_home = [actor for actor in actors if actor.country == home]
    if len(actors) > 1 and len(at_home) == 1:
        actors = at_home
    if len(actors) == 1:
        return Named(span, actors[0], seat=seat)
    return Named(span, None, "ambiguous: " + ", ".join(sorted(actor.name for actor in actors)))
