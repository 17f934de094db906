"""From the words of a source to the actors who speak."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from dragoman.reading.mention import ActorForm, ActorMention, AttributionMention, Mention, Referents
from dragoman.reading.speakers.draft import Draft
from dragoman.reading.speakers.layer import SPEECH
from dragoman.reading.speakers.lexicon import lexicon
from dragoman.reading.speakers.source import head_phrase

_FAR = 60
Said = tuple[ActorMention, ActorMention | None]


class Speakers:
    """The actors of a text by the tokens that head them, and what pronouns and descriptions stand for."""

    def __init__(self, doc: Doc, actors: Sequence[ActorMention], named: Referents):
        self._doc = doc
        self._named: Mapping[int, Mention] = named
        self._by_last: dict[str, list[ActorMention]] = defaultdict(list)
        self._by_root: dict[int, ActorMention] = {}
        for actor in actors:
            self._by_last[actor.text.rpartition(" ")[2]].append(actor)
            held = self._by_root.get(actor.root)
            if held is None or actor.end - actor.start > held.end - held.start:
                self._by_root[actor.root] = actor

    def of(self, root: int) -> tuple[Said, ...]:
        """Who speaks, each with the words of the source where those are a pronoun or description."""
        first = self._doc[root]
        return tuple(self._resolved(head) for head in (first, *self._conjuncts(first)))

    def called(self, name: str, before: int) -> tuple[Said, ...]:
        """The fullest mention that ends in this name and stands before the character `before`."""
        known = [a for a in self._by_last.get(name, ()) if a.end <= before and a.text != name]
        fullest = max(known, key=lambda a: (len(a.text), -a.start), default=None)
        return ((fullest, None),) if fullest else ()

    def _conjuncts(self, head: Token) -> list[Token]:
        return [t for t in head.conjuncts if t.i > head.i and t.pos_ in ("NOUN", "PROPN", "PRON")]

    def _resolved(self, head: Token) -> Said:
        words = self._by_root.get(head.i)
        if words is None or (words.form == "description" and _goes_on(head)):
            words = mention(self._doc, head)
        owner = author(head)
        if owner is not None:
            return self._resolved(owner)[0], words
        referent = self._named.get(head.i)
        if isinstance(referent, ActorMention) and referent.start != words.start:
            return referent, words
        return words, None


def author(head: Token) -> Token | None:
    """Whose statement, report, claim it is: its possessor, "by" or "from" whom it comes."""
    if head.lemma_ not in lexicon().nouns:
        return None
    for child in head.children:
        if child.dep_ == "poss":
            return child
        issued = child.dep_ == "acl" and child.tag_ == "VBN"
        for preposition in (child, *(child.rights if issued else ())):
            if preposition.lower_ in ("by", "from"):
                return next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    return None


def _goes_on(head: Token) -> bool:
    """Whether an adjective after the noun says which: "sources close to the group"."""
    return any(c.i == head.i + 1 and c.pos_ == "ADJ" for c in head.rights)


def mention(doc: Doc, head: Token) -> ActorMention:
    """A mention made of the noun phrase alone, for a source that is no known actor."""
    first, stop = head_phrase(doc, head)
    return ActorMention.over(doc[first:stop], form=_form(head), plural=head.tag_ in ("NNS", "NNPS"))


def _form(head: Token) -> ActorForm:
    if head.pos_ == "PRON":
        return "pronoun"
    return "name" if head.pos_ == "PROPN" else "description"


def continues(doc: Doc, draft: Draft, made: AttributionMention, last: AttributionMention) -> bool:
    """Whether a pronoun goes on in the voice of the last speaker: one of the same number and sort, not far before."""
    word = doc[draft.root or 0]
    speaker = last.speaker[0]
    goes_on = draft.cue.word in ("add", "continue") or any(c.lower_ == "also" for c in doc[draft.token].lefts)
    if not goes_on and made.said[0] is not None:
        return False
    if word.pos_ != "PRON" or draft.cue.cls not in SPEECH or draft.token - (last.cue_token or 0) > _FAR:
        return False
    if speaker.form == "pronoun" or speaker.plural != (word.lower_ == "they"):
        return False
    sort = doc[speaker.root].ent_type_
    return sort in ("PERSON", "") if word.lower_ in ("he", "she") else sort != "PERSON"
