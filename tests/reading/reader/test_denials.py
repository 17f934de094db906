import pytest
from spacy.tokens import Doc

from dragoman.reading.language import parse
from dragoman.reading.reader.denials import settle
from dragoman.reading.speakers import attribute, voice_of
from dragoman.reading.typing.draft import Draft, Role


def claims(text: str, trigger: str) -> list[Draft]:
    doc = parse(text)
    said = attribute(doc, [], {}, [])
    return settle([_draft(doc, trigger, said)], said, doc)


def _draft(doc: Doc, trigger: str, said: list) -> Draft:  # type: ignore[type-arg]
    token = next(token for token in doc if token.text == trigger)
    draft = Draft(token, token, "shelling", 1.0, token.idx, token.idx + len(token))
    draft.speakers = [Role(actor, words, level) for actor, level, words in voice_of(token, said, "shelling").speakers]
    return draft


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that rebels had shelled the port. The rebels denied it.",
        "The ministry said that rebels had shelled the port, which the rebels denied.",
        "The ministry said that rebels had shelled the port; the rebels dismissed the claim.",
    ],
)
def test_a_denial_that_points_back_is_a_claim_of_its_own(text: str) -> None:
    told, denied = claims(text, "shelled")
    assert (told.factuality, denied.factuality) == ("happened", "denied")
    assert [role.mention.text for role in denied.speakers] == ["the rebels"] or text.count("The rebels")
    assert denied.links == [("denies", told)]


def test_a_denial_with_words_of_its_own_is_left_to_the_claim_in_it() -> None:
    assert len(claims("The army denied that it had shelled the port.", "shelled")) == 1


def test_a_denial_of_nothing_said_is_no_claim() -> None:
    assert len(claims("Shells fell, denied the army.", "fell")) == 1
