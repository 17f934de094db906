import pytest

from dragoman.reading.factuality import judge
from dragoman.reading.language import parse
from dragoman.reading.speakers import attribute


def factuality(text: str, trigger: str) -> str:
    doc = parse(text)
    token = next(token for token in doc if token.text == trigger)
    return judge(token, "attack", attribute(doc, [], {}, [])).factuality


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Rebels stormed the barracks.", "stormed", "happened"),
        ("Rebels will storm the barracks.", "storm", "planned"),
        ("Rebels may storm the barracks.", "storm", "possible"),
        ("Rebels did not storm the barracks.", "storm", "denied"),
        ("Rebels tried to storm the barracks.", "storm", "attempted"),
        ("The army denied that it had stormed the village.", "stormed", "denied"),
    ],
)
def test_judges_by_what_governs_the_trigger(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected
