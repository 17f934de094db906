import numpy as np

from dragoman.reading.language import parse
from dragoman.reading.vectors import Vectors


def near(one: str, other: str) -> float:
    vectors = Vectors.load()
    a, b = vectors.of(parse(one)[0]), vectors.of(parse(other)[0])
    return float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b)))


def test_words_of_like_meaning_are_near() -> None:
    assert near("shelling", "bombardment") > near("shelling", "harvest")


def test_an_unknown_word_is_all_zeros() -> None:
    assert not Vectors.load().of(parse("xqzzv")[0]).any()


def test_no_word_is_all_zeros() -> None:
    assert not Vectors.load().of(None).any()
