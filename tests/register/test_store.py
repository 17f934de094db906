import pytest

from dragoman.register import Actor, Alias, Register, Relation


@pytest.fixture
def renamed() -> Register:
    actors = [
        Actor("old", "Old Front", "armed group", "SY", "2012-01", "2016-07-28"),
        Actor("new", "New Front", "armed group", "SY", "2016-07-28", None),
        Actor("gov-sy", "Government of Syria", "government", "SY"),
        Actor("mil-sy", "Syrian Armed Forces", "state force", "SY"),
        Actor("helper", "Helper", "armed group", "SY"),
    ]
    aliases = [Alias(actor.id, actor.name) for actor in actors]
    relations = [
        Relation("old", "renamed to", "new", "2016-07-28"),
        Relation("mil-sy", "part of", "gov-sy"),
        Relation("helper", "allied with", "mil-sy", "2015", "2019"),
    ]
    return Register(actors, aliases, relations, "stamp")


@pytest.mark.parametrize(("when", "expected"), [("2014-03-01", "old"), ("2018-04-17", "new")])
@pytest.mark.parametrize("name", ["Old Front", "new front"])
def test_name_means_the_identity_of_the_date(renamed: Register, name: str, when: str, expected: str):
    found = renamed.find(name, when)
    assert found is not None and found.id == expected


def test_unknown_name_is_nobody(renamed: Register):
    assert renamed.find("Nobody at all") is None


def test_side_holds_parts_and_allies_of_the_date(renamed: Register):
    assert renamed.side_of("gov-sy", "2017-01-01") == {"gov-sy", "mil-sy", "helper"}
    assert renamed.side_of("gov-sy", "2021-01-01") == {"gov-sy", "mil-sy"}


def test_a_name_of_two_means_the_one_that_bore_it_on_the_day():
    actors = [Actor("first", "First Front", "armed group"), Actor("second", "Second Front", "armed group")]
    aliases = [Alias("first", "The Guard", until="2010-05"), Alias("second", "The Guard", since="2010-06")]
    register = Register(actors, aliases, [], "stamp")
    assert [actor.id for actor in register.candidates("the guard", "2009-01-01")] == ["first"]
    assert [actor.id for actor in register.candidates("the guard", "2011-01-01")] == ["second"]
    assert len(register.candidates("the guard")) == 2
