"""Storing readings: once each, whole, with their versions and copies."""

import pytest
from sqlalchemy import func, select

from dragoman.ledger import Ledger, Sketcher, Stored, Writer, prepare
from dragoman.ledger.packing import unpack
from dragoman.ledger.tables import actors, bodies, claims, place_within, places, reports
from dragoman.model import DESCRIBED, Reading
from tests.ledger.made import Ground, Said, reading

SKETCHER = Sketcher()
FILLER = (
    "The convoy of thirty buses waited at the northern edge of the town while officers checked the lists of names, "
    "and children were handed water through the windows before it set off along the ring road.\n"
)


def add(ledger: Ledger, *readings: Reading, reread: bool = False) -> Stored:
    return Writer(ledger, Ground()).add([prepare(one, SKETCHER) for one in readings], reread=reread)


def count(ledger: Ledger, table: object) -> int:
    with ledger.read() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())  # type: ignore[arg-type]


def test_a_claim_comes_back_as_it_was(ledger: Ledger) -> None:
    made = reading(
        Said(
            "attack", "gov-sy ~gunmen", "~villagers", at="douma", on="2018-04-13", speaker="sohr", figures={"killed": 4}
        ),
        Said("ultimatum", "gov-sy", "jaysh-al-islam", deadline="2018-04-18", terms=(("leave", "option", None),)),
    )
    add(ledger, made)
    with ledger.read() as connection:
        stored = connection.execute(select(bodies.c.body).order_by(bodies.c.claim_id)).scalars().all()
    assert [unpack(body, made.report.text) for body in stored] == made.claims


def test_the_same_report_twice_changes_nothing(ledger: Ledger) -> None:
    made = reading(Said("attack", "a"))
    assert add(ledger, made).added == 1
    again = add(ledger, made)
    assert (again.added, again.known, count(ledger, reports), count(ledger, claims)) == (0, 1, 1, 1)


def test_the_same_report_twice_in_one_batch_is_stored_once(ledger: Ledger) -> None:
    made = reading(Said("attack", "a"))
    assert (add(ledger, made, made).added, count(ledger, claims)) == (1, 1)


def test_another_text_at_the_same_address_is_a_version_that_supersedes_from_its_own_date(ledger: Ledger) -> None:
    add(ledger, reading(Said("attack", "a"), url="u", published="2018-04-14"))
    assert add(ledger, reading(Said("battle", "a"), url="u", published="2018-04-16")).versions == 1
    with ledger.read() as connection:
        rows = connection.execute(select(claims.c.type, claims.c.known, claims.c.until).order_by(claims.c.id)).all()
    assert rows[0].until == rows[1].known and rows[1].until is None


def test_versions_that_arrive_in_the_wrong_order_are_put_right(ledger: Ledger) -> None:
    add(ledger, reading(Said("battle", "a"), url="u", published="2018-04-16"))
    add(ledger, reading(Said("attack", "a"), url="u", published="2018-04-14"))
    with ledger.read() as connection:
        rows = connection.execute(select(reports.c.published, reports.c.until).order_by(reports.c.published)).all()
    assert rows[0].until == rows[1].published and rows[1].until is None


def test_the_same_text_from_another_outlet_is_a_copy(ledger: Ledger) -> None:
    said = Said("evacuation", "a", at="douma")
    add(ledger, reading(said, publisher="Agency", filler=FILLER))
    stored = add(ledger, reading(said, publisher="Daily", filler=FILLER, published="2018-04-15"))
    assert stored.copies == 1
    with ledger.read() as connection:
        assert len(set(connection.execute(select(reports.c.copies)).scalars())) == 1


@pytest.mark.parametrize(("published", "copies"), [("2018-04-28", 1), ("2018-04-29", 0), (None, 1)])
def test_a_copy_is_published_within_two_weeks_or_tells_no_day(
    ledger: Ledger, published: str | None, copies: int
) -> None:
    add(ledger, reading(Said("evacuation", "a"), publisher="Agency", filler=FILLER, published="2018-04-14"))
    again = reading(Said("evacuation", "a"), publisher="Daily", filler=FILLER, published=published)
    assert add(ledger, again).copies == copies


def test_another_text_is_no_copy(ledger: Ledger) -> None:
    add(ledger, reading(Said("evacuation", "a"), publisher="Agency", filler=FILLER))
    other = "Shelling was heard in the south through the night, and two bakeries in the old quarter stayed closed.\n"
    assert add(ledger, reading(Said("evacuation", "a"), publisher="Daily", filler=other)).copies == 0


def test_reading_again_replaces_the_claims(ledger: Ledger) -> None:
    add(ledger, reading(Said("attack", "a")))
    stored = add(ledger, reading(Said("attack", "a"), codebook="test 2"), reread=True)
    assert (stored.reread, count(ledger, reports), count(ledger, claims), count(ledger, bodies)) == (1, 1, 1, 1)


def test_private_people_are_in_no_table(ledger: Ledger) -> None:
    add(ledger, reading(Said("killing", "a", "Samir_Haddad", private=("Samir_Haddad",))))
    with ledger.read() as connection:
        names = connection.execute(select(actors.c.name)).scalars().all()
        body = connection.execute(select(bodies.c.body)).scalar_one()
    assert names == ["a"] and "Samir" not in body


def test_a_place_is_stored_with_all_that_it_lies_in(ledger: Ledger) -> None:
    add(ledger, reading(Said("attack", "a", at="douma")))
    with ledger.read() as connection:
        whole, part = places.alias(), places.alias()
        pairs = select(whole.c.key).join(place_within, place_within.c.whole_id == whole.c.id)
        found = connection.execute(
            pairs.join(part, part.c.id == place_within.c.place_id).where(part.c.key == "douma").order_by(whole.c.key)
        )
        assert found.scalars().all() == ["area:eastern-ghouta", "country:SY", "douma"]


def test_a_place_that_is_only_described_is_kept_in_its_claim_alone(ledger: Ledger) -> None:
    made = reading(Said("takeover", "a", at="douma"))
    claim = made.claims[0]
    airport = claim.place[0].model_copy(update={"place": None, "name": None, "reason": DESCRIBED})
    described = made.model_copy(update={"claims": [claim.model_copy(update={"place": [*claim.place, airport]})]})
    add(ledger, described)
    with ledger.read() as connection:
        kept = connection.execute(select(places.c.key).where(places.c.key.startswith("~"))).scalars().all()
        body = connection.execute(select(bodies.c.body)).scalar_one()
    assert kept == []
    assert unpack(body, made.report.text).place[1].reason == DESCRIBED
