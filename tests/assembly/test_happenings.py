"""Events as answers: claims side by side, figures as ranges, disagreements named, nobody said to be right."""

import pytest

from dragoman.assembly.corrections import corrections
from dragoman.assembly.happenings import Event, happenings
from dragoman.assembly.linking import link
from dragoman.assembly.tolls import shown
from dragoman.ledger import Ledger, Query, Sketcher, Writer, prepare
from dragoman.ledger.days import day
from tests.ledger.made import Ground, Said, reading

SKETCHER = Sketcher()


def strike(
    by: str, killed: int | None = None, speaker: str = "", factuality: str = "happened", on: str = "2018-04-07"
) -> Said:
    figures = {"killed": killed} if killed else {}
    return Said("airstrike", by, at="douma", on=on, speaker=speaker, figures=figures, factuality=factuality)


def fill(ledger: Ledger, *told: tuple[str, str, Said]) -> None:
    readings = [reading(said, publisher=outlet, published=when, url=f"{outlet}/1") for outlet, when, said in told]
    Writer(ledger, Ground()).add([prepare(one, SKETCHER) for one in readings])
    link(ledger)


def events(ledger: Ledger, **asked: str) -> list[Event]:
    with ledger.read() as connection:
        return happenings(connection, Query(**asked)).events  # type: ignore[arg-type]


@pytest.fixture
def disputed(ledger: Ledger) -> Ledger:
    fill(
        ledger,
        ("A", "2018-04-08", strike("gov-sy", 42, "white-helmets")),
        ("B", "2018-04-09", strike("gov-sy", 70)),
        ("C", "2018-04-10", strike("gov-sy", speaker="gov-ru", factuality="denied")),
        ("D", "2018-04-11", strike("jaysh-al-islam", 40, speaker="media-state-sy")),
    )
    return ledger


def test_an_event_has_all_its_claims_side_by_side(disputed: Ledger) -> None:
    [event] = events(disputed)
    assert [told.origin.publisher for told in event.claims] == ["A", "B", "C", "D"] and event.sources == 4


def test_figures_are_a_range_by_speaker(disputed: Ledger) -> None:
    [toll] = events(disputed)[0].tolls
    assert (toll.what, toll.low, toll.high) == ("killed", 40, 70)
    assert [(one.speaker, one.last.low) for one in toll.speakers] == [
        ("B", 70),
        ("media-state-sy", 40),
        ("white-helmets", 42),
    ]


def test_disagreements_are_named_with_who_says_what(disputed: Ledger) -> None:
    found = {one.matter: dict(one.says) for one in events(disputed)[0].disputes}
    assert found["blame"] == {"white-helmets": "gov-sy", "B": "gov-sy", "media-state-sy": "jaysh-al-islam"}
    assert found["happened"]["gov-ru"] == "denied"
    assert found["killed (reported)"]["B"] == "70"


def test_known_by_takes_away_what_was_told_later(disputed: Ledger) -> None:
    [event] = events(disputed, known_by="2018-04-08")
    assert [told.origin.publisher for told in event.claims] == ["A"] and event.disputes == ()


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(None, None, "unknown"), (3, 3, "3"), (3, None, "at least 3"), (None, 9, "up to 9"), (1200, 1300, "1,200–1,300")],
)
def test_a_range_in_words(low: int | None, high: int | None, words: str) -> None:
    assert shown(low, high) == words


def test_a_copy_is_no_second_source(ledger: Ledger) -> None:
    filler = (
        "The road to the north stayed closed for a third day while trucks with flour waited in a line at the post.\n"
    )
    said = strike("gov-sy", 42)
    readings = [reading(said, publisher=name, url=name, filler=filler) for name in ("Agency", "Daily")]
    Writer(ledger, Ground()).add([prepare(one, SKETCHER) for one in readings])
    link(ledger)
    [event] = events(ledger)
    assert (len(event.claims), event.sources) == (2, 1)


def test_a_source_that_corrects_itself_is_told_with_what_it_moves(ledger: Ledger) -> None:
    fill(ledger, ("A", "2018-04-08", strike("gov-sy", 42)), ("B", "2018-04-08", strike("gov-sy", 41)))
    fill(ledger, ("A", "2018-04-10", strike("gov-sy", 25)))
    with ledger.read() as connection:
        [found] = corrections(connection, day("2018-04-09") or 0, day("2018-04-11") or 0)
    assert found.changes == ("airstrike, Douma: reported killed 42 → 25",)
    [event] = events(ledger)
    assert found.moves == (event.key,) and event.tolls[0].low == 25
    [then] = events(ledger, known_by="2018-04-09")
    assert (then.tolls[0].low, then.tolls[0].high) == (41, 42)
