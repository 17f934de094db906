import pytest

from dragoman.gazetteer import Gazetteer
from dragoman.reading import places
from dragoman.reading.actors import recognise
from dragoman.reading.language import parse
from dragoman.reading.mention import ActorMention
from dragoman.register import Register

REGISTER = Register.open()
GAZETTEER = Gazetteer.open()


def mention(text: str, words: str) -> ActorMention:
    doc = parse(text)
    found = recognise(doc, REGISTER, places=places.recognise(doc, GAZETTEER))
    return next(one for one in found if one.text == words)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Gunmen killed two traders near Maiduguri. The army sent reinforcements.", "The army", "NG"),
        ("Shops burned in Kano and Kaduna. Police arrested ten people.", "Police", "NG"),
        ("Regime forces shelled Douma. Homs was calm.", "Regime forces", "SY"),
        ("Douma was shelled. Homs was calm. The government denied it.", "The government", "SY"),
        ("Residents of Douma fled.", "Residents of Douma", "SY"),
        ("Gunmen stormed a bank in Nairobi.", "Gunmen", "KE"),
        ("The defence ministry in Moscow denied it.", "The defence ministry in Moscow", "RU"),
    ],
)
def test_somebody_unnamed_is_of_the_country_that_the_text_gives_and_nobody_known(text: str, words: str, country: str):
    found = mention(text, words)
    assert (found.country, found.actor, found.name) == (country, None, None)
    assert country in (found.reason or "")


def test_those_of_the_state_are_on_its_side():
    text = "Gunmen killed two traders near Maiduguri. The army sent reinforcements."
    assert mention(text, "The army").side == "gov-ng"
    assert mention(text, "Gunmen").side is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army said Russia had attacked.", "The army"),
        ("Fighting went on in Goma and Kigali. The army denied it.", "The army"),
        ("Foreign troops left Bamako.", "Foreign troops"),
        ("Russia sent troops to Hama.", "troops"),
        ("Shells hit Douma and Homs. Both governments blamed rebels.", "Both governments"),
    ],
)
def test_where_the_text_does_not_give_it_there_is_no_country(text: str, words: str):
    assert mention(text, words).country is None


def test_anti_government_is_not_of_the_government():
    found = mention("Anti-government protesters burned a bus in Douma.", "Anti-government protesters")
    assert (found.kind, found.side) == ("civilians", None)
