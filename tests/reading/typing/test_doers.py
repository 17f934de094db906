import pytest

from dragoman.reading.coded import Coded
from dragoman.reading.language import parse
from dragoman.reading.typing.doers import doers
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
    found = doers(Coded(Words(doc)))[next(token.i for token in doc if token.text == word)]
    assert (doc[int(found)].text if found >= 0 else None) == doer


def test_a_word_is_not_its_own_actor() -> None:
    assert doers(Coded(Words(parse("A raid by the army failed."))))[4] == -1
