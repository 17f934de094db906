import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.figures.numbers import is_number_word, value_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twelve", 12),
        ("350,000", 350_000),
        ("1.5 million", 1_500_000),
        ("two hundred and ten", 210),
        ("twenty-one", 21),
        ("three dozen", 36),
        ("half", None),
        ("dozens", None),
        ("tens of thousands", None),
    ],
)
def test_values(words: str, value: int | None) -> None:
    assert value_of(words.split()) == value


@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_words_have_a_value_or_none(words: list[str]) -> None:
    value = value_of(words)
    assert value is None or value >= 0


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_with_commas_keep_their_value(number: int) -> None:
    assert is_number_word(f"{number:,}")
    assert value_of([f"{number:,}"]) == number
