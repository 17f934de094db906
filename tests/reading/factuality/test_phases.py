import pytest

from dragoman.reading.factuality.phases import phase
from dragoman.reading.language import parse


def found(text: str, trigger: str, claim_type: str) -> str | None:
    token = next(token for token in parse(text) if token.text == trigger)
    answer = phase(token, claim_type)
    return answer[0] if answer else None


@pytest.mark.parametrize(
    ("text", "trigger", "claim_type", "expected"),
    [
        ("The army launched an offensive in the valley.", "offensive", "offensive", "start"),
        ("The offensive that the army launched goes on.", "offensive", "offensive", "start"),
        ("Fighting broke out near the bridge.", "Fighting", "battle", "start"),
        ("The truce took effect at noon.", "took", "ceasefire", "start"),
        ("The army lifted its siege of the town.", "siege", "siege", "end"),
        ("The talks collapsed on Friday.", "talks", "talks", "end"),
        ("The planned strike was called off.", "strike", "protest", "end"),
        ("The rebels stopped shelling the port.", "shelling", "shelling", "end"),
        ("Jets launched missiles at the port.", "launched", "airstrike", None),
        ("The army besieged the town.", "besieged", "siege", None),
        ("The envoy demanded an end to the siege.", "demanded", "demand", None),
    ],
)
def test_begins_and_ends_by_what_governs_the_trigger(
    text: str, trigger: str, claim_type: str, expected: str | None
) -> None:
    assert found(text, trigger, claim_type) == expected
