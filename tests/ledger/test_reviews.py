"""Reviews: append-only, chained, put on the claims at once, and never undone by a new reading."""

import pytest
from sqlalchemy import delete, select, update

from dragoman.ledger import Ledger, Query, Sketcher, Told, Writer, answer, prepare
from dragoman.ledger.chain import audit
from dragoman.ledger.forget import forget
from dragoman.ledger.reviews import Desk, listed, taught
from dragoman.ledger.tables import actors, bands, bodies, claims, reports, reviews
from dragoman.ledger.upkeep import check
from dragoman.model import LedgerError, Reading, UsageError
from tests.ledger.made import Ground, Said, reading

SKETCHER = Sketcher()
ATTACK = Said("attack", "gov-sy", "~gunmen", at="douma", on="2018-04-07", figures={"killed": 40})
CONTROL = Said("control", "jaysh-al-islam", at="douma")


def add(ledger: Ledger, *readings: Reading, reread: bool = False) -> None:
    Writer(ledger, Ground()).add([prepare(one, SKETCHER) for one in readings], reread=reread)


def told(ledger: Ledger, **asked: object) -> list[Told]:
    with ledger.read() as connection:
        return answer(connection, Query(**asked)).claims  # type: ignore[arg-type]


@pytest.fixture
def desk(ledger: Ledger) -> Desk:
    add(ledger, reading(ATTACK, CONTROL, publisher="Agency", url="u"))
    return Desk(ledger, "Nour")


def mark(desk: Desk, kind: str) -> str:
    return next(one.claim.id for one in told(desk.ledger) if one.claim.type == kind)


def test_a_corrected_claim_answers_as_corrected_and_keeps_what_the_machine_read(desk: Desk) -> None:
    desk.correct(
        mark(desk, "attack"), {"killed": "43", "by": "gov-ru,gov-sy", "time": "2018-04-08", "factuality": "denied"}
    )
    [found] = told(desk.ledger, types=("attack",))
    assert [item.actor for item in found.claim.by] == ["gov-ru", "gov-sy"]
    assert (found.claim.figures[0].value, found.verdict) == (43, "corrected")
    assert [one.claim.type for one in told(desk.ledger, at="2018-04-08")] == ["attack"]
    assert [one.claim.type for one in told(desk.ledger, actor="gov-ru")] == ["attack"]
    with desk.ledger.read() as connection:
        assert connection.execute(select(bodies.c.machine).where(bodies.c.machine.is_not(None))).scalar()


def test_a_rejected_claim_is_left_out(desk: Desk) -> None:
    desk.reject(mark(desk, "attack"))
    assert [one.claim.type for one in told(desk.ledger)] == ["control"]


@pytest.mark.parametrize("action", ["accept", "reject", "correct"])
def test_a_new_reading_does_not_undo_a_review(desk: Desk, action: str) -> None:
    claim = mark(desk, "attack")
    if action == "correct":
        desk.correct(claim, {"killed": "43"})
    else:
        getattr(desk, action)(claim)
    before = [(one.claim.type, one.verdict, [f.value for f in one.claim.figures]) for one in told(desk.ledger)]
    add(desk.ledger, reading(ATTACK, CONTROL, publisher="Agency", url="u", codebook="test 2"), reread=True)
    after = [(one.claim.type, one.verdict, [f.value for f in one.claim.figures]) for one in told(desk.ledger)]
    assert after == before


def test_a_corrected_claim_that_a_new_reading_misses_comes_back(desk: Desk) -> None:
    desk.correct(mark(desk, "attack"), {"killed": "43"})
    again = reading(ATTACK, CONTROL, publisher="Agency", url="u", codebook="test 2")
    add(desk.ledger, again.model_copy(update={"claims": again.claims[1:]}), reread=True)
    assert sorted(one.claim.type for one in told(desk.ledger)) == ["attack", "control"]


def test_the_chain_verifies(desk: Desk) -> None:
    desk.accept(mark(desk, "control"))
    desk.reject(mark(desk, "attack"), "a quote of a film")
    with desk.ledger.read() as connection:
        found = audit(connection)
        assert (found.reviews, found.forgotten) == (2, 0)
        assert [review.action for review in listed(connection)] == ["reject", "accept"]
        assert audit(connection, expect=found.head).head == found.head


def test_the_database_refuses_to_change_or_drop_a_review(desk: Desk) -> None:
    desk.accept(mark(desk, "control"))
    for statement in (update(reviews).values(reviewer="Else"), delete(reviews), update(reviews).values(payload="{}")):
        with pytest.raises(LedgerError, match="append-only"), desk.ledger.write() as connection:
            connection.execute(statement)


def test_a_changed_review_breaks_the_chain(desk: Desk) -> None:
    desk.accept(mark(desk, "control"))
    desk.accept(mark(desk, "attack"))
    with desk.ledger.write() as connection:
        for trigger in ("reviews_keep", "reviews_stay"):
            on = " ON reviews" if connection.dialect.name == "postgresql" else ""
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}{on}")
        connection.execute(update(reviews).where(reviews.c.id == 1).values(reviewer="Else"))
    with pytest.raises(LedgerError, match="broken at review 1"), desk.ledger.read() as connection:
        audit(connection)


def test_a_chain_cut_off_at_its_end_is_told_by_its_head(desk: Desk) -> None:
    desk.accept(mark(desk, "control"))
    with pytest.raises(LedgerError, match="cut off"), desk.ledger.read() as connection:
        audit(connection, expect="f" * 64)


def test_forgetting_a_report_leaves_a_tombstone_and_the_chain_verifies(desk: Desk) -> None:
    desk.accept(mark(desk, "attack"), "checked by phone")
    assert forget(desk.ledger, "u", "Nour", "asked by a witness") == 1
    with desk.ledger.read() as connection:
        row = connection.execute(select(reports)).one()
        assert row.text is None and row.title is None and row.forgotten and row.key
        assert connection.execute(select(claims.c.id)).first() is None
        assert connection.execute(select(bands.c.band)).first() is None
        assert [one.payload for one in listed(connection)][-1] is None
        assert "~gunmen" not in connection.execute(select(actors.c.key)).scalars().all()
        assert audit(connection).forgotten == 1
    assert check(desk.ledger) == []


def test_a_forgotten_report_does_not_come_back(desk: Desk) -> None:
    forget(desk.ledger, "u", "Nour", "")
    add(desk.ledger, reading(ATTACK, CONTROL, publisher="Agency", url="u"), reread=True)
    assert told(desk.ledger) == []


def test_what_is_taught_is_there_for_the_next_reading(desk: Desk) -> None:
    desk.teach("the Division", "actor", "mil-sy-4")
    desk.teach("the Division", "actor", "mil-sy-5")
    with desk.ledger.read() as connection:
        assert taught(connection, "actor") == {"the Division": "mil-sy-5"}


@pytest.mark.parametrize(
    "changes",
    [
        *({"colour": "red"}, {"factuality": "true"}, {"killed": "many"}, {"time": "yesterday"}, {"place": "Atlantis"}),
        *({"type": "nonsense"}, {"by": "nobody-known"}, {}),
    ],
)
def test_what_cannot_be_corrected_is_refused_and_nothing_stored(desk: Desk, changes: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        desk.correct(mark(desk, "attack"), changes)
    with desk.ledger.read() as connection:
        assert listed(connection) == []


def test_an_actor_that_only_the_register_has_gets_its_name(desk: Desk) -> None:
    desk.correct(mark(desk, "attack"), {"by": "gov-fr"})
    [found] = told(desk.ledger, types=("attack",))
    assert [item.name for item in found.claim.by] == ["Government of France"]


def test_unknown_claims_events_and_reports_are_named(desk: Desk) -> None:
    for wrong in (
        lambda: desk.accept("0123"),
        lambda: desk.split("E1", ["0123"]),
        lambda: desk.merge("E1", ["E2"]),
        lambda: forget(desk.ledger, "nowhere", "Nour", ""),
        lambda: Desk(desk.ledger, " ").accept(mark(desk, "attack")),
    ):
        with pytest.raises(UsageError):
            wrong()
