"""Sieges, truces, alliances and populations hold until they are ended; control spells keep their ids."""

import random
from dataclasses import replace

import pytest
from sqlalchemy import select

from dragoman.assembly.assemble import assemble
from dragoman.assembly.statements import KINDS
from dragoman.assembly.states import State
from dragoman.assembly.states import states as answered
from dragoman.ledger import Ledger, Query, Sketcher, Writer, prepare
from dragoman.ledger.days import iso
from dragoman.ledger.tables import states
from dragoman.model import UsageError
from tests.ledger.made import Ground, Said, reading
from tests.ledger.test_told import Register

SKETCHER = Sketcher()
SIEGE, TRUCE = {"at": "douma"}, {"at": "dumayr"}
SAID = (
    ("2018-03-01", Said("siege", "mil-sy", **SIEGE, on="2013", since=True, speaker="un")),
    ("2018-03-10", Said("siege", "gov-sy", **SIEGE)),
    ("2018-04-14", Said("siege", "gov-sy", **SIEGE, on="2018-04-13", phase="end")),
    ("2018-04-16", Said("ceasefire", "gov-sy jaysh-al-islam", **TRUCE, on="2018-04-16", deadline="2018-04-20")),
    ("2018-04-17", Said("ceasefire", "gov-sy jaysh-al-islam", **TRUCE, speaker="gov-ru", factuality="denied")),
    ("2018-04-10", Said("alliance", "gov-sy gov-ru")),
    ("2018-04-10", Said("population", "", "~people", **SIEGE, figures={"residents": 140000}, speaker="un")),
    ("2018-04-11", Said("population", "", "~people", **SIEGE, figures={"residents": 200000}, speaker="gov-sy")),
)


def fill(ledger: Ledger, seed: int | None = None) -> None:
    made = [reading(said, published=day, id=f"r{at}", publisher=f"P{at}") for at, (day, said) in enumerate(SAID)]
    if seed is not None:
        random.Random(seed).shuffle(made)
    for one in made:
        Writer(ledger, Ground()).add([prepare(one, SKETCHER)])
    assemble(ledger, Register())


def held(ledger: Ledger, kind: str, at: str, **asked: str) -> list[State]:
    with ledger.read() as connection:
        return answered(connection, Query(at=at, **asked), Register(), (kind,)).states  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", [None, 1])
def test_a_siege_holds_from_its_start_to_its_end(ledger: Ledger, seed: int | None) -> None:
    fill(ledger, seed)
    [siege] = held(ledger, "siege", "2016-05-05")
    assert (iso(siege.since), iso(siege.ended), siege.parties) == ("2013-01-01", "2018-04-13", ("gov-sy",))
    assert held(ledger, "siege", "2018-04-13") == []


def test_a_truce_ends_with_its_time_and_may_be_denied(ledger: Ledger) -> None:
    fill(ledger)
    [truce] = held(ledger, "ceasefire", "2018-04-20")
    assert truce.denied_by == ("gov-ru",) and truce.parties == ("gov-sy", "jaysh-al-islam")
    assert held(ledger, "ceasefire", "2018-04-21") == []


def test_an_alliance_has_parties_and_no_place(ledger: Ledger) -> None:
    fill(ledger)
    [alliance] = held(ledger, "alliance", "2018-05-01", actor="gov-ru")
    assert (alliance.place, alliance.parties) == (None, ("gov-ru", "gov-sy"))


def test_populations_stand_side_by_side_by_speaker(ledger: Ledger) -> None:
    fill(ledger)
    [people] = held(ledger, "population", "2018-04-12")
    assert {speaker.speaker: speaker.last.low for speaker in people.tolls[0].speakers} == {
        "un": 140000,
        "gov-sy": 200000,
    }


def test_voices_and_knowledge_are_kept_apart(ledger: Ledger) -> None:
    fill(ledger)
    [siege] = held(ledger, "siege", "2018-04-20", known_by="2018-04-12")
    assert (siege.ended, siege.key) == (None, None)
    assert held(ledger, "siege", "2018-04-10", voice="gov-sy") == []
    [own] = held(ledger, "siege", "2018-04-10", voice="un")
    assert own.voices == ("un",)
    assert held(ledger, "population", "2018-04-12", place="Eastern Ghouta")[0].place is not None
    assert held(ledger, "population", "2018-04-12", place="dumayr") == []


@pytest.mark.parametrize("at", ["2016-05-05", "2018-04-11", "2018-04-13", "2018-04-18", "2018-05-01"])
def test_states_that_are_kept_are_those_that_the_claims_give(ledger: Ledger, at: str) -> None:
    fill(ledger)
    for kind in KINDS:
        kept, told = held(ledger, kind, at), held(ledger, kind, at, known_by="2030-01-01")
        assert all(one.key for one in kept)
        assert [replace(one, key=None) for one in kept] == told


@pytest.mark.parametrize("order", [0, 1])
def test_an_end_that_names_nobody_ends_the_siege_of_whoever_lays_it(ledger: Ledger, order: int) -> None:
    siege = reading(Said("siege", "gov-sy", at="douma", on="2018-03-01"), id="a", published="2018-03-01")
    over = reading(Said("siege", "", at="douma", on="2018-04-13", phase="end"), id="b", published="2018-04-14")
    for one in (siege, over) if order else (over, siege):
        Writer(ledger, Ground()).add([prepare(one, SKETCHER)])
        assemble(ledger, Register())
    [found] = held(ledger, "siege", "2018-04-01")
    assert iso(found.ended) == "2018-04-13" and found.key


def test_a_state_whose_claims_are_gone_is_gone(ledger: Ledger) -> None:
    said = {"id": "a", "url": "u", "publisher": "One", "published": "2018-04-14"}
    told = (
        Said("siege", "gov-sy", at="douma", on="2018-03-01"),
        Said("control", "gov-sy", at="idlib", on="2018-03-01"),
    )
    Writer(ledger, Ground()).add([prepare(reading(*told, **said), SKETCHER)])  # type: ignore[arg-type]
    assemble(ledger, Register())
    assert len(held(ledger, "siege", "2018-04-01")) == 1
    other = reading(Said("talks", "gov-sy", on="2018-04-16"), **{**said, "published": "2018-04-16"})  # type: ignore[arg-type]
    Writer(ledger, Ground()).add([prepare(other, SKETCHER)])
    assemble(ledger, Register())
    assert held(ledger, "siege", "2018-04-01") == []
    with ledger.read() as connection:
        assert connection.execute(select(states.c.key)).all() == []
    assert len(held(ledger, "siege", "2018-04-01", known_by="2018-04-15")) == 1


def test_a_state_keeps_its_id_when_it_is_told_of_again(ledger: Ledger) -> None:
    fill(ledger)
    [before] = held(ledger, "siege", "2018-03-20")
    more = reading(Said("siege", "gov-sy", at="douma", on="2018-03-20"), id="more", published="2018-03-21")
    Writer(ledger, Ground()).add([prepare(more, SKETCHER)])
    assemble(ledger, Register())
    [after] = held(ledger, "siege", "2018-03-20")
    assert after.key == before.key and len(after.claims) == len(before.claims) + 1


def test_no_other_state(ledger: Ledger) -> None:
    with pytest.raises(UsageError):
        held(ledger, "weather", "2018-04-12")


def test_a_control_spell_keeps_its_id_while_it_grows(ledger: Ledger) -> None:
    def told(day: str, on: str, by: str = "gov-sy", name: str = "x") -> None:
        said = reading(Said("control", by, at="jayrud", on=on), published=day, id=f"{name}{day}", publisher=name)
        Writer(ledger, Ground()).add([prepare(said, SKETCHER)])
        assemble(ledger, Register())

    def spells() -> list[tuple[str, str | None]]:
        with ledger.read() as connection:
            rows = connection.execute(select(states.c.key, states.c.began).order_by(states.c.began)).all()
        return [(row.key, iso(row.began)) for row in rows]

    told("2018-04-20", "2018-04-20")
    [(key, _)] = spells()
    told("2018-04-21", "2018-04-01")
    assert spells() == [(key, "2018-04-01")]
    told("2018-09-01", "2018-09-01", by="league", name="y")
    assert spells()[0][0] == key and len(spells()) == 2
