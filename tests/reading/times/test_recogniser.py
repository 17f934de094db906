import pytest

from dragoman.reading.language import parse
from dragoman.reading.mention import TimeMention
from dragoman.reading.times import recognise


def only(text: str, published: str | None = "2018-04-18") -> TimeMention:
    """The one time expression of a text."""
    found = recognise(parse(text), published)
    assert len(found) == 1, [mention.text for mention in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The convoy left on 17 April 2018.", "2018-04-17"),
        ("The convoy left on Tuesday.", "2018-04-17"),
        ("The convoy left on Wednesday.", "2018-04-18"),
        ("The talks will open on Friday.", "2018-04-20"),
        ("They have held the hill since September 2015.", "2015-09/.."),
        ("They have held the hill since 2013.", "2013/.."),
        ("Shells fell last week.", "2018-04-09/2018-04-15"),
        ("Shells fell two days ago.", "2018-04-16"),
    ],
)
def test_value(text: str, value: str) -> None:
    assert only(text).value == value


def test_the_text_keeps_its_preposition() -> None:
    mention = only("They have held the hill since 2013.")
    assert (mention.text, mention.role) == ("since 2013", "since")


def test_without_publication_a_weekday_has_no_value_but_a_reason() -> None:
    mention = only("The convoy left on Tuesday.", None)
    assert (mention.value, mention.reason) == (None, "no publication date")
