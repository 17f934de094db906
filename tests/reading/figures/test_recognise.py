import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.figures import recognise
from dragoman.reading.language import parse


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Twelve people were killed.", ("Twelve", 12, None, None)),
        ("At least 40 civilians died.", ("At least 40", None, 40, None)),
        ("Up to 300 fighters left.", ("Up to 300", None, None, 300)),
        ("About 2,500 families fled.", ("About 2,500", 2500, None, None)),
        ("Between 10 and 20 soldiers were hurt.", ("Between 10 and 20", None, 10, 20)),
        ("Dozens of villagers were seized.", ("Dozens", None, None, None)),
    ],
)
def test_counts_with_their_bounds(text: str, wanted: tuple) -> None:
    found = [(figure.text, figure.value, figure.low, figure.high) for figure in recognise(parse(text))]
    assert found == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 2016.",
        "The shell fell 40 km from the town.",
        "The fine was $300.",
        "Support fell by 20 percent.",
        "Resolution 2254 was adopted.",
    ],
)
def test_what_counts_no_people_or_units_is_no_figure(text: str) -> None:
    assert recognise(parse(text)) == []


@pytest.mark.parametrize(
    ("text", "cumulative"),
    [
        ("The fighting has killed 300 people so far.", True),
        ("The death toll rose to 45.", True),
        ("The blast killed three people.", False),
    ],
)
def test_running_totals_are_marked(text: str, cumulative: bool) -> None:
    assert [figure.cumulative for figure in recognise(parse(text))] == [cumulative]


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="0123456789 ,.-aotenhudr", max_size=60))
def test_any_text_gives_figures_that_hold_their_words(text: str) -> None:
    assert all(text[figure.start : figure.end] == figure.text for figure in recognise(parse(text)))
