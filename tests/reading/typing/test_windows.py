import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from dragoman.reading.coded import Coded
from dragoman.reading.keys import codes
from dragoman.reading.language import parse
from dragoman.reading.typing.triggers import TriggerScorer
from dragoman.reading.typing.windows import NEAR, lists, sums
from dragoman.reading.words import Words

WORDS = ["rebels", "shelled", "the", "town", ".", "talks", "began", "quietly", "in", "Aleppo"]
NETWORK = TriggerScorer.shipped()._network


def test_the_content_words_of_the_sentence_are_near() -> None:
    coded = Coded(Words(parse("Talks failed. Rebels shelled the old town.")))
    found = lists(np.array([coded.words.lower.index("shelled")]), coded)
    assert found[0].tolist() == NEAR.keys({"lemma": codes(["rebel", "old", "town"])})[0].tolist()


@given(some.lists(some.sampled_from(WORDS), min_size=1, max_size=60))
def test_sums_are_those_of_the_features(chosen: list[str]) -> None:
    coded = Coded(Words(parse(" ".join(chosen))))
    expected = [NETWORK.table[NETWORK.rows(near)].sum(axis=0) for near in lists(coded.index, coded)]
    assert np.allclose(sums(coded.index.tolist(), coded, NETWORK), expected, atol=1e-4)
