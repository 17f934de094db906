import pytest

from dragoman.gazetteer import Gazetteer
from dragoman.reading.language import parse
from dragoman.reading.places import attach, attach_all, recognise


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


def test_happenings_asked_together_get_what_they_get_alone(gazetteer: Gazetteer) -> None:
    doc = parse("The army shelled Douma on Monday and fighters withdrew from Homs. Thousands fled to Goma.")
    places = recognise(doc, gazetteer)
    types = {"shelled": "shelling", "withdrew": "withdrawal", "fled": "displacement"}
    happenings = [(token, types[token.text]) for token in doc if token.text in types]
    alone = [attach(trigger, name, places, {}) for trigger, name in happenings]
    assert attach_all(happenings, places, {}) == alone
