from hypothesis import given
from hypothesis import strategies as st

from dragoman.register.fold import fold


@given(st.text())
def test_folding_keeps_the_length(text: str):
    assert len(fold(text)) == len(text)


@given(st.text(max_size=50))
def test_folding_twice_changes_nothing_more(text: str):
    assert fold(fold(text)) == fold(text)


def test_spellings_of_one_name_fold_alike():
    assert fold("Séléka–Rénovée") == fold("seleka-renovee")
    assert fold("Ta’ang") == fold("Ta'ang")
