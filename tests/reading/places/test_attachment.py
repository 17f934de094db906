import pytest

from dragoman.gazetteer import Gazetteer
from dragoman.reading.coded import Coded
from dragoman.reading.language import parse
from dragoman.reading.places import attach, attach_all, recognise
from dragoman.reading.words import Words


def attached(gazetteer: Gazetteer, text: str, word: str, claim_type: str) -> list[tuple[str, str]]:
    doc = parse(text)
    trigger = next(token for token in doc if token.text == word)
    return [(place.text, role) for place, role in attach(trigger, claim_type, recognise(doc, gazetteer), {})]


@pytest.mark.parametrize(
    ("text", "word", "claim_type", "expected"),
    [
        ("The army shelled Douma on Monday.", "shelled", "shelling", [("Douma", "at")]),
        ("Fighters withdrew from Mosul on Friday.", "withdrew", "withdrawal", [("Mosul", "from")]),
        ("Thousands fled to Goma on Friday.", "fled", "displacement", [("Goma", "to")]),
        ("Buses left the town of Dumayr on Thursday.", "left", "evacuation", [("Dumayr", "from")]),
        ("A bomb went off in Maiduguri.", "bomb", "bombing", [("Maiduguri", "at")]),
    ],
)
def test_a_place_belongs_to_the_happening_that_governs_it(
    gazetteer: Gazetteer, text: str, word: str, claim_type: str, expected: list[tuple[str, str]]
) -> None:
    assert attached(gazetteer, text, word, claim_type) == expected


def test_a_description_stands_for_the_place_named_before(gazetteer: Gazetteer) -> None:
    text = "Rebels have held Daraya since 2012. On Friday the army shelled the town."
    assert ("Daraya", "at") in attached(gazetteer, text, "shelled", "shelling")


def test_no_more_than_three_places_belong_to_one(gazetteer: Gazetteer) -> None:
    text = "Planes bombed Homs, Hama, Idlib, Raqqa and Aleppo on Monday."
    assert len(attached(gazetteer, text, "bombed", "airstrike")) <= 3


def test_without_places_there_is_none(gazetteer: Gazetteer) -> None:
    assert attached(gazetteer, "The army shelled them.", "shelled", "shelling") == []


def test_of_several_happenings_each_has_its_own_place(gazetteer: Gazetteer) -> None:
    doc = parse("The army shelled Douma on Monday. Fighters withdrew from Homs. Thousands fled to Goma.")
    types = {"shelled": "shelling", "withdrew": "withdrawal", "fled": "displacement"}
    happenings = [(token.i, types[token.text]) for token in doc if token.text in types]
    found = attach_all(happenings, recognise(doc, gazetteer), {}, Coded(Words(doc)))
    assert [[place.text for place, _ in places] for places in found] == [["Douma"], ["Homs"], ["Goma"]]


def test_a_text_without_places_has_none_for_any_happening() -> None:
    doc = parse("The army shelled them and fled.")
    assert attach_all([(2, "shelling"), (5, "displacement")], [], {}, Coded(Words(doc))) == [[], []]
