"""What a reviewer decides about events stays, whatever the machine would link."""

import pytest

from dragoman.assembly.linking import link
from dragoman.ledger import Ledger, Query, Sketcher, Writer, answer, prepare
from dragoman.ledger.reviews import Desk
from dragoman.model import UsageError
from tests.ledger.made import Ground, Said, reading

SKETCHER = Sketcher()
STRIKE = Said("airstrike", "gov-sy", at="douma", on="2018-04-07", figures={"killed": 12})
OTHER = Said("takeover", "gov-sy", at="idlib", on="2018-04-08")


@pytest.fixture
def desk(ledger: Ledger) -> Desk:
    readings = [reading(STRIKE, publisher=name, id=name) for name in ("One", "Two", "Three")]
    add(ledger, *readings, reading(OTHER, publisher="Four", id="Four"))
    return Desk(ledger, "Nour")


def add(ledger: Ledger, *readings: object, reread: bool = False) -> None:
    Writer(ledger, Ground()).add([prepare(one, SKETCHER) for one in readings], reread=reread)  # type: ignore[arg-type]
    link(ledger)


def events(desk: Desk) -> dict[str, str | None]:
    with desk.ledger.read() as connection:
        return {one.origin.publisher or "": one.event for one in answer(connection, Query()).claims}


def marks(desk: Desk) -> dict[str, str]:
    with desk.ledger.read() as connection:
        return {one.origin.publisher or "": one.claim.id for one in answer(connection, Query()).claims}


def test_a_split_survives_linking_everything_again(desk: Desk) -> None:
    before = events(desk)
    fresh = desk.split(before["One"] or "", [marks(desk)["Two"]])
    for everything in (False, True):
        link(desk.ledger, everything=everything)
        assert events(desk) == {**before, "Two": fresh}


def test_a_split_survives_a_new_reading(desk: Desk) -> None:
    before = events(desk)
    fresh = desk.split(before["One"] or "", [marks(desk)["Two"]])
    again = [reading(STRIKE, publisher=name, id=name, codebook="test 2") for name in ("One", "Two", "Three")]
    add(desk.ledger, *again, reread=True)
    assert events(desk) == {**before, "Two": fresh}


def test_a_merge_survives(desk: Desk) -> None:
    before = events(desk)
    desk.merge(before["One"] or "", [before["Four"] or ""])
    link(desk.ledger, everything=True)
    assert set(events(desk).values()) == {before["One"]}


def test_an_event_is_not_merged_with_itself(desk: Desk) -> None:
    event = events(desk)["One"] or ""
    with pytest.raises(UsageError, match="itself"):
        desk.merge(event, [event])


def test_two_claims_of_a_type_at_one_span_are_merged_as_one(desk: Desk) -> None:
    twins = reading(STRIKE, STRIKE, publisher="Five", id="Five")
    first, second = twins.claims
    same = second.model_copy(update={"evidence": first.evidence})
    add(desk.ledger, twins.model_copy(update={"claims": [first, same]}))
    before = events(desk)
    desk.merge(before["Four"] or "", [before["Five"] or ""])
    link(desk.ledger)
    assert events(desk)["Five"] == before["Four"]


def test_a_claim_linked_by_hand_stays_with_its_event(desk: Desk) -> None:
    before = events(desk)
    desk.link(marks(desk)["Four"], before["One"] or "")
    link(desk.ledger)
    assert events(desk)["Four"] == before["One"]


def test_a_later_claim_still_joins_a_split_event(desk: Desk) -> None:
    fresh = desk.split(events(desk)["One"] or "", [marks(desk)["Two"]])
    add(desk.ledger, reading(STRIKE, publisher="Five", id="Five"))
    assert events(desk)["Five"] in {events(desk)["One"], fresh}
