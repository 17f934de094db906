"""What coreference compares: every noun phrase, name and pronoun of a text with what agreement needs to know."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Span, Token

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
    capitals: frozenset[str] = frozenset()
    modifier: bool = False
    bracketed: bool = False
    name: frozenset[str] = frozenset()
    parts: tuple[int, ...] = ()
    titles: int | None = None
    owner: int | None = None

    @property
    def initials(self) -> str:
        """First letters of the capitalised words of the mention, its article apart."""
        parts = self.mention.text.replace("-", " ").split()
        return "".join(word[0] for word in parts if word[0].isupper() and word != "The")

    @property
    def mapped(self) -> bool:
        """Whether the gazetteer's step took the mention for a place."""
        return self.feature is not None

    @property
    def place(self) -> bool:
        """Whether the node names a place."""
        return self.feature is not None or self.label in ("GPE", "LOC", "FAC")


def nodes(doc: Doc, actors: Sequence[ActorMention], places: Sequence[PlaceMention]) -> list[Node]:
    """The nodes of a text in its order, one for each head token."""
    sentence = {token.i: n for n, sent in enumerate(doc.sents) for token in sent}
    acting = {actor.root: actor for actor in actors}
    placed = {place.root: place for place in places}
    inner = {span.root.i: Mention.over(span) for span in _names_inside(doc)}
    heads = (
        {token.i for token in doc if _heads_phrase(token) or _titled(token) is not None}
        | acting.keys()
        | placed.keys()
        | inner.keys()
    )
    single = [
        _node(doc, doc[i], acting.get(i), placed.get(i) or inner.get(i), sentence.get(i, 0)) for i in sorted(heads)
    ]
    by_root = {node.root: node for node in single}
    return sorted([*single, *_coordinations(doc, by_root)], key=lambda node: node.root)


def _names_inside(doc: Doc) -> Iterator[Span]:
    """Named entities that only modify another noun ("Boeing" in "the Boeing chief")."""
    for entity in doc.ents:
        if entity.label_ in _NAMED and entity.root.dep_ in _MODIFYING and entity.text[:1].isupper():
            yield entity


def _coordinations(doc: Doc, nodes: Mapping[int, Node]) -> Iterator[Node]:
    """ "A and B" as one mention, headed by the conjunction, for "they" and "both" to stand for."""
    for token in doc:
        if token.dep_ != "cc" or token.head.i not in nodes or token.lower_ not in ("and", "&"):
            continue
        first, *others = [nodes[t.i] for t in sorted({token.head, *token.head.conjuncts}) if t.i in nodes]
        if not others or first.form == "pronoun" or any(other.form == "pronoun" for other in others):
            continue
        last = max(others, key=lambda node: node.root)
        yield replace(
            first,
            root=token.i,
            mention=_spanning(doc, first.mention, last.mention, token.i),
            parts=(first.root, *sorted(other.root for other in others)),
            content=first.content.union(*(other.content for other in others)),
            head="and",
            plural=True,
            person=False,
            actor=None,
        )


def _spanning(doc: Doc, first: Mention, last: Mention, root: int) -> Mention:
    return Mention(
        start=first.start,
        end=last.end,
        text=_between(doc, first, last),
        first=first.first,
        stop=last.stop,
        root=root,
    )


def _heads_phrase(token: Token) -> bool:
    if token.is_space or token.is_punct or token.dep_ in _MODIFYING:
        return False
    if token.pos_ == "PRON":
        return token.lower_ in _PRONOUNS and token.dep_ not in ("expl", "mark")
    return token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in _NO_THING


_PRONOUNS = frozenset(word for listed in words("pronoun").values() for word in listed)


def _node(doc: Doc, token: Token, actor: ActorMention | None, named: Mention | None, sentence: int) -> Node:
    mention = actor or named or Mention.over(phrase(doc, token))
    place = named if isinstance(named, PlaceMention) else None
    span = doc[mention.first : mention.stop]
    form = _form(token, actor, named)
    content = frozenset(t.lower_ for t in span if t.lower_ not in _LOOSE and not t.is_punct)
    return Node(
        root=token.i,
        mention=mention,
        form=form,
        head=token.lemma_.lower() if form == "description" else token.lower_,
        content=content,
        plural=_plural(token),
        person=_person(token, actor),
        kind=actor.kind if actor else None,
        actor=actor.actor if actor else None,
        country=(actor.country if actor else None) or (place.country if place else None),
        feature=(place.feature or "place") if place else None,
        label=token.ent_type_,
        sentence=sentence,
        dep=token.dep_,
        determiner=_determiner(token),
        capitals=frozenset(t.lower_ for t in span if t.text[:1].isupper() and not t.is_sent_start),
        modifier=token.dep_ in _MODIFYING,
        bracketed=_in_brackets(doc, mention),
        name=_name_words(span, token) if form == "name" else frozenset(),
        titles=_titled(token),
        owner=_owner(token),
    )


def _name_words(span: Span, head: Token) -> frozenset[str]:
    """The capitalised words of a name around its head: no article, no title, no adjective, nothing after a place."""
    start = head.i
    while start > span.start and (_proper(head.doc[start - 1]) or head.doc[start - 1].text in ("-", "&")):
        start -= 1
    stop = head.i + 1
    while stop < span.end and (_proper(head.doc[stop]) or head.doc[stop].lower_ in ("of", "for", "the", "-", "&")):
        stop += 1
    words = frozenset(t.lower_ for t in head.doc[start:stop] if t.lower_ not in _LOOSE and not t.is_punct)
    return words or frozenset({head.lower_})


def _proper(token: Token) -> bool:
    return token.pos_ == "PROPN" or (token.text[:1].isupper() and token.ent_type_ in _NAMED) or token.like_num


def _titled(token: Token) -> int | None:
    """The head of the name that a common noun stands before as a title ("spokesman" in "army spokesman Ali Hassan")."""
    head = token.head
    if (
        token.dep_ not in ("compound", "nmod", "amod")
        or token.ent_type_ in _NAMED
        or token.pos_ not in ("NOUN", "PROPN")
    ):
        return None
    if head.ent_type_ not in ("PERSON", "ORG") or head.pos_ != "PROPN" or head.i < token.i:
        return None
    nearer = (child for child in head.lefts if child.i > token.i and child.pos_ == "NOUN")
    return None if any(nearer) else head.i


def _owner(head: Token) -> int | None:
    """The pronoun before a noun for those who make up or serve an actor ("its" of "its forces")."""
    if head.lemma_.lower() not in words("own")["noun"]:
        return None
    return next((t.i for t in head.lefts if t.dep_ == "poss" and t.lower_ in _PRONOUNS), None)


def _person(token: Token, actor: ActorMention | None) -> bool:
    if actor and actor.actor:
        return False
    return token.ent_type_ == "PERSON" or bool(actor and actor.kind == "person")


def _form(token: Token, actor: ActorMention | None, place: Mention | None) -> Form:
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


def _in_brackets(doc: Doc, mention: Mention) -> bool:
    before = doc[mention.first - 1].text if mention.first else ""
    after = doc[mention.stop].text if mention.stop < len(doc) else ""
    return before.endswith(("(", "[")) and after.startswith((")", "]"))


def _between(doc: Doc, first: Mention, last: Mention) -> str:
    """The text from one mention to the end of another, without spelling out the whole document."""
    span = doc[first.first : last.stop]
    return span.text[first.start - span.start_char : last.end - span.start_char]
