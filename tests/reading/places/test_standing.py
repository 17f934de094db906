from dragoman.gazetteer import Gazetteer
from dragoman.reading.keys import code
from dragoman.reading.places.standing import itself, spoken
from tests.reading.places.paired import pairs

YES, NO = code("True"), code("False")


def test_a_place_has_its_preposition_and_what_governs_it(gazetteer: Gazetteer) -> None:
    found, _ = pairs(gazetteer, "Rebels fled to Homs.", {"fled": "displacement"})
    columns = itself(found)
    assert columns["word"].tolist() == [code("to")]
    assert columns["above"].tolist() == [code("to")]
    assert columns["form"].tolist() == [code("name")]


def test_the_object_of_the_trigger_is_its_argument(gazetteer: Gazetteer) -> None:
    found, _ = pairs(gazetteer, "Rebels left Homs for Idlib.", {"left": "withdrawal"})
    homs, idlib = itself(found)["argument"].tolist()
    assert homs == code("dobj")
    assert idlib == 0


def test_a_place_that_acts_is_not_among_those_where_it_happens(gazetteer: Gazetteer) -> None:
    found, _ = pairs(gazetteer, "Russia bombed Aleppo on Monday.", {"bombed": "airstrike"})
    columns = itself(found)
    assert columns["acting"].tolist() == [YES, NO]
    assert columns["own"].tolist() == [code("2"), code("2")]
    assert columns["mine"].tolist() == [code("1"), code("1")]


def test_the_text_speaks_of_one_place_most_and_of_one_last(gazetteer: Gazetteer) -> None:
    text = "Shells hit Douma. A bomb killed two men in Douma. Jets flew over Homs. Troops fled."
    found, places = pairs(gazetteer, text, {"fled": "withdrawal"})
    columns = spoken(found, places)
    told = [anchor.place.text for anchor in found.anchors]
    assert dict(zip(told, columns["topic"].tolist(), strict=True)) == {"Douma": YES, "Homs": NO}
    assert dict(zip(told, columns["latest"].tolist(), strict=True)) == {"Douma": NO, "Homs": YES}
