import pytest

from dragoman.reading.clauses import arguments
from dragoman.reading.language import parse
from dragoman.reading.words import Words


@pytest.mark.parametrize(
    ("text", "trigger", "word", "function"),
    [
        ("Britain imposed sanctions on Belarus.", "imposed", "Belarus", "o:on"),
        ("The envoy rejected a call from Kampala.", "rejected", "Kampala", "o:from"),
        ("Australia agreed to help Indonesia.", "agreed", "Indonesia", "c:obj"),
        ("The king refused to meet with the envoy.", "refused", "envoy", "c:with"),
        ("Rebels attacked the base.", "attacked", "base", "obj"),
    ],
)
def test_arguments_of_what_a_verb_governs_are_marked(text, trigger, word, function):
    token = next(word for word in Words(parse(text)).plain if word.text == trigger)
    assert (word, function) in {(argument.token.text, argument.function) for argument in arguments(token)}
