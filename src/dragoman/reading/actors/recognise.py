"""Finding the mentions: names, descriptions, pronouns, demonyms, and places that stand for governments."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from dragoman.model import DESCRIBED
from dragoman.reading.actors import metonymy
from dragoman.reading.actors.kinds import Sort, measured, noun_kind, sort_of
from dragoman.reading.actors.lexicon import lexicon
from dragoman.reading.actors.named import Named, Names, names
from dragoman.reading.actors.persons import Office, known, offices
from dragoman.reading.actors.phrase import phrase
from dragoman.reading.actors.setting import Setting
from dragoman.reading.mention import ActorMention, PlaceMention
from dragoman.register import Register

_MODIFYING = {"amod", "compound", "nmod", "npadvmod", "nounmod", "advmod"}
_OF_TIME = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"}
_PLACES = {"GPE", "LOC", "FAC"}
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative", "attr", "appos", "agent", "ROOT"}
_UNKNOWN = "not in the register"


def recognise(
    doc: Doc, register: Register, *, when: str | None = None, places: Sequence[PlaceMention] = ()
) -> list[ActorMention]:
    """Every mention of somebody who may act, speak or suffer, in the order of the text.

    `when` (ISO date) fixes which identity a renamed actor has; `places` tell place names from people's, and of which
    country unnamed actors are. A mention with no `actor` has a `reason`.
    """
    named = names(doc, register, when)
    placed = frozenset(place.root for place in places if place.place)
    finder = _Finder(doc, named, register, offices(doc, named), placed)
    found = [mention for token in doc for mention in finder.at(token)]
    setting = Setting(doc, places, found)
    found = [setting.settle(mention) for mention in found]
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def target(doc: Doc, head: Token) -> ActorMention:
    """A mention of whatever `head` names, for an argument that is no actor ("public facilities", "the exits")."""
    return ActorMention.over(phrase(doc, head), form="description", kind="object", reason=DESCRIBED)


@dataclass(frozen=True)
class _Finder:
    doc: Doc
    names: Names
    register: Register
    public: Mapping[str, Office]
    places: frozenset[int]

    def at(self, token: Token) -> Iterator[ActorMention]:
        """The mention that a token heads, if any."""
        named = self.names.by_root.get(token.i)
        mention = self._named(token, named) if named else self._unnamed(token)
        if mention is not None:
            yield mention

    def _named(self, token: Token, named: Named) -> ActorMention | None:
        if named.seat and not metonymy.stands_for_government(token):
            return None
        if token.dep_ in _MODIFYING and named.span.root.head.i not in range(named.span.start, named.span.end):
            return self._modifier(token, named)
        if named.stands_for_government and not named.seat and _only_a_place(token):
            return None
        span = _covering(phrase(self.doc, token), named.span)
        form = "place" if named.stands_for_government else "demonym" if named.nation else "name"
        return self._of_register(span, named, form)

    def _modifier(self, token: Token, named: Named) -> ActorMention:
        if not named.nation:
            people = bool(named.actor and named.actor.kind == "community")
            form = "demonym" if named.stands_for_government or people else "name"
            return self._of_register(named.span, named, form)
        government = self.register.get(f"gov-{named.nation.lower()}")
        return self._of_register(named.span, Named(named.span, government), "demonym")

    def _of_register(self, span: Span, named: Named, form: str) -> ActorMention:
        actor = named.actor
        identity = (
            {"actor": actor.id, "name": actor.name, "kind": actor.kind, "country": actor.country} if actor else {}
        )
        return ActorMention.over(span, form=form, plural=_plural(span.root), reason=named.reason, **identity)

    def _unnamed(self, token: Token) -> ActorMention | None:
        if token.i in self.names.by_token or token.ent_type_ in _OF_TIME or token.is_punct or token.is_space:
            return None
        if token.pos_ in ("PRON", "DET"):
            return self._pronoun(token)
        if token.dep_ in _MODIFYING:
            return self._modifying_noun(token)
        if token.pos_ == "NUM":
            return self._number(token)
        if token.pos_ in ("NOUN", "PROPN") or (token.lower_ in lexicon().nominal and token.dep_ in _ARGUMENTS):
            return self._noun(token)
        return None

    def _pronoun(self, token: Token) -> ActorMention | None:
        if token.lower_ not in lexicon().pronoun or token.dep_ in ("det", "expl", "mark", "advmod"):
            return None
        span = phrase(self.doc, token)
        return ActorMention.over(span, form="pronoun", plural=_plural(token), reason="a pronoun")

    def _modifying_noun(self, token: Token) -> ActorMention | None:
        head_is_actor = noun_kind(token.head) not in (None, "object")
        titled = token.head.pos_ == "PROPN"
        if (
            token.pos_ not in ("NOUN", "PROPN", "ADJ")
            or head_is_actor
            or titled
            or noun_kind(token) in (None, "object")
        ):
            return None
        span = self.doc[token.i : token.i + 1]
        return ActorMention.over(span, form="description", kind=noun_kind(token), plural=False, reason=DESCRIBED)

    def _number(self, token: Token) -> ActorMention | None:
        if token.dep_ not in ("nsubj", "nsubjpass", "dobj"):
            return None
        kind = noun_kind(measured(token)) or "described"
        return ActorMention.over(phrase(self.doc, token), form="description", kind=kind, plural=True, reason=DESCRIBED)

    def _noun(self, token: Token) -> ActorMention | None:
        named = token.ent_type_ in ("PERSON", "ORG", "NORP", "PRODUCT") or token.ent_type_ in _PLACES
        name = (named or token.pos_ == "PROPN") and token.text[:1].isupper() and token.lower_ not in lexicon().stopped
        sort = sort_of(token, self.names)
        if sort.kind is None and token.lower_ in lexicon().nominal:
            sort = Sort("civilians")
        if name and (token.ent_type_ == "PERSON" or token.i in self.places or sort.kind in (None, "object")):
            return self._other_name(token)
        if (name and _long_name(token)) or self._named_group(token):
            kind = {"kind": sort.kind, "country": sort.country, "side": sort.side}
            span = phrase(self.doc, token)
            return ActorMention.over(span, form="name", reason=_UNKNOWN, plural=_plural(token), **kind)
        return self._description(token, sort) if sort.kind else None

    def _named_group(self, token: Token) -> bool:
        """A common noun for a group with a name before it that is no nation's ("the Maute group")."""
        before = next((child for child in token.lefts if child.i == token.i - 1), None)
        if token.lemma_.lower() not in lexicon().member or before is None or before.i in self.names.by_token:
            return False
        return before.dep_ == "compound" and before.pos_ == "PROPN" and before.ent_type_ not in ("GPE", "NORP", "LOC")

    def _other_name(self, token: Token) -> ActorMention | None:
        span = phrase(self.doc, token)
        if token.i not in self.places and (token.ent_type_ == "PERSON" or known(_bare(span))):
            return self._person(token, span)
        if token.ent_type_ in _PLACES or token.i in self.places:
            return None if _only_a_place(token) else ActorMention.over(span, form="place", reason="a place")
        return ActorMention.over(span, form="name", kind=None, reason=_UNKNOWN, plural=_plural(token))

    def _person(self, token: Token, span: Span) -> ActorMention:
        holder = known(_bare(span)) or known(token.text)
        office = self.public.get(token.lower_) or holder
        if office is None:
            return ActorMention.over(span, form="name", kind="person", private=True, reason="a person")
        country = office.country or (holder.country if holder else None)
        return ActorMention.over(span, form="name", kind=office.kind, country=country, reason="a person in office")

    def _description(self, token: Token, sort: Sort) -> ActorMention:
        span = phrase(self.doc, token)
        fields = {"form": "description", "kind": sort.kind, "country": sort.country, "side": sort.side}
        after = self.names.by_token.get(token.i + 1)
        if after and after.actor and after.span.start == token.i + 1 and sort.kind in (None, after.actor.kind):
            return self._of_register(_covering(span, after.span), after, "name")
        owner = sort.named.actor if sort.named else None
        belongs = owner and sort.kind != "object" and owner.kind not in ("government", "community", "media")
        if belongs and measured(token).lemma_.lower() in lexicon().member:
            return self._of_register(span, Named(span, owner), "name")
        single = not _plural(token) and token.lemma_.lower() not in lexicon().collective
        private = sort.kind == "civilians" and single
        return ActorMention.over(span, plural=_plural(token), private=private, reason=DESCRIBED, **fields)


def _covering(span: Span, name: Span) -> Span:
    return span.doc[min(span.start, name.start) : max(span.end, name.end)]


def _only_a_place(token: Token) -> bool:
    """Whether a place name stands where only a place can: after "in", or after "from" without dealings."""
    if token.dep_ == "conj":
        return _only_a_place(token.head)
    if token.dep_ != "pobj":
        return False
    preposition = token.head
    if preposition.lower_ in lexicon().locative:
        return True
    governor = preposition.head
    dealt = governor.lemma_.lower() in lexicon().speech_noun
    if preposition.lower_ == "from" and noun_kind(governor) not in (None, "object"):
        return False
    return preposition.lower_ in ("from", "to", "of") and not dealt


def _bare(span: Span) -> str:
    """The capitalised words of a phrase up to its head: a person's name without small words before it."""
    return " ".join(token.text for token in span if token.i <= span.root.i and token.text[:1].isupper())


def _long_name(token: Token) -> bool:
    """A capitalised noun with a capitalised name before it ("Qatar News Agency"), not "The Army"."""
    before = [child for child in token.lefts if child.dep_ == "compound" and child.i == token.i - 1]
    return token.pos_ == "PROPN" and any(child.pos_ == "PROPN" and child.text[:1].isupper() for child in before)


def _plural(token: Token) -> bool:
    return "Plur" in token.morph.get("Number", []) or any(child.dep_ == "conj" for child in token.children)
