import pytest

from dragoman.reading.language import parse
from dragoman.reading.mention import AttributionMention
from dragoman.reading.speakers import attribute


def read(text: str) -> list[tuple[str, str, str]]:
    return [tuple(_words(text, part) for part in (a.source, a.cue, a.content)) for a in _attributions(text)]  # type: ignore[misc]


def _attributions(text: str) -> list[AttributionMention]:
    return attribute(parse(text), [], {}, [])


def _words(text: str, ranges: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in ranges)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry said that two bridges had been hit.", ("The ministry", "said", "that two bridges had been hit")),
        (
            "According to the mayor, shells fell on the market.",
            ("the mayor", "According to", "shells fell on the market"),
        ),
        (
            "“Nobody is left in the village,” said the elder.",
            ("the elder", "said", "“Nobody is left in the village,”"),
        ),
        (
            "The rebels, the governor said, have left the port.",
            ("the governor", "said", "The rebels … have left the port"),
        ),
        ("The army denied shelling the camp.", ("The army", "denied", "shelling the camp")),
        ("The envoy called for a truce.", ("The envoy", "called for", "a truce")),
    ],
)
def test_finds_source_cue_and_content(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text)


def test_keeps_a_quotation_that_goes_on_with_its_speaker() -> None:
    text = "“They came at dawn,” said the farmer. “They burned every house in the valley.”"
    [(source, _, content)] = read(text)
    assert source == "the farmer"
    assert content == "“They came at dawn,” … “They burned every house in the valley.”"


def test_an_empty_text_has_no_attributions() -> None:
    assert attribute(parse(""), [], {}, []) == []
