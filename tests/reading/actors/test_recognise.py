import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.actors import recognise
from dragoman.reading.language import parse
from dragoman.reading.mention import ActorMention
from dragoman.register import Register

REGISTER = Register.open()


def mentions(text: str, when: str | None = None) -> dict[str, ActorMention]:
    return {mention.text: mention for mention in recognise(parse(text), REGISTER, when=when)}


def test_a_register_name_gives_actor_name_and_kind():
    found = mentions("The Syrian army shelled the town on Monday.")["The Syrian army"]
    assert (found.form, found.actor, found.kind, found.country) == ("name", "mil-sy", "state force", "SY")


def test_compound_actors_are_mentions_of_their_own():
    found = mentions(
        "Officials from Syria and Russia met near a zone held by the Turkish military and several Syrian armed groups."
    )
    assert {"Russia", "the Turkish military", "several Syrian armed groups"} <= found.keys()
    assert found["Russia"].actor == "gov-ru"
    assert found["several Syrian armed groups"].actor is None


def test_joined_adjectives_are_two_actors():
    found = mentions("Israeli and Turkish forces attacked the harbour.")
    assert found["Israeli"].actor == "gov-il"
    assert found["Turkish forces"].actor == "mil-tr"


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("Damascus asked Moscow for help.", "Damascus", "gov-sy"),
        ("The Kremlin denied it.", "The Kremlin", "gov-ru"),
        ("Ankara said its jets had hit the camp.", "Ankara", "gov-tr"),
        ("It came after a request from Damascus.", "Damascus", "gov-sy"),
    ],
)
def test_a_seat_that_acts_is_the_government(text: str, name: str, actor: str):
    assert mentions(text)[name].actor == actor
    assert mentions(text)[name].kind == "government"


@pytest.mark.parametrize("text", ["Two shells fell in Damascus.", "Shops near Damascus were shut."])
def test_a_place_where_something_happens_is_no_actor(text: str):
    assert "Damascus" not in mentions(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Gunmen stormed a bank.", "Gunmen", "armed group"),
        ("Multiple militant outfits refused.", "Multiple militant outfits", "armed group"),
        ("Armed men took the post.", "Armed men", "armed group"),
        ("Police opened fire.", "Police", "police"),
        ("Peacekeepers withdrew.", "Peacekeepers", "international organisation"),
        ("Residents of Douma fled.", "Residents of Douma", "civilians"),
        ("Thousands of villagers fled.", "Thousands of villagers", "civilians"),
        ("Aid workers were stopped.", "Aid workers", "humanitarian organisation"),
        ("Five trucks were hit.", "Five trucks", "object"),
    ],
)
def test_an_unnamed_actor_gets_a_kind_and_no_identity(text: str, name: str, kind: str):
    found = mentions(text)[name]
    assert (found.form, found.kind, found.actor) == ("description", kind, None)
    assert found.reason


def test_an_unnamed_actor_has_the_country_and_side_that_the_text_gives():
    found = mentions("Two Turkish soldiers were wounded.")["Two Turkish soldiers"]
    assert (found.kind, found.country, found.side) == ("state force", "TR", "gov-tr")


def test_a_group_named_before_its_noun_is_that_group():
    assert mentions("The Daesh terror group fled.")["The Daesh terror group"].actor == "islamic-state"


def test_a_name_after_its_noun_is_part_of_the_mention():
    found = mentions("The village is held by the rebel faction Ahrar al-Sham.")
    assert found["the rebel faction Ahrar al-Sham"].actor == "ahrar-al-sham"


def test_a_demonym_before_a_deed_is_the_government():
    found = mentions("Russian jets bombed the market.")
    assert (found["Russian"].form, found["Russian"].actor) == ("demonym", "gov-ru")


def test_the_so_called_stays_outside():
    assert "Jaish al-Islam" in mentions("The so-called Jaish al-Islam left.")


def test_a_bracketed_abbreviation_stays_outside():
    found = mentions("The Syrian Democratic Forces (SDF) took the town.")
    assert found["The Syrian Democratic Forces"].actor == found["SDF"].actor == "syrian-democratic-forces"


@pytest.mark.parametrize(("when", "actor"), [("2013-05-01", "al-nusra-front"), ("2018-04-17", "hayat-tahrir-al-sham")])
def test_an_alias_means_the_group_of_the_day(when: str, actor: str):
    assert mentions("Jabhat al-Nusra attacked the post.", when)["Jabhat al-Nusra"].actor == actor


def test_a_person_without_office_is_private_and_nameless():
    found = mentions("Karim Haddad, a baker, said he had seen the bodies.")["Karim Haddad"]
    assert found.private and found.actor is None and found.name is None


def test_a_person_with_an_office_is_public():
    found = mentions("President John Miller spoke. Miller then left.")
    assert not found["President John Miller"].private
    assert not found["Miller"].private


def test_the_date_line_is_no_part_of_a_name():
    assert "M23 fighters" in mentions("GOMA - M23 fighters entered the city on Monday.")


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read_and_every_mention_holds_its_text(text: str):
    doc = parse(text)
    for mention in recognise(doc, REGISTER, when=None):
        assert doc.text[mention.start : mention.end] == mention.text
        assert mention.first <= mention.root < mention.stop
