import numpy as np

from dragoman.reading.language import parse
from dragoman.reading.vectors import Vectors
from dragoman.reading.words import Words


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


def test_the_words_of_a_text_have_their_rows_and_no_word_the_last() -> None:
    vectors, words = Vectors.load(), Words(parse("Rebels fled."))
    rows = vectors.rows(words)
    assert rows.tolist() == [*map(vectors.row, words.lemma, words.lower), vectors.unknown]
    assert vectors.rows(words) is rows
