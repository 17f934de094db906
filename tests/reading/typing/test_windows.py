import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from dragoman.reading.language import parse
from dragoman.reading.typing.triggers import TriggerScorer
from dragoman.reading.typing.windows import Windows, names
from dragoman.reading.words import Words

WORDS = ["rebels", "shelled", "the", "town", ".", "talks", "began", "quietly", "in", "Aleppo"]
NETWORK = TriggerScorer.shipped()._network


def test_two_words_on_each_side_and_the_content_words_of_the_sentence_are_named() -> None:
    words = Words(parse("Talks failed. Rebels shelled the old town."))
    index = words.lower.index("shelled")
    assert names(index, words) == ["n-2=.", "n-1=rebel", "n1=the", "n2=old", "b=rebel", "b=old", "b=town"]


def test_the_borders_of_the_text_are_marked() -> None:
    words = Words(parse("Shelling"))
    assert names(0, words)[:4] == ["n-2=#", "n-1=#", "n1=#", "n2=#"]


@given(some.lists(some.sampled_from(WORDS), min_size=1, max_size=60))
def test_sums_are_those_of_the_names(chosen: list[str]) -> None:
    words = Words(parse(" ".join(chosen)))
    indexes = list(range(len(words)))
    rows = [[NETWORK.row(name) for name in names(index, words)] for index in indexes]
    expected = np.array([NETWORK.table[each].sum(axis=0) for each in rows])
    assert np.allclose(Windows(NETWORK).sums(indexes, words), expected, atol=1e-4)
