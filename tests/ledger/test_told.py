"""Queries: what is asked for comes back, as it was known then, and what had to be left out is counted."""

import pytest

from dragoman.ledger import Ledger, Query, Sketcher, Writer, answer, prepare
from dragoman.model import Reading, UsageError
from tests.ledger.made import Ground, Said, reading

SKETCHER = Sketcher()


class Bond:
    subject, kind, object = "mil-sy", "part of", "gov-sy"

    def holds(self, when: str | None) -> bool:
        return True


class Register:
    relations = (Bond(),)

    def find(self, name: str, when: str | None = None) -> None:
        return None

    def side_of(self, actor: str, when: str | None = None) -> tuple[str, ...]:
        return (actor, "mil-sy", "gov-ru") if actor == "gov-sy" else (actor,)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    readings: list[Reading] = [
        reading(
            Said(
                "attack",
                "gov-sy",
                "jaysh-al-islam",
                at="douma",
                on="2018-04-07",
                speaker="sohr",
                figures={"killed": 40},
            ),
            Said("control", "jaysh-al-islam", at="douma", on="2013", since=True),
            Said("talks", "gov-ru jaysh-al-islam", at="douma"),
            publisher="Agency",
            published="2018-04-08",
        ),
        reading(
            Said("attack", "mil-sy", at="dumayr", on="2018-04-17", speaker="media-state-sy", factuality="denied"),
            Said("takeover", "mil-sy", at="area:eastern-ghouta", on="2018-04-14", speaker="mil-sy"),
            publisher="Daily",
            published="2018-04-17",
        ),
        reading(Said("battle", "a b", at="idlib"), publisher="Nobody", published=None),
        reading(Said("attack", "~gunmen", at="harasta", on="2018-04-10"), url="u", published="2018-04-11"),
        reading(Said("killing", "~gunmen", at="harasta", on="2018-04-10"), url="u", published="2018-04-13"),
    ]
    Writer(ledger, Ground()).add([prepare(one, SKETCHER) for one in readings])
    return ledger


def types(ledger: Ledger, **asked: object) -> list[str]:
    with ledger.read() as connection:
        found = answer(connection, Query(**asked), Register())  # type: ignore[arg-type]
    return [told.claim.type for told in found.claims]


def test_all_claims_newest_first_and_only_the_last_version(filled: Ledger) -> None:
    assert types(filled) == ["attack", "takeover", "killing", "talks", "attack", "control", "battle"]


def test_a_place_takes_everything_inside_it(filled: Ledger) -> None:
    assert types(filled, place="Eastern Ghouta") == ["takeover", "killing", "talks", "attack", "control"]
    assert types(filled, place="area:eastern-qalamun") == ["attack"]


def test_an_actor_takes_its_parts(filled: Ledger) -> None:
    assert types(filled, actor="gov-sy") == ["attack", "takeover", "attack"]


def test_type_and_factuality(filled: Ledger) -> None:
    assert types(filled, types=("attack",)) == ["attack", "attack"]
    assert types(filled, factuality=("denied",)) == ["attack"]


def test_at_takes_what_held_on_that_day(filled: Ledger) -> None:
    assert types(filled, at="2018-04-07") == ["attack", "control"]
    assert types(filled, at="2015-01-01") == ["control"]


def test_what_has_no_time_is_left_out_of_a_dated_answer_and_counted(filled: Ledger) -> None:
    with filled.read() as connection:
        assert answer(connection, Query(at="2018-04-07")).undated == 1
        assert answer(connection, Query(known_by="2018-04-30")).undated == 1


def test_what_was_later_corrected_is_answered_as_it_was_known_then(filled: Ledger) -> None:
    assert types(filled, known_by="2018-04-12", place="harasta") == ["attack"]
    assert types(filled, known_by="2018-04-13", place="harasta") == ["killing"]


def test_one_speaker_one_outlet_one_side(filled: Ledger) -> None:
    assert types(filled, voice="sohr") == ["attack"]
    assert types(filled, voice="Agency") == ["talks", "control"]
    assert types(filled, voice="side:gov-sy") == ["takeover"]


def test_the_limit_says_that_there_is_more(filled: Ledger) -> None:
    with filled.read() as connection:
        found = answer(connection, Query(limit=2))
    assert (len(found.claims), found.more) == (2, True)


def test_an_answer_holds_the_words_and_their_origin(filled: Ledger) -> None:
    with filled.read() as connection:
        told = answer(connection, Query(voice="sohr")).claims[0]
    assert told.sentence == "gov-sy did attack jaysh-al-islam Douma at 2018-04-07 40 killed sohr."
    assert told.origin.label == "Agency, 2018-04-08"


@pytest.mark.parametrize(
    "asked",
    [
        {"at": "2018-4-1"},
        {"known_by": "yesterday"},
        {"place": "Atlantis"},
        {"actor": "x"},
        {"voice": "x"},
        {"factuality": ("true",)},
    ],
)
def test_what_means_nothing_is_said_in_one_line(filled: Ledger, asked: dict[str, str]) -> None:
    with pytest.raises(UsageError) as told, filled.read() as connection:
        answer(connection, Query(**asked))  # type: ignore[arg-type]
    assert "\n" not in str(told.value)
