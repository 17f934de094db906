"""Where a trigger may find its place: names, descriptions that stand for one ("the town"), "there", and descriptions
of places that have no name ("the airport")."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import Literal, NamedTuple

from dragoman.reading.mention import PlaceMention, Referents
from dragoman.reading.places import paths
from dragoman.reading.places.cues import cues
from dragoman.reading.words import Word

REACH = 2


class Anchor(NamedTuple):
    """A token that stands for a place; `back` counts the sentences between it and the trigger's."""

    token: Word
    place: PlaceMention
    form: Literal["name", "description", "there", "described"]
    back: int


def anchors(
    trigger: Word, places: Sequence[PlaceMention], named: Referents, described: Sequence[PlaceMention] = ()
) -> list[Anchor]:
    """The anchors of the trigger's sentence and of the `REACH` sentences before it, in order, and the topic of the text
    before these; places that are only `described` count in their own sentence."""
    starts = _starts(trigger)
    end = trigger.sent.end
    found = [
        Anchor(trigger.doc[place.root], place, "name", _back(place.root, starts))
        for place in places
        if starts[-1] <= place.root < end
    ]
    found += _descriptions(trigger, places, named)
    found += _topic(trigger, places, starts[-1], {anchor.place.text.casefold() for anchor in found})
    found += (Anchor(trigger.doc[p.root], p, "described", 0) for p in described if starts[0] <= p.root < end)
    return sorted(found, key=lambda anchor: anchor.token.i)


def _topic(trigger: Word, places: Sequence[PlaceMention], end: int, nearer: Container[str]) -> Iterator[Anchor]:
    """The place that the text speaks of most before token `end`, unless it is named nearer to the trigger too."""
    most, _ = spoken_of(places, end, trigger.doc)
    if most is not None and most.text.casefold() not in nearer:
        yield Anchor(trigger.doc[most.root], most, "name", REACH + 1)


def spoken_of(
    places: Sequence[PlaceMention], end: int, doc: Sequence[Word]
) -> tuple[PlaceMention | None, PlaceMention | None]:
    """The place that a text speaks of most before token `end` (the later of equals), and the one it spoke of last, both
    where last named; places that act for a government don't count."""
    before = [place for place in places if place.root < end and not paths.acts(doc[place.root])]
    counts = Counter(place.text.casefold() for place in before)
    most = max(before, key=lambda place: (counts[place.text.casefold()], place.root), default=None)
    return most, max(before, key=lambda place: place.root, default=None)


def _starts(trigger: Word) -> list[int]:
    """Where the trigger's sentence starts, the one before it, and so on."""
    starts = [trigger.sent.start]
    while starts[-1] > 0 and len(starts) <= REACH:
        starts.append(trigger.doc[starts[-1] - 1].sent.start)
    return starts


def _back(i: int, starts: list[int]) -> int:
    return next(back for back, start in enumerate(starts) if i >= start)


def _descriptions(trigger: Word, places: Sequence[PlaceMention], named: Referents) -> Iterator[Anchor]:
    """Descriptions in the trigger's own sentence, each with the place that it stands for."""
    sentence = trigger.sent
    own = (place for place in places if place.first < sentence.end and sentence.start < place.stop)
    inside = {i for place in own for i in range(place.first, place.stop)}
    for token in trigger.doc[sentence.start : sentence.end]:
        if token.i in inside:
            continue
        referent = named.get(token.i)
        place = referent if isinstance(referent, PlaceMention) else _meant(token, places)
        if place is not None:
            yield Anchor(token, place, "there" if token.lower_ == "there" else "description", 0)


def _meant(token: Word, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """The latest place before a description that is of the kind it names."""
    anywhere = token.lower_ == "there" and token.dep_ == "advmod"
    kinds = cues().descriptions.get(token.lemma_.lower(), ())
    if not (anywhere or (kinds and _definite(token))):
        return None
    before = (place for place in reversed(places) if place.root < token.i)
    return next((place for place in before if anywhere or (place.feature or "city") in kinds), None)


def _definite(token: Word) -> bool:
    """Whether "the", "this" or "that" stands before, and no "of" with a name follows ("the city of Douma")."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ == "compound":
        return False
    marked = any(child.dep_ == "det" and child.lower_ in {"the", "this", "that"} for child in token.lefts)
    named = any(child.lower_ == "of" and any(part.pos_ == "PROPN" for part in child.rights) for child in token.rights)
    return marked and not named
