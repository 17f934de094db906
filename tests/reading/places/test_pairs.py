from dragoman.gazetteer import Gazetteer
from dragoman.reading.keys import code
from tests.reading.places.paired import pairs

TEXT = "The army shelled Douma. Rebels fled to Homs."
BOTH = {"shelled": "shelling", "fled": "displacement"}


def test_each_anchor_stands_beside_each_trigger_that_it_is_near(gazetteer: Gazetteer) -> None:
    found, _ = pairs(gazetteer, TEXT, BOTH)
    assert [anchor.place.text for anchor in found.anchors] == ["Douma", "Douma", "Homs"]
    assert found.owner.tolist() == [0, 1, 1]
    assert found.back.tolist() == [0, 1, 0]
    assert found.types.tolist() == [code("shelling"), code("displacement"), code("displacement")]


def test_places_without_a_name_are_told_apart(gazetteer: Gazetteer) -> None:
    found, _ = pairs(gazetteer, "The army attacked the airport near Douma.", {"attacked": "attack"})
    named = {anchor.place.text: described for anchor, described in zip(found.anchors, found.described, strict=True)}
    assert not named["Douma"]
    assert named["airport"]
