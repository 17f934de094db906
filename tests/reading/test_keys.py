import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from dragoman.reading.keys import FACTORS, LARGEST, Templates, code, codes, numbers, truths

PAIRS = Templates({"word": ("lemma",), "under": ("lemma", "head")})
TWO_TO_64 = 1 << 64


def test_a_code_is_the_same_everywhere() -> None:
    assert code("shelling") == 10094834506277576905


@given(some.text())
def test_every_text_has_a_code_that_fits_64_bits(text: str) -> None:
    assert 0 < code(text) < TWO_TO_64


@given(some.text(), some.text(), some.text())
def test_a_key_rests_on_the_name_and_the_values_in_their_places(name: str, one: str, other: str) -> None:
    joined = Templates({name: ("a", "b")}).keys({"a": codes([one]), "b": codes([other])})
    assert joined.tolist() == [[(code(name) + code(one) * FACTORS[0] + code(other) * FACTORS[1]) % TWO_TO_64]]


def test_the_places_of_values_count() -> None:
    one, other = codes(["army"]), codes(["shell"])
    assert PAIRS.keys({"lemma": one, "head": other})[1] != PAIRS.keys({"lemma": other, "head": one})[1]


def test_a_missing_value_leaves_out_the_features_that_join_it() -> None:
    keys = PAIRS.keys({"lemma": codes(["army", "shell"]), "head": np.array([code("shell"), 0], dtype=np.uint64)})
    assert (keys == 0).tolist() == [[False, False], [False, True]]


def test_no_examples_have_no_keys() -> None:
    assert PAIRS.keys({"lemma": codes([]), "head": codes([])}).shape == (2, 0)


def test_numbers_and_truths_have_the_codes_of_their_words() -> None:
    assert numbers([-LARGEST, 0, LARGEST]).tolist() == [code(str(-LARGEST)), code("0"), code(str(LARGEST))]
    assert truths([True, False]).tolist() == [code("True"), code("False")]
