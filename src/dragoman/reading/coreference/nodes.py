"""What coreference compares: every noun phrase, name and pronoun of a text with what agreement needs to know."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from dragoman.reading.actors import phrase
from dragoman.reading.coreference.lexicon import words
from dragoman.reading.mention import ActorMention, Mention, PlaceMention

Form = Literal["name", "description", "pronoun"]
_MODIFYING = {"amod", "compound", "nmod", "npadvmod", "nounmod", "advmod", "det", "nummod", "quantmod"}
_LOOSE = {"the", "a", "an", "this", "that", "these", "those", "of", "'s", "’s", "-", ",", "and"}
_NAMED = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT"}
_NO_THING = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"}


@dataclass(frozen=True, slots=True)
class Node:
    """A mention with what agreement looks at; `sentence` counts from 0, `content` are its words that say something."""

    root: int
    mention: Mention
    form: Form
    head: str
    content: frozenset[str]
    plural: bool
    person: bool
    kind: str | None
    actor: str | None
    country: str | None
    feature: str | None
    label: str
    sentence: int
    dep: str
    determiner: str | None

    @property
    def place(self) -> bool:
        """Whether the node names a place."""
        return self.feature is not None or self.label in ("GPE", "LOC", "FAC")


def nodes(doc: Doc, actors: Sequence[ActorMention], places: Sequence[PlaceMention]) -> list[Node]:
    """The nodes of a text in its order, one for each head token."""
    sentence = {token.i: n for n, sent in enumerate(doc.sents) for token in sent}
    acting = {actor.root: actor for actor in actors}
    placed = {place.root: place for place in places}
    heads = {token.i for token in doc if _heads_phrase(token)} | acting.keys() | placed.keys()
    out = [_node(doc, doc[i], acting.get(i), placed.get(i), sentence.get(i, 0)) for i in sorted(heads)]
    return sorted(out, key=lambda node: (node.root, node.mention.start))


def _heads_phrase(token: Token) -> bool:
    if token.is_space or token.is_punct or token.dep_ in _MODIFYING:
        return False
    if token.pos_ == "PRON":
        return token.lower_ in _PRONOUNS and token.dep_ not in ("expl", "mark")
    return token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in _NO_THING


_PRONOUNS = frozenset(word for listed in words("pronoun").values() for word in listed)


def _node(doc: Doc, token: Token, actor: ActorMention | None, place: PlaceMention | None, sentence: int) -> Node:
    mention = actor or place or Mention.over(phrase(doc, token))
    span = doc[mention.first : mention.stop]
    form = _form(token, actor, place)
    content = frozenset(t.lower_ for t in span if t.lower_ not in _LOOSE and not t.is_punct)
    return Node(
        root=token.i,
        mention=mention,
        form=form,
        head=token.lemma_.lower() if form != "name" else token.lower_,
        content=content,
        plural=_plural(token),
        person=token.ent_type_ == "PERSON" or bool(actor and actor.kind == "person"),
        kind=actor.kind if actor else None,
        actor=actor.actor if actor else None,
        country=(actor.country if actor else None) or (place.country if place else None),
        feature=(place.feature or "place") if place else None,
        label=token.ent_type_,
        sentence=sentence,
        dep=token.dep_,
        determiner=_determiner(token),
    )


def _form(token: Token, actor: ActorMention | None, place: PlaceMention | None) -> Form:
    if token.pos_ == "PRON" or (actor and actor.form == "pronoun"):
        return "pronoun"
    if actor:
        return "description" if actor.form == "description" else "name"
    named = place or token.pos_ == "PROPN" or (token.ent_type_ in _NAMED and token.text[:1].isupper())
    return "name" if named else "description"


def _plural(token: Token) -> bool:
    return "Plur" in token.morph.get("Number", []) or token.lower_ in words("pronoun")["plural"]


def _determiner(token: Token) -> str | None:
    found: Iterable[Token] = (child for child in token.lefts if child.dep_ in ("det", "poss"))
    return next((child.lower_ if child.dep_ == "det" else "poss" for child in found), None)
