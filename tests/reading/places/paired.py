"""Pairs of the named triggers and places of a text, for the tests of what pairs are judged by."""

from dragoman.gazetteer import Gazetteer
from dragoman.reading.coded import Coded
from dragoman.reading.language import parse
from dragoman.reading.mention import PlaceMention
from dragoman.reading.places import described, recognise
from dragoman.reading.places.attachment import offered
from dragoman.reading.places.pairs import PlacePairs
from dragoman.reading.words import Words


def pairs(gazetteer: Gazetteer, text: str, happenings: dict[str, str]) -> tuple[PlacePairs, list[PlaceMention]]:
    """The happenings (word to type) of a text beside the anchors near each, and the places of the text."""
    doc = parse(text)
    places, coded = recognise(doc, gazetteer), Coded(Words(doc))
    told = [(token.i, happenings[token.text]) for token in doc if token.text in happenings]
    return PlacePairs(told, offered(told, places, {}, coded, described(coded.words, places)), coded), places
