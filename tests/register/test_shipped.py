"""What the shipped register holds."""

from collections import Counter

import pycountry
import pytest

from dragoman.register import KINDS, RELATIONS, Register
from dragoman.register.entry import within


@pytest.fixture(scope="module")
def register() -> Register:
    return Register.open()


def test_every_kind_is_known(register: Register):
    assert {register.get(r.subject).kind for r in register.relations} <= set(KINDS)  # type: ignore[union-attr]


def test_relations_stand_between_entries(register: Register):
    assert all(register.get(r.subject) and register.get(r.object) and r.kind in RELATIONS for r in register.relations)


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Daesh", "islamic-state"),
        ("Jaish al-Islam", "jaysh-al-islam"),
        ("SOHR", "sohr"),
        ("Syrian army", "mil-sy"),
        ("Turkish defence ministry", "mod-tr"),
        ("Russian foreign ministry", "mfa-ru"),
        ("Iraqi police", "police-iq"),
        ("Damascus", "gov-sy"),
        ("the Kremlin", "gov-ru"),
        ("Ansar Allah", "houthis"),
        ("OCHA", "ocha"),
        ("Syrian state media", "media-state-sy"),
    ],
)
def test_names_that_reports_use_are_known(register: Register, name: str, actor: str):
    found = register.find(name)
    assert found is not None and found.id == actor


@pytest.mark.parametrize(
    ("when", "actor"),
    [("2013-05", "al-nusra-front"), ("2016-10-01", "jabhat-fateh-al-sham"), ("2018-04-17", "hayat-tahrir-al-sham")],
)
@pytest.mark.parametrize("name", ["Jabhat al-Nusra", "HTS", "Jabhat Fateh al-Sham"])
def test_a_group_that_changed_its_name_has_that_of_the_day(register: Register, name: str, when: str, actor: str):
    found = register.find(name, when)
    assert found is not None and found.id == actor


@pytest.mark.parametrize(
    ("name", "when", "called"),
    [
        ("ISIS", "2010-03-01", "Islamic State of Iraq"),
        ("Daesh", "2013-09-01", "Islamic State of Iraq and the Levant"),
        ("Daesh", "2016-09-01", "Islamic State"),
        ("ATMIS", "2010-03-01", "African Union Mission in Somalia"),
        ("African Union", "1990", "Organisation of African Unity"),
        ("SPLA", "2015-05-01", "Sudan People's Liberation Army"),
    ],
)
def test_the_name_printed_is_what_the_actor_called_itself_then(register: Register, name: str, when: str, called: str):
    found = register.find(name, when)
    assert found is not None and found.name == called


NAMED_LIKE_THEIR_SEAT = {"BE", "EH", "HK", "MC", "MV", "SC", "SG", "SM"}


def test_every_state_of_today_has_bodies_demonyms_and_a_seat(register: Register):
    states = [a for a in register if a.id.startswith("gov-") and len(a.country or "") == 2 and a.until is None]
    today = [a for a in states if pycountry.countries.get(alpha_2=a.country)]
    assert len(today) >= 195
    for state in today:
        code = (state.country or "").lower()
        assert all(register.get(f"{body}-{code}") for body in ("mil", "police", "mfa", "people"))
        assert len(register.aliases_of(f"people-{code}")) > 1 or state.name == "Government of Vatican City"
        assert state.country in NAMED_LIKE_THEIR_SEAT or any(a.seat for a in register.aliases_of(state.id)), state.name


def test_names_have_dates_only_from_a_source(register: Register):
    dated = [alias for actor in register for alias in register.aliases_of(actor.id) if alias.since or alias.until]
    own = {actor.name: (actor.since, actor.until) for actor in register}
    assert all(alias.source or own.get(alias.text) == (alias.since, alias.until) for alias in dated)
    assert sum(alias.source is not None for alias in dated) >= 30


def test_an_abbreviation_of_several_needs_a_country(register: Register):
    assert register.find("ELN") is None
    found = register.find("ELN", country="CO")
    assert found is not None and found.id == "eln"


def test_the_wings_of_a_movement_are_on_its_side(register: Register):
    assert "qassam-brigades" in register.side_of("hamas")


def test_enemies_are_on_no_common_side(register: Register):
    assert "gov-ye" not in register.side_of("houthis")
    assert "rsf" not in register.side_of("saf", "2024-01-01")


def test_there_are_enough_of_each_kind(register: Register):
    kinds = Counter(actor.kind for actor in register)
    assert kinds["armed group"] >= 150
    assert kinds["international organisation"] + kinds["humanitarian organisation"] >= 60
    assert kinds["media"] + kinds["monitor"] >= 60


def test_hostile_and_own_usage_is_marked(register: Register):
    usage = {alias.text: alias.usage for alias in register.aliases_of("houthis")}
    assert usage["Ansar Allah"] == "own"
    assert {a.usage for a in register.aliases_of("gov-il")} == {"neutral", "hostile"}


@pytest.mark.parametrize(
    ("when", "since", "until", "inside"),
    [
        ("2018-04-17", "2018", None, True),
        ("2018", "2018-05", None, True),
        ("2017-12-31", "2018", None, False),
        ("2018-04-17", None, "2018-04", True),
        ("2018-05-01", None, "2018-04", False),
    ],
)
def test_dates_are_compared_at_the_precision_of_both(when: str, since: str | None, until: str | None, inside: bool):
    assert within(when, since, until) is inside
