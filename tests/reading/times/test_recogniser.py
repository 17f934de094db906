import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.language import load, parse
from dragoman.reading.mention import TimeMention
from dragoman.reading.times import recognise

PUBLISHED = "2018-04-18"  # a Wednesday


def times(text: str, published: str | None = PUBLISHED) -> list[TimeMention]:
    return recognise(parse(text), published)


def only(text: str, published: str | None = PUBLISHED) -> TimeMention:
    found = times(text, published)
    assert len(found) == 1, [mention.text for mention in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The convoy left on 17 April 2018.", "2018-04-17"),
        ("The convoy left on April 17th, 2018.", "2018-04-17"),
        ("The convoy left on Tuesday, 17 April.", "2018-04-17"),
        ("The convoy left on 2018-04-17.", "2018-04-17"),
        ("The convoy left on 17/4/2018.", "2018-04-17"),
        ("The war began in March 2011.", "2011-03"),
        ("The town fell in late 2016.", "2016"),
        ("The town fell in 2016.", "2016"),
        ("The city was founded in 480 BC.", "-0479"),
        ("The dynasty ruled in the 1930s.", "193X"),
        ("The fort dates from the 19th century.", "18XX"),
        ("The offensive came in the spring of 2017.", "2017-03/2017-05"),
        ("Output fell in the third quarter of 2017.", "2017-07/2017-09"),
        ("Rebels took the hill in December.", "2017-12"),
        ("Rebels took the hill on 3 April.", "2018-04-03"),
        ("The party was banned around 1950.", "1950~"),
    ],
)
def test_a_date_is_as_exact_as_it_is_told(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Shells fell last week.", "2018-04-09/2018-04-15"),
        ("Shells fell this week.", "2018-04-16/2018-04-22"),
        ("Shells fell last month.", "2018-03"),
        ("Shells fell last year.", "2017"),
        ("Shells fell two days ago.", "2018-04-16"),
        ("Shells fell three years ago.", "2015"),
        ("Shells fell yesterday.", "2018-04-17"),
        ("Shells fell last night.", "2018-04-17"),
        ("Shells fell overnight.", "2018-04-17/2018-04-18"),
        ("Shells fell at the weekend.", "2018-04-14/2018-04-15"),
        ("Shells fell early today.", "2018-04-18"),
        ("Thousands have fled over the past two months.", "2018-02/2018-04"),
    ],
)
def test_a_relative_date_counts_from_publication(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Jets struck the depot on Friday.", "2018-04-13"),
        ("The envoys will meet on Friday.", "2018-04-20"),
        ("The next round is set for Friday.", "2018-04-20"),
        ("The truce expires on Friday.", "2018-04-20"),
        ("Jets struck the depot on Wednesday.", "2018-04-18"),
        ("Jets struck the depot in November.", "2017-11"),
        ("The envoys will meet in November.", "2018-11"),
        ("Jets struck the depot last Friday.", "2018-04-13"),
    ],
)
def test_direction_follows_tense_and_cue(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "words", "value", "role"),
    [
        ("They have held the hill since 2013.", "since 2013", "2013/..", "since"),
        ("They have held the hill since September 2015.", "since September 2015", "2015-09/..", "since"),
        ("They held the hill until 2016.", "until 2016", "../2016", "until"),
        ("They took the hill before 2016.", "before 2016", "2016", "before"),
        ("They took the hill by late May 2016.", "by late May 2016", "2016-05", "by"),
        ("They fought throughout 2016.", "throughout 2016", "2016", "during"),
    ],
)
def test_the_preposition_stays_in_the_text_and_gives_the_role(text: str, words: str, value: str, role: str) -> None:
    mention = only(text)
    assert (mention.text, mention.value, mention.role) == (words, value, role)


def test_since_has_no_latest_and_until_no_earliest_day() -> None:
    since, until = only("They have held it since 2013."), only("They held it until 2016.")
    assert (since.earliest, since.latest) == ("2013-01-01", None)
    assert (until.earliest, until.latest) == (None, "2016-12-31")


def test_late_narrows_the_earliest_day_and_leaves_the_value() -> None:
    mention = only("The town fell in late 2016.")
    assert (mention.value, mention.earliest, mention.latest) == ("2016", "2016-09-01", "2016-12-31")


def test_the_same_day_follows_what_was_told() -> None:
    first, second = times("Guards shot a man on Friday. The same day a crowd burned their post.")
    assert (first.value, second.value) == ("2018-04-13", "2018-04-13")


def test_two_days_later_counts_from_what_was_told() -> None:
    assert times("A truce began on 3 March. Two days later it broke down.")[1].value == "2018-03-05"


def test_in_a_history_the_next_day_follows_the_last_day_told() -> None:
    told = (
        "In 1936 the army rose. In 1937 it held the north. In 1938 it reached the sea. In 1939 the war ended. "
        "On 28 March 1939 the capital fell. The next day three cities gave up."
    )
    assert times(told)[-1].value == "1939-03-29"


def test_in_a_history_a_month_takes_the_year_told() -> None:
    told = "In 1936 the army rose. In 1937 it held the north. In 1938, 1939 and 1940 it won. In March 1941 it lost."
    assert times(told + " In May it fled.")[-1].value == "1941-05"


def test_two_days_after_something_tells_the_time_of_that_too() -> None:
    mention = times("On Friday, two days after the vote, soldiers seized the radio.")[-1]
    assert (mention.value, mention.event) == ("2018-04-13", "2018-04-11")


@pytest.mark.parametrize(
    "text",
    [
        "They may leave.",
        "Troops march on the city.",
        "The fall of the city was quick.",
        "Fire killed 2003 sheep.",
        "The T-55 tank burned.",
        "A spokesman said so for the second time.",
    ],
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert [mention.text for mention in times(text) if mention.value] == []


def test_a_clock_time_is_kept_beside_the_day() -> None:
    mention = only("The blast came at 6.30 p.m. on Tuesday.")
    assert (mention.value, mention.clock, mention.kind) == ("2018-04-17", "18:30", "time")


def test_a_zone_is_told_as_its_distance_from_utc() -> None:
    assert only("The truce began at 14:00 GMT.").clock == "14:00+00:00"


def test_without_publication_a_weekday_has_no_value_but_a_reason() -> None:
    mention = only("The convoy left on Tuesday.", None)
    assert (mention.value, mention.reason) == (None, "no publication date")


def test_a_dateline_stands_in_for_publication_and_is_marked() -> None:
    _, tuesday = times("DAMASCUS, April 18, 2018 (Wire) - The convoy left on Tuesday.", None)
    assert (tuesday.value, tuesday.inferred) == ("2018-04-17", True)


@pytest.mark.parametrize(
    "text",
    [
        "It happened on 29 February 2017.",
        "It happened on 31 April 2017.",
        "It happened on 3/4/2018.",
        "It happened on Independence Day.",
        "It lasted for dozens of days.",
    ],
)
def test_what_cannot_be_placed_has_a_reason(text: str) -> None:
    assert [(mention.value, bool(mention.reason)) for mention in times(text)] == [(None, True)]


@pytest.mark.parametrize("text", ["In the year 0 it was quiet.", "It was 32 May.", "It cost 9999."])
def test_no_value_is_made_up_for_what_is_no_date(text: str) -> None:
    assert [mention.value for mention in times(text) if mention.value] == []


def test_a_year_far_ahead_is_kept() -> None:
    assert only("It ends on 31 December 9998.").value == "9998-12-31"


@pytest.mark.parametrize("text", ["32 May", "in the year 0", "17 April 201818 April 2018", "April 17April 18", "12:99"])
def test_nonsense_is_read_without_an_error(text: str) -> None:
    assert all(mention.value or mention.reason for mention in times(text))


HEAP = ["3", "17", "32", "99", "2018", "0", "May", "april", "Tuesday", "the", "last", "next", "week", "of", "to", "ago"]
MARKS = ["-", "/", ":", "since", "early", "two", "after", "p.m.", "BC", "Eid", ",", "\n"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(HEAP + MARKS)))
def test_any_heap_of_time_words_gives_values_or_reasons_on_true_spans(words: list[str]) -> None:
    text = " ".join(words)
    for mention in recognise(load().make_doc(text), PUBLISHED):
        assert text[mention.start : mention.end] == mention.text
        assert mention.value or mention.reason


@settings(max_examples=100, deadline=None)
@given(st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2999, 12, 31)))
def test_every_full_date_is_read_back(when: datetime.date) -> None:
    text = f"It happened on {when.day} {when:%B} {when.year}."
    assert [mention.value for mention in recognise(load().make_doc(text), None)] == [when.isoformat()]


def test_ten_thousand_dates_in_one_text_are_all_read() -> None:
    doc = load().make_doc("Seen on 17 April 2018. " * 10_000)
    assert {mention.value for mention in recognise(doc, PUBLISHED)} == {"2018-04-17"}
