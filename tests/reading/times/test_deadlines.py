import pytest

from dragoman.reading.language import parse
from dragoman.reading.times import recognise

PUBLISHED = "2018-04-18"  # a Wednesday


def deadlines(text: str) -> list[tuple[str, str | None]]:
    return [(time.text, time.value) for time in recognise(parse(text), PUBLISHED) if time.deadline]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The army gave the fighters until Friday to leave.", [("until Friday", "../2018-04-20")]),
        ("The rebels must hand over their guns by Friday.", [("by Friday", "2018-04-20")]),
        ("The governor told the miners to go home by noon on Friday.", [("by noon on Friday", "2018-04-20")]),
        ("The two sides agreed on a truce until 30 April.", [("until 30 April", "../2018-04-30")]),
        ("The ceasefire expires on Friday.", [("on Friday", "2018-04-20")]),
        ("The general set a deadline of 25 April.", [("25 April", "2018-04-25")]),
    ],
)
def test_a_cue_makes_a_deadline(text: str, found: list[tuple[str, str]]) -> None:
    assert deadlines(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Jets struck the depot on Friday.",
        "They held the hill until 2016.",
        "By Monday the army had taken the port.",
        "He said on Tuesday that the road was open.",
    ],
)
def test_no_cue_no_deadline(text: str) -> None:
    assert deadlines(text) == []


def test_a_length_of_time_given_counts_from_the_day_told() -> None:
    text = "On Monday the army gave the fighters 72 hours to leave."
    assert deadlines(text) == [("72 hours", "2018-04-19")]


def test_within_counts_from_the_day_told() -> None:
    text = "They signed the accord on 1 March. It binds the militia to disarm within 60 days."
    assert deadlines(text) == [("within 60 days", "2018-04-30")]


def test_the_end_of_a_month_is_its_last_day() -> None:
    assert deadlines("The army gave the fighters until the end of April to leave.") == [
        ("until the end of April", "2018-04-30")
    ]
