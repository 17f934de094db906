"""Control over time: the same evidence gives the same timeline, whatever the order in which it comes."""

import random

import pytest

from dragoman.assembly.assemble import assemble
from dragoman.assembly.control import Segment, at, timeline
from dragoman.assembly.evidence import Evidence, order
from dragoman.assembly.holders import holders
from dragoman.assembly.sides import Sides
from dragoman.ledger import Ledger, Query, Sketcher, Writer, prepare
from dragoman.ledger.days import day, iso
from tests.ledger.made import Ground, Said, reading
from tests.ledger.test_told import Register

SKETCHER = Sketcher()
KINDS = {"gov": "government", "mil": "state force", "rebels": "armed group", "league": "armed group"}
SIDES = Sides(kinds=KINDS)
SCENARIO = """
2013-02-01 hold rebels - sohr
2013-02-03 hold rebels - daily
2014-01-10 gain league rebels sohr
2014-01-12 deny league rebels rebels
2014-01-15 hold league - daily
2014-03-01 hold league - agency
2014-06-01 gain rebels league rebels
2014-06-02 hold rebels - sohr
2014-06-20 hold league - league
2014-07-30 hold rebels - agency
2015-01-01 hold rebels - daily
2015-05-05 gain gov rebels gov
2015-05-05 deny gov rebels rebels
2015-05-06 hold rebels - sohr
2015-05-09 hold gov - agency
2015-06-20 hold gov - sohr
2015-08-01 lose gov - sohr
2015-08-02 gain rebels gov rebels
2015-08-02 gain league gov league
2015-09-09 hold rebels - daily
2015-10-09 hold rebels - sohr
2016-01-01 lose rebels - agency
2016-01-03 hold ~militants - daily
2016-02-01 gain gov ~militants gov
2016-02-02 hold gov - sohr
2016-12-01 hold gov - daily
2017-03-03 gain league gov league
2017-03-03 deny league gov gov
2017-03-05 hold gov - sohr
2017-04-20 hold gov - agency
2018-04-12 hold rebels - sohr
2018-04-14 gain gov rebels gov
2018-04-15 hold gov - agency
"""


def scenario() -> list[Evidence]:
    found = []
    for number, line in enumerate(SCENARIO.strip().splitlines()):
        when, kind, holder, loser, voice = line.split()
        losers = () if loser == "-" else (loser,)
        known = day(when) or 0
        found.append(Evidence(known, kind, (holder,), losers, voice, number, 1, known, f"{number:03}"))  # type: ignore[arg-type]
    return found


def told(evidence: list[Evidence]) -> list[Segment]:
    return timeline(sorted(evidence, key=order), SIDES)


def on(segments: list[Segment], when: str) -> tuple[list[str], bool]:
    segment = at(segments, day(when) or 0)
    return ([one.holder for one in segment.holdings], segment.contested) if segment else ([], False)


def test_the_scenario_is_long_enough() -> None:
    assert len(scenario()) >= 30


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2012-01-01", ([], False)),
        ("2013-06-01", (["rebels"], False)),
        ("2014-01-11", (["league"], False)),
        ("2014-01-13", (["league", "rebels"], True)),
        ("2014-03-05", (["league"], False)),
        ("2014-06-03", (["rebels"], False)),
        ("2014-06-25", (["league", "rebels"], True)),
        ("2014-08-01", (["rebels"], False)),
        ("2015-05-07", (["gov", "rebels"], True)),
        ("2015-07-01", (["gov"], False)),
        ("2015-08-01", ([], False)),
        ("2015-08-10", (["league", "rebels"], True)),
        ("2016-01-05", (["~militants"], False)),
        ("2016-03-01", (["gov"], False)),
        ("2017-03-10", (["gov", "league"], True)),
        ("2018-04-13", (["rebels"], False)),
        ("2030-01-01", (["gov"], False)),
    ],
)
def test_who_held_it_then(when: str, expected: tuple[list[str], bool]) -> None:
    assert on(told(scenario()), when) == expected


def test_five_hundred_orders_and_the_reverse_give_the_same_timeline() -> None:
    evidence = scenario()
    expected = told(evidence)
    assert told(evidence[::-1]) == expected
    for seed in range(500):
        assert told(random.Random(seed).sample(evidence, len(evidence))) == expected


def test_only_one_voice() -> None:
    said = [one for one in scenario() if one.voice == "rebels"]
    assert on(told(said), "2018-04-20")[0] == ["rebels"]


def test_an_area_yields_to_what_is_told_of_the_town() -> None:
    town = Evidence(100, "hold", ("rebels",), (), "sohr", 1, 1, 100, "a")
    area = Evidence(110, "hold", ("gov",), (), "agency", 2, 2, 110, "b", area=True)
    assert on_day(told([town, area]), 120) == ["rebels"]
    assert on_day(told([town, area._replace(day=200)]), 220) == ["gov"]


def on_day(segments: list[Segment], when: int) -> list[str]:
    segment = at(segments, when)
    return [one.holder for one in segment.holdings] if segment else []


@pytest.fixture
def ghouta(ledger: Ledger) -> Ledger:
    douma, region, zamalka = {"at": "douma"}, {"at": "area:eastern-ghouta"}, {"at": "zamalka"}
    jaysh, faylaq = "jaysh-al-islam", "faylaq-al-rahman"
    made = [
        ("A", "2018-04-01", Said("control", jaysh, **douma, speaker="sohr")),
        ("A", "2018-04-12", Said("takeover", "mil-sy", jaysh, **douma, on="2018-04-12", speaker="mil-sy")),
        ("B", "2018-04-13", Said("takeover", "mil-sy", **douma, on="2018-04-12", speaker=jaysh, factuality="denied")),
        ("C", "2018-04-14", Said("control", "gov-sy", **douma, on="2018-04-14")),
        ("C", "2018-04-15", Said("takeover", "mil-sy", "~terror_groups", **region, on="2018-04-14")),
        ("C", "2018-03-26", Said("withdrawal", faylaq, **zamalka, role="from", on="2018-03-25")),
        ("C", "2018-03-01", Said("control", faylaq, **zamalka, on="2013", since=True)),
    ]
    readings = [reading(said, publisher=outlet, published=day, id=f"{outlet}{day}") for outlet, day, said in made]
    Writer(ledger, Ground()).add([prepare(one, SKETCHER) for one in readings])
    assemble(ledger, Register())
    return ledger


def held(ledger: Ledger, **asked: str) -> dict[str, tuple[list[str], bool]]:
    with ledger.read() as connection:
        found = holders(connection, Query(**asked), Register())  # type: ignore[arg-type]
    return {
        one.place.key: ([each.holder for each in one.segment.holdings], one.segment.contested)
        for one in found.places
        if one.segment
    }


def test_a_town_a_day_before_and_after(ghouta: Ledger) -> None:
    assert held(ghouta, place="douma", at="2018-04-11")["douma"] == (["jaysh-al-islam"], False)
    assert held(ghouta, place="douma", at="2018-04-20")["douma"] == (["gov-sy"], False)


def test_known_by_hides_what_was_told_later(ghouta: Ledger) -> None:
    assert held(ghouta, place="douma", at="2018-04-20", known_by="2018-04-11")["douma"] == (["jaysh-al-islam"], False)
    assert held(ghouta, place="douma", at="2018-04-13", known_by="2018-04-13")["douma"] == (["gov-sy"], True)


def test_one_voice_and_one_side(ghouta: Ledger) -> None:
    assert held(ghouta, place="douma", at="2018-04-20", voice="sohr")["douma"] == (["jaysh-al-islam"], False)
    assert held(ghouta, place="douma", at="2018-04-20", voice="side:gov-sy")["douma"] == (["gov-sy"], False)


def test_a_region_answers_for_itself_and_its_towns(ghouta: Ledger) -> None:
    found = held(ghouta, place="Eastern Ghouta", at="2018-04-20")
    assert found == {
        "area:eastern-ghouta": (["gov-sy"], False),
        "douma": (["gov-sy"], False),
        "zamalka": (["gov-sy"], False),
    }
    assert held(ghouta, place="zamalka", at="2018-03-28")["zamalka"] == ([], False)
    assert held(ghouta, place="zamalka", at="2015-01-01")["zamalka"] == (["faylaq-al-rahman"], False)


def test_an_answer_gives_the_age_of_its_last_support(ghouta: Ledger) -> None:
    with ghouta.read() as connection:
        [first, *_] = holders(connection, Query(place="douma", at="2018-05-14"), Register()).places
    assert first.segment and first.age == 30 and iso(first.segment.holdings[0].since) == "2018-04-12"
