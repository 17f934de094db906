import pytest

from dragoman.reading.language import parse
from dragoman.reading.speakers import Voice, attribute, voice_of


def voice(text: str, trigger: str, claim_type: str = "attack") -> Voice:
    doc = parse(text)
    token = next(token for token in doc if token.text == trigger)
    return voice_of(token, attribute(doc, [], {}, []), claim_type)


def names(found: Voice) -> list[tuple[str, int]]:
    return [(actor.text, level) for actor, level, _ in found.speakers]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Rebels stormed the post.", "stormed", []),
        ("The mayor said that rebels stormed the post.", "stormed", [("The mayor", 0)]),
        ("The video shows that rebels stormed the post.", "stormed", [("The video", 0)]),
        ("The raid shows that rebels stormed the post.", "stormed", []),
        (
            "Rebels stormed the post, according to two doctors and a nurse.",
            "stormed",
            [("two doctors", 0), ("a nurse", 0)],
        ),
        (
            "State radio said the army had reported that rebels stormed it.",
            "stormed",
            [("the army", 0), ("State radio", 1)],
        ),
        (
            "The ministry quoted villagers as saying that men stormed the post.",
            "stormed",
            [("villagers", 0), ("The ministry", 1)],
        ),
        ("The governor has not said who stormed the post.", "stormed", []),
        ("Villagers blamed the militia.", "blamed", [("Villagers", 0)]),
        ("Gunmen allegedly stormed the post.", "stormed", []),
    ],
)
def test_speakers_come_nearest_first(text: str, trigger: str, expected: list[tuple[str, int]]) -> None:
    assert names(voice(text, trigger)) == expected


def test_a_speech_act_has_its_author_as_actor_and_no_speaker() -> None:
    assert names(voice("The envoy demanded a truce.", "demanded", "demand")) == []


def test_who_relays_a_speech_act_is_its_speaker() -> None:
    assert names(voice("A negotiator said that the militia demanded a ransom.", "demanded", "demand")) == [
        ("A negotiator", 0)
    ]


def test_who_denies_a_claim_is_its_speaker_and_denies() -> None:
    found = voice("The army denied that its men had stormed the post.", "stormed")
    assert (names(found), found.commitment) == ([("The army", 0)], "denies")


@pytest.mark.parametrize(
    ("verb", "commitment"),
    [("said", "says"), ("claimed", "claims"), ("confirmed", "confirms"), ("alleged", "alleges")],
)
def test_the_cue_tells_the_commitment(verb: str, commitment: str) -> None:
    assert voice(f"The ministry {verb} that rebels stormed the post.", "stormed").commitment == commitment


def test_the_report_in_its_own_voice_commits_nobody() -> None:
    assert voice("Rebels stormed the post.", "stormed").commitment is None
