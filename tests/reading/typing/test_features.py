import pytest

from dragoman.reading.language import parse
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.features import actor, features
from dragoman.reading.words import Words


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Russian jets renewed their bombardment of Idlib.", "bombardment", "jets"),
        ("The rebels fired rockets and killed three.", "killed", "rebels"),
        ("Police used clubs to disperse protesters.", "disperse", "Police"),
        ("The town was seized by rebels who burned houses.", "burned", "rebels"),
        ("A raid by the army failed.", "raid", "army"),
        ("The town was seized on Monday.", "seized", None),
    ],
)
def test_who_acts_is_found_above_a_word_too(text: str, word: str, doer: str | None) -> None:
    doc = parse(text)
    found = actor(next(token.i for token in doc if token.text == word), Words(doc))
    assert (doc[found].text if found is not None else None) == doer


def test_a_word_is_not_its_own_actor() -> None:
    doc = parse("A raid by the army failed.")
    assert actor(4, Words(doc)) is None


def test_features_name_the_word_its_actor_and_its_neighbours() -> None:
    doc = parse("Jets bombed the port.")
    named = features(doc[1], Context(doc, [], [], [], [], {}, []))
    assert {"l=bomb", "a=jet", "la=bomb|jet", "c=dobj|port", "n1=the", "b=port"} <= set(named)
