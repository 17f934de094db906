"""Ultimatums and deals are followed up from later claims; each step names its claim."""

import pytest

from dragoman.assembly.agreements import Agreement, agreements
from dragoman.assembly.deadlines import Deadline, deadlines
from dragoman.assembly.linking import link
from dragoman.ledger import Ledger, Query, Sketcher, Writer, prepare
from tests.ledger.made import Ground, Said, reading
from tests.ledger.test_told import Register

SKETCHER = Sketcher()
NOT_TOLD = "not followed: no later report tells of it in its words"
GOV, JAYSH = "gov-sy", "jaysh-al-islam"
ULTIMATUM = Said("ultimatum", "gov-sy gov-ru", JAYSH, at="dumayr", on="2018-04-16", deadline="2018-04-18")
DEAL = Said(
    "agreement", f"{GOV} {JAYSH}", at="dumayr", on="2018-04-16",
    terms=(("fighters leave", "obligation", "evacuation"), ("police come in", "obligation", "deployment"),
           ("wounded are cared for", "obligation", None)),
)  # fmt: skip


def fill(ledger: Ledger, *said: Said) -> None:
    readings = [
        reading(one, publisher=f"Outlet {at}", id=f"r{at}", published=one.on or "2018-04-17")
        for at, one in enumerate(said)
    ]
    Writer(ledger, Ground()).add([prepare(one, SKETCHER) for one in readings])
    link(ledger)


def followed(ledger: Ledger, at: str = "2018-04-25") -> Deadline:
    with ledger.read() as connection:
        [found] = deadlines(connection, Query(at=at, types=("ultimatum",)), Register())
    return found


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Said("rejection", JAYSH, GOV, at="dumayr", on="2018-04-17"), "rejected"),
        (Said("withdrawal", JAYSH, at="dumayr", role="from", on="2018-04-18"), "met"),
        (Said("agreement", f"{JAYSH} {GOV}", at="dumayr", on="2018-04-17"), "met"),
        (Said("airstrike", "gov-ru", at="dumayr", on="2018-04-19"), "carried out"),
        (Said("airstrike", "gov-ru", at="idlib", on="2018-04-19"), "lapsed"),
        (Said("airstrike", GOV, at="dumayr", on="2018-04-19", factuality="denied"), "lapsed"),
        (Said("rejection", "league", GOV, at="dumayr", on="2018-04-17"), "lapsed"),
    ],
)
def test_what_became_of_an_ultimatum(ledger: Ledger, answer: Said, state: str) -> None:
    fill(ledger, ULTIMATUM, answer)
    assert followed(ledger).fate.state == state


def test_an_ultimatum_is_open_until_its_deadline_has_passed(ledger: Ledger) -> None:
    fill(ledger, ULTIMATUM)
    assert followed(ledger, "2018-04-18").fate.state == "open"
    assert followed(ledger, "2018-04-19").fate.state == "lapsed"
    assert followed(ledger, "2018-04-19").day == "2018-04-18"


def test_the_steps_of_an_ultimatum_come_in_order_with_their_claims(ledger: Ledger) -> None:
    fill(
        ledger,
        ULTIMATUM,
        Said("rejection", JAYSH, GOV, at="dumayr", on="2018-04-17"),
        Said("shelling", GOV, JAYSH, at="dumayr", on="2018-04-19"),
    )
    fate = followed(ledger).fate
    assert [(step.what, step.claim) for step in fate.steps] == [("rejected", 2), ("carried out", 3)]


def deal(ledger: Ledger, at: str = "2018-05-30") -> Agreement:
    with ledger.read() as connection:
        return agreements(connection, Query(at=at), Register())[-1]


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ((), "announced"),
        ((Said("ceasefire", f"{GOV} {JAYSH}", at="dumayr", on="2018-04-20"),), "in force"),
        ((Said("evacuation", "", JAYSH, at="dumayr", role="from", on="2018-04-19"),), "partly carried out"),
        ((Said("violation", GOV, at="dumayr", on="2018-04-22"),), "violated"),
        ((Said("ceasefire", f"{GOV} {JAYSH}", at="dumayr", on="2018-04-28", phase="end"),), "collapsed"),
        ((Said("violation", GOV, at="idlib", on="2018-04-22"),), "announced"),
    ],
)
def test_what_became_of_a_deal(ledger: Ledger, told: tuple[Said, ...], state: str) -> None:
    fill(ledger, DEAL, *told)
    assert deal(ledger).fate.state == state


def test_a_deal_is_followed_term_by_term(ledger: Ledger) -> None:
    fill(ledger, DEAL, Said("evacuation", "", JAYSH, at="dumayr", role="from", on="2018-04-19"))
    terms = deal(ledger).terms
    assert [(term.words, term.done and term.done.claim) for term in terms] == [
        ("fighters leave", 2),
        ("police come in", None),
        ("wounded are cared for", None),
    ]


@pytest.mark.parametrize(
    ("told", "state"),
    [
        (
            Said("aid", JAYSH, at="dumayr", on="2018-04-20", words="said that wounded men were cared for by medics"),
            "done",
        ),
        (
            Said(
                "aid", JAYSH, at="dumayr", on="2018-04-20", words="said no wounded were cared for", factuality="denied"
            ),
            "reported as not done",
        ),
        (Said("aid", JAYSH, at="idlib", on="2018-04-20", words="said that wounded men were cared for"), NOT_TOLD),
        (Said("aid", "league", at="dumayr", on="2018-04-20", words="said that wounded men were cared for"), NOT_TOLD),
        (Said("aid", JAYSH, at="dumayr", on="2018-04-20", words="said that wounded men were left behind"), NOT_TOLD),
        (Said("demand", JAYSH, at="dumayr", on="2018-04-20", words="asked that wounded be cared for"), NOT_TOLD),
        (
            Said("aid", JAYSH, at="dumayr", on="2018-04-20", words="cared for wounded men", factuality="planned"),
            NOT_TOLD,
        ),
    ],
)
def test_a_term_without_a_type_is_followed_by_its_words(ledger: Ledger, told: Said, state: str) -> None:
    fill(ledger, DEAL, told)
    term = deal(ledger).terms[-1]
    assert term.state == state
    assert [step.claim for step in term.steps] == ([] if state == NOT_TOLD else [2])


def test_a_term_of_too_few_words_says_so(ledger: Ledger) -> None:
    fill(
        ledger, Said("agreement", f"{GOV} {JAYSH}", at="dumayr", on="2018-04-16", terms=(("a truce", "content", None),))
    )
    assert deal(ledger).terms[0].state == "not followed: too few words to know it by"


def test_names_of_place_and_parties_do_not_tell_of_a_term(ledger: Ledger) -> None:
    terms = ((f"{JAYSH} of Dumayr repairs bridges", "obligation", None),)
    made = Said("agreement", f"{GOV} {JAYSH}", at="dumayr", on="2018-04-16", terms=terms)
    fill(ledger, made, Said("killing", JAYSH, at="dumayr", on="2018-04-20", words="killed people"))
    assert deal(ledger).terms[0].done is None


def test_an_ultimatum_is_followed_by_the_words_of_its_terms(ledger: Ledger) -> None:
    asked = (("hand over heavy cannons", "option", None), ("the old bridges are blown up", "or_else", None))
    made = Said("ultimatum", GOV, JAYSH, at="dumayr", on="2018-04-16", deadline="2018-04-18", terms=asked)
    fill(ledger, made, Said("aid", JAYSH, at="dumayr", on="2018-04-17", words="began to hand over its heavy cannons"))
    found = followed(ledger)
    assert found.fate.state == "met" and found.fate.steps[0].claim == 2
    assert [term.state for term in found.terms] == ["done"]
    assert found.threats[0].state.startswith("not followed: no later report")


def test_what_was_told_later_is_not_known_before(ledger: Ledger) -> None:
    fill(ledger, DEAL, Said("violation", GOV, at="dumayr", on="2018-04-22"))
    assert deal(ledger, "2018-04-20").fate.state == "announced"
