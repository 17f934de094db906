import pytest

from dragoman.reading.actors import recognise
from dragoman.reading.actors.metonymy import classes
from dragoman.reading.language import parse
from dragoman.register import Register

REGISTER = Register.open()


def actors(text: str) -> set[str | None]:
    return {mention.actor for mention in recognise(parse(text), REGISTER)}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Damascus rejected the offer.", "gov-sy"),
        ("Kyiv hit the bridge with missiles.", "gov-ua"),
        ("Moscow sent jets to the base.", "gov-ru"),
        ("Washington is ready to talk.", "gov-us"),
        ("Washington was accused of lying.", "gov-us"),
        ("The envoy urged Ankara to stop.", "gov-tr"),
        ("The talks with Ankara ended.", "gov-tr"),
        ("The offer came from Damascus.", "gov-sy"),
        ("Sanctions on Moscow were eased.", "gov-ru"),
        ("Moscow's forces withdrew.", "gov-ru"),
        ("An ally of Tehran resigned.", "gov-ir"),
        ("The group loyal to Damascus left.", "gov-sy"),
        ("The Moscow-backed militia fled.", "gov-ru"),
        ("The mediator called on Khartoum to open the airport.", "gov-sd"),
        ("According to Kyiv, two died.", "gov-ua"),
        ("The Kremlin denied it.", "gov-ru"),
        ("A Kremlin spokesman smiled.", "gov-ru"),
        ("Downing Street welcomed the deal.", "gov-gb"),
        ("Brussels urged both camps to stop.", "eu"),
        ("Its backer, Moscow, sent arms.", "gov-ru"),
    ],
)
def test_a_seat_that_acts_or_is_dealt_with_is_its_government(text: str, actor: str):
    assert actor in actors(text)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Shells fell on Damascus.", "gov-sy"),
        ("Rebels shelled Damascus.", "gov-sy"),
        ("Kyiv was hit by missiles.", "gov-ua"),
        ("Damascus was quiet on Monday.", "gov-sy"),
        ("Damascus fell in December.", "gov-sy"),
        ("Talks in Ankara ended.", "gov-tr"),
        ("Convoys came from Damascus.", "gov-sy"),
        ("Militants left Damascus for the north.", "gov-sy"),
        ("An attack on Moscow was foiled.", "gov-ru"),
        ("Moscow's suburbs burned.", "gov-ru"),
        ("A road between Damascus and Homs was cut.", "gov-sy"),
        ("Residents of Tehran slept.", "gov-ir"),
        ("The Damascus suburb was hit.", "gov-sy"),
        ("The control of Damascus is at stake.", "gov-sy"),
        ("Protesters marched on Downing Street.", "gov-gb"),
        ("Reporters waited outside the White House.", "gov-us"),
        ("Brussels was hit by bombs.", "eu"),
        ("Khartoum, the capital, was looted.", "gov-sd"),
    ],
)
def test_a_seat_where_something_happens_is_a_place(text: str, actor: str):
    assert actor not in actors(text)


def test_each_of_two_seats_is_judged_by_what_governs_both():
    assert actors("Talks between Damascus and Ankara failed.") >= {"gov-sy", "gov-tr"}


def test_no_verb_says_both_that_its_subject_acts_and_that_it_is_a_place():
    assert not classes().subject & classes().place
