import pytest

from dragoman.reading.clauses import arguments
from dragoman.reading.language import parse


def functions(text: str, word: str) -> set[tuple[str, str]]:
    doc = parse(text)
    token = next(token for token in doc if token.text == word)
    return {(argument.function, argument.token.text) for argument in arguments(token)}


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("The army shelled the village.", "shelled", {("subj", "army"), ("obj", "village")}),
        ("The village was shelled by the army.", "shelled", {("subj", "army"), ("obj", "village")}),
        ("The gunmen who stormed the base fled.", "stormed", {("subj", "gunmen"), ("obj", "base")}),
        ("Soldiers entered the town, killing two men.", "killing", {("subj", "Soldiers"), ("obj", "men")}),
        ("The rebels agreed to leave the town.", "leave", {("subj", "rebels"), ("obj", "town")}),
        ("The army forced the rebels to leave.", "leave", {("subj", "rebels")}),
        ("The army attacked and captured the hill.", "captured", {("subj", "army"), ("obj", "hill")}),
        ("Troops trapped by the militia surrendered.", "trapped", {("subj", "militia"), ("obj", "Troops")}),
        ("Residents fled from the city to the hills.", "fled", {("subj", "Residents"), ("from", "city")}),
    ],
)
def test_arguments_of_verbs(text: str, word: str, wanted: set[tuple[str, str]]) -> None:
    assert wanted <= functions(text, word)


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("The army's attack on the port failed.", "attack", {("poss", "army"), ("on", "port")}),
        ("The army launched an offensive.", "offensive", {("v:dobj:subj", "army")}),
        ("Talks between the sides resumed.", "Talks", {("between", "sides")}),
    ],
)
def test_arguments_of_event_nouns(text: str, word: str, wanted: set[tuple[str, str]]) -> None:
    assert wanted <= functions(text, word)


def test_each_token_is_an_argument_once() -> None:
    doc = parse("The army that shelled the village denied that it had shelled the village.")
    for token in doc:
        found = [argument.token.i for argument in arguments(token)]
        assert len(found) == len(set(found))
