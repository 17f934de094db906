"""One event in full: claims by speaker, figures over time, disagreements, and why each claim was linked."""

import pytest

from dragoman.assembly.assemble import assemble
from dragoman.assembly.because import because
from dragoman.assembly.coarse import coarsen, keys_of
from dragoman.assembly.detail import detail, detail_record
from dragoman.assembly.likeness import NEEDED
from dragoman.ledger import Ledger, Query, Sketcher, Writer, answer, prepare
from dragoman.ledger.reviews import Desk, event_of
from dragoman.model import UsageError
from tests.ledger.made import Ground, Said, reading
from tests.ledger.test_told import Register

SKETCHER = Sketcher()
STRIKE = {"at": "douma", "on": "2018-04-07"}
TAKEN = {"at": "douma", "on": "2018-04-14"}
SAID = (
    ("A", "2018-04-08", Said("airstrike", "gov-sy", **STRIKE, figures={"killed": 42}, speaker="sohr")),
    ("B", "2018-04-09", Said("airstrike", "gov-sy", **STRIKE, factuality="denied", speaker="gov-ru")),
    ("C", "2018-04-10", Said("airstrike", "gov-sy", **STRIKE, figures={"killed": 48}, speaker="sohr")),
    ("D", "2018-04-14", Said("takeover", "mil-sy", "jaysh-al-islam", **TAKEN, speaker="mil-sy")),
    ("E", "2018-04-14", Said("takeover", "mil-sy", **TAKEN, factuality="denied", speaker="jaysh-al-islam")),
)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    readings = [reading(said, publisher=outlet, published=day, id=outlet) for outlet, day, said in SAID]
    Writer(ledger, Ground()).add([prepare(one, SKETCHER) for one in readings])
    assemble(ledger, Register())
    return ledger


def event(ledger: Ledger, kind: str) -> str:
    with ledger.read() as connection:
        return answer(connection, Query(types=(kind,))).claims[0].event or ""


def record(ledger: Ledger, kind: str, known_by: str | None = None, coarse: bool = False) -> dict[str, object]:
    with ledger.read() as connection:
        found = detail(connection, event(ledger, kind), Query(known_by=known_by), Register())
        regions = coarsen(connection, [found.event.place_id or 0], keys_of(found.event.claims)) if coarse else None
        return detail_record(found, regions)


def test_its_claims_stand_by_speaker_and_then_by_day(filled: Ledger) -> None:
    claims = record(filled, "airstrike")["claims"]
    assert [(one["according_to"], one["source"][:1]) for one in claims] == [  # type: ignore[attr-defined]
        ("gov-ru", "B"), ("sohr", "A"), ("sohr", "C"),
    ]  # fmt: skip


def test_its_figures_are_told_by_speaker_and_over_time(filled: Ledger) -> None:
    [toll] = record(filled, "airstrike")["reported_figures"]  # type: ignore[misc]
    assert toll == {
        "what": "reported killed",
        "range": "42–48",
        "by_speaker": {"sohr": ["2018-04-08: 42", "2018-04-10: 48"]},
    }


def test_it_lists_what_its_claims_disagree_on_and_who_holds_the_place(filled: Ledger) -> None:
    assert "happened: gov-ru: denied" in str(record(filled, "airstrike")["disagreement"])
    assert "who holds it on that day" in str(record(filled, "takeover")["disagreement"])


def test_every_claim_says_why_it_was_linked(filled: Ledger) -> None:
    with filled.read() as connection:
        why = list(because(connection, event_of(connection, event(filled, "airstrike"))).values())
    assert why[0].how.startswith("the first claim")
    for one in why[1:]:
        reasons = {reason for _, reason in one.pieces}
        assert {"same day", "same place", "same type"} <= reasons and one.points >= NEEDED
        assert one.words.startswith("linked because same ")


def test_what_a_reviewer_put_there_says_so(filled: Ledger) -> None:
    with filled.read() as connection:
        mark = answer(connection, Query(types=("takeover",))).claims[0].claim.id
    Desk(filled, "Nour").link(mark, event(filled, "airstrike"))
    assemble(filled, Register())
    assert "put here by a reviewer" in str(record(filled, "airstrike")["claims"])


def test_what_was_not_known_yet_is_left_out(filled: Ledger) -> None:
    claims = record(filled, "airstrike", "2018-04-08")["claims"]
    assert [one["source"] for one in claims] == ["A, 2018-04-08"]  # type: ignore[attr-defined]
    with pytest.raises(UsageError):
        record(filled, "airstrike", "2018-04-01")


def test_it_can_be_coarse(filled: Ledger) -> None:
    shown = str(record(filled, "airstrike", coarse=True))
    assert "Douma" not in shown and "Eastern Ghouta" in shown


def test_no_such_event(filled: Ledger) -> None:
    with pytest.raises(UsageError), filled.read() as connection:
        detail(connection, "E0", Query())
