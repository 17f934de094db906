import numpy as np

from dragoman.reading.coded import Coded
from dragoman.reading.keys import code
from dragoman.reading.language import parse
from dragoman.reading.pairs import Pairs
from dragoman.reading.words import Words

TEXT = "The army shelled Douma. Rebels fled."


def pairs() -> Pairs:
    """Two happenings, the second with a word of its own sentence and one of the sentence before."""
    happenings = [(2, "shelling"), (6, "displacement")]
    return Pairs(happenings, [1, 2], np.array([1, 5, 1]), np.array([0, 0, 1]), Coded(Words(parse(TEXT))))


def test_each_word_stands_beside_the_trigger_that_it_is_near() -> None:
    found = pairs()
    assert found.owner.tolist() == [0, 1, 1]
    assert found.trigger.tolist() == [2, 6, 6]
    assert found.types.tolist() == [code("shelling"), code("displacement"), code("displacement")]


def test_values_count_within_the_sentence_or_beyond_it() -> None:
    values = np.array([1, 2, 3], dtype=np.uint64)
    assert pairs().within(values).tolist() == [1, 2, 0]
    assert pairs().beyond(values).tolist() == [0, 0, 3]
