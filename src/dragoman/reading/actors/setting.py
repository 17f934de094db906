"""The country and side of unnamed actors, where the text gives them: by place names, never by an invented identity."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from dragoman.reading.actors.kinds import modifiers, word
from dragoman.reading.actors.lexicon import lexicon
from dragoman.reading.mention import ActorMention, PlaceMention

STATE = ("government", "state force", "police")
_INSIDE = {"in", "inside", "at", "near", "around", "outside"}
_MOST = 0.75
_SAMPLE = ("the", "that", "this")


class Setting:
    """The places of a text by token and sentence, and the country that it plays in where that is one."""

    def __init__(self, doc: Doc, places: Iterable[PlaceMention], actors: Iterable[ActorMention]):
        self._doc = doc
        self._places = {place.root: place for place in places if place.country}
        acting = {actor.root: actor for actor in actors if actor.country and actor.form != "description"}
        inner = [place.country for place in self._places.values() if place.feature != "country"]
        whole = [place.country for root, place in self._places.items() if root not in acting]
        others = [actor.country for actor in acting.values() if actor.kind not in STATE]
        self._country = _one(inner) or _one([*whole, *others])
        self._told, self._others = Counter(inner), set(others)

    def settle(self, mention: ActorMention) -> ActorMention:
        """The mention with the country and side that the text gives it; `reason` says what the country rests on."""
        if mention.form != "description" or mention.kind in (None, "object"):
            return mention
        head = self._doc[mention.root]
        before = list(modifiers(head))
        found = (mention.country, "") if mention.country else self._found(mention, head, before)
        if found is None:
            return mention
        country, basis = found
        side = mention.side or (f"gov-{country.lower()}" if _of_the_state(mention, head, before) else None)
        reason = f"{mention.reason}; {country} by {basis}" if basis else mention.reason
        return replace(mention, country=country, side=side, reason=reason)

    def _found(self, mention: ActorMention, head: Token, before: Sequence[Token]) -> tuple[str, str] | None:
        words = {token.lemma_.lower() for token in (head, *before)}
        if words & lexicon().foreign or mention.kind == "person":
            return None
        if country := self._within(self._doc[mention.first : mention.stop]):
            return country, "a place in its words"
        country = self._clause(head)
        if country and mention.kind not in STATE:
            return country, "the place of its clause"
        if not _domestic(mention, head, before):
            return None
        told = (
            (country, "the place of its clause"),
            (self._within(head.sent), "the places of its sentence"),
            (self._country, "the places of the report"),
        )
        return next(((country, basis) for country, basis in told if country and self._likely(country)), None)

    def _likely(self, country: str) -> bool:
        """Whether a country is more than a venue: two of its places are named, or no group of another country is."""
        return self._told[country] > 1 or not self._others or country in self._others

    def _within(self, span: Span) -> str | None:
        """The country of all places below the level of a country in a span, if it is one."""
        inside = [self._places[i] for i in range(span.start, span.end) if i in self._places]
        countries = {place.country for place in inside if place.feature != "country"}
        return countries.pop() if len(countries) == 1 else None

    def _clause(self, head: Token) -> str | None:
        for preposition in (*head.rights, *head.head.rights):
            if preposition.dep_ == "prep" and preposition.lower_ in _INSIDE:
                for place in preposition.rights:
                    if place.i in self._places:
                        return self._places[place.i].country
        return None


def _one(countries: Sequence[str | None]) -> str | None:
    """The country of three quarters of the names or more."""
    counted = Counter(country for country in countries if country)
    country, times = next(iter(counted.most_common(1)), (None, 0))
    return country if times and times >= _MOST * counted.total() else None


def _of_the_state(mention: ActorMention, head: Token, before: Sequence[Token]) -> bool:
    sides = {lexicon().side.get(word(token)) for token in before}
    own = mention.kind in STATE and _is_domestic(head)
    return "opposition" not in sides and (own or "government" in sides)


def _is_domestic(head: Token) -> bool:
    return head.lemma_.lower() in lexicon().domestic or head.lower_ in lexicon().domestic


def _domestic(mention: ActorMention, head: Token, before: Sequence[Token]) -> bool:
    """Whether somebody unnamed is most likely of the country that is told about: "the army", "regime forces"."""
    sided = any(lexicon().side.get(word(token)) == "government" for token in before)
    if mention.kind not in STATE and not sided:
        return False
    if any(child.dep_ in ("poss", "nummod") or child.lower_ in ("both", "all", "other") for child in head.lefts):
        return False
    determiner = next((child.lower_ for child in head.lefts if child.dep_ == "det"), None)
    bare = determiner is None and (sided or mention.kind == "police" or head.lemma_.lower() in lexicon().bare)
    return (sided or _is_domestic(head)) and (determiner in _SAMPLE or bare)
