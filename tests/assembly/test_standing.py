"""Sieges, truces, alliances and populations hold until they are ended; control spells keep their ids."""

import random

import pytest
from sqlalchemy import select

from dragoman.assembly.assemble import assemble
from dragoman.assembly.standing import State, standing
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
        return standing(connection, kind, Query(at=at, **asked), Register())  # type: ignore[arg-type]


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
