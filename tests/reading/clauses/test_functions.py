import pytest

from dragoman.reading.clauses import functions
from dragoman.reading.language import parse


@pytest.mark.parametrize(
    ("text", "word", "function", "expected"),
    [
        ("Rebels attacked the base.", "attacked", "subj", {"Rebels"}),
        ("Rebels attacked the base.", "attacked", "obj", {"base"}),
        ("The base was attacked by rebels.", "attacked", "subj", {"rebels"}),
        ("The base was attacked by rebels.", "attacked", "obj", {"base"}),
        ("The base attacked by rebels burned.", "attacked", "obj", {"base"}),
        ("Soldiers who attacked the base fled.", "attacked", "subj", {"Soldiers"}),
        ("Rebels advanced and attacked the base.", "attacked", "subj", {"Rebels"}),
        ("Kenya was willing to withdraw its men.", "withdraw", "subj", {"Kenya"}),
        ("The rebels announced plans to storm the base.", "storm", "subj", {"rebels"}),
        ("Their decision to storm the base was late.", "storm", "subj", {"Their"}),
        ("The army and the police attacked the camp.", "attacked", "subj", {"army", "police"}),
        ("The shelling of the town went on.", "shelling", "obj", {"town"}),
        ("Troops withdrew from the city.", "withdrew", "from", {"city"}),
    ],
)
def test_words_are_found_at_their_logical_function(text, word, function, expected):
    token = next(token for token in parse(text) if token.text == word)
    assert {found.text for found in functions.at(token, function)} == expected
