"""Places that are described and not named: "the military airport", "two checkpoints". Only happenings ask for them."""

from collections.abc import Iterator, Sequence

from dragoman import model
from dragoman.reading.mention import PlaceMention
from dragoman.reading.places.cues import cues
from dragoman.reading.words import Words

DESCRIBED = "described"
MODIFYING = {"amod", "compound", "nmod", "nummod"}
NO_HEAD = {"compound", "amod", "nmod", "npadvmod", "poss"}


def described(words: Words, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The facilities and pieces of land that a text describes, in order; none that touches a place that is named."""
    named = {index for place in places for index in range(place.first, place.stop)}
    runs = ((_first(index, words), index + 1) for index in _heads(words))
    return [_mention(words, first, stop) for first, stop in runs if named.isdisjoint(range(first, stop))]


def _heads(words: Words) -> Iterator[int]:
    for index, lemma in enumerate(words.lemma):
        if lemma in cues().facilities and words.pos[index] in {"NOUN", "PROPN"} and words.dep[index] not in NO_HEAD:
            yield index


def _first(index: int, words: Words) -> int:
    """Where the words start that say what kind of thing it is: "disused international airport"."""
    while index > 0 and words.dep[index - 1] in MODIFYING and words.head[index - 1] >= index:
        index -= 1
    return index


def _mention(words: Words, first: int, stop: int) -> PlaceMention:
    span = words.tokens[first].doc[first:stop]
    return PlaceMention(
        start=span.start_char,
        end=span.end_char,
        text=span.text,
        first=first,
        stop=stop,
        root=stop - 1,
        feature=DESCRIBED,
        reason=model.DESCRIBED,
    )
