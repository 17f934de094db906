"""Pairs of the named triggers and places of a text, for the tests of what pairs are judged by."""

from dragoman.gazetteer import Gazetteer
from dragoman.reading.coded import Coded
from dragoman.reading.language import parse
from dragoman.reading.mention import PlaceMention
from dragoman.reading.pairs import Happening
from dragoman.reading.places import described, recognise
from dragoman.reading.places.anchors import Anchor
from dragoman.reading.places.attachment import offered
from dragoman.reading.places.pairs import PlacePairs
from dragoman.reading.words import Words

Near = list[list[Anchor]]


def given(
    gazetteer: Gazetteer, text: str, happenings: dict[str, str]
) -> tuple[list[Happening], Near, list[PlaceMention], Coded]:
    """The happenings (word to type) of a text with the anchors near each, all places, and the coded words."""
    doc = parse(text)
    places, coded = recognise(doc, gazetteer), Coded(Words(doc))
    told = [(token.i, happenings[token.text]) for token in doc if token.text in happenings]
    return told, offered(told, places, {}, coded, described(coded.words, places)), places, coded


def pairs(gazetteer: Gazetteer, text: str, happenings: dict[str, str]) -> tuple[PlacePairs, list[PlaceMention]]:
    """The pairs, and the places of the text."""
    told, near, places, coded = given(gazetteer, text, happenings)
    return PlacePairs(told, near, coded), places
