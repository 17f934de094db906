from dragoman.gazetteer import Gazetteer
from dragoman.reading.language import parse
from dragoman.reading.places import described, recognise
from dragoman.reading.words import Words


def found(text: str, gazetteer: Gazetteer) -> list[str]:
    doc = parse(text)
    mentions = described(Words(doc), recognise(doc, gazetteer))
    assert all(doc.text[mention.start : mention.end] == mention.text for mention in mentions)
    return [mention.text for mention in mentions]


def test_facilities_are_described_without_their_article(gazetteer: Gazetteer) -> None:
    assert found("The rebels seized the disused military airport.", gazetteer) == ["disused military airport"]


def test_a_facility_called_by_a_place_is_left_to_that_name(gazetteer: Gazetteer) -> None:
    assert found("Soldiers left Aleppo airport.", gazetteer) == []


def test_what_only_modifies_is_no_place(gazetteer: Gazetteer) -> None:
    assert found("Airport workers fled.", gazetteer) == []


def test_other_nouns_are_no_places(gazetteer: Gazetteer) -> None:
    assert found("The president met the general.", gazetteer) == []
