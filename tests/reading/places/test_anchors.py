from dragoman.gazetteer import Gazetteer
from dragoman.reading.language import parse
from dragoman.reading.places import recognise
from dragoman.reading.places.anchors import REACH, anchors, spoken_of
from dragoman.reading.words import Words

FILLING = "The bakers had opened again. Schools had not. People queued for water all day. "


def found(gazetteer: Gazetteer, text: str, word: str) -> list[tuple[str, int]]:
    doc = parse(text)
    trigger = next(token for token in Words(doc).plain if token.text == word)
    return [(anchor.place.text, anchor.back) for anchor in anchors(trigger, recognise(doc, gazetteer), {})]


def test_the_place_that_a_text_is_about_is_in_reach_from_everywhere(gazetteer: Gazetteer) -> None:
    text = f"Shells fell on Homs. Buses came from Hama to Homs. {FILLING}At dusk the army shelled the barracks."
    assert found(gazetteer, text, "shelled") == [("Homs", REACH + 1)]


def test_a_topic_that_is_named_near_by_counts_once(gazetteer: Gazetteer) -> None:
    text = f"Shells fell on Homs. {FILLING}At dusk the army shelled Homs."
    assert found(gazetteer, text, "shelled") == [("Homs", 0)]


def test_a_place_that_acts_is_not_what_a_text_is_about(gazetteer: Gazetteer) -> None:
    doc = parse("Moscow denied it. Moscow said no more. Shells fell near Homs.")
    most, latest = spoken_of(recognise(doc, gazetteer), len(doc), Words(doc).plain)
    assert most is not None and latest is not None
    assert (most.text, latest.text) == ("Homs", "Homs")
