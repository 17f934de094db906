import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from dragoman.reading.coded import Coded, Lists, among, spread
from dragoman.reading.keys import code, codes
from dragoman.reading.language import parse
from dragoman.reading.words import Words

TEXT = "The army shelled two villages on Monday. Rebels in Aleppo fled."


def coded(text: str = TEXT) -> Coded:
    return Coded(Words(parse(text)))


def test_columns_hold_the_codes_of_the_words() -> None:
    found = coded()
    assert found.lemma.tolist() == [code(lemma) for lemma in found.words.lemma]
    told = zip(found.words.lower, found.words.dep, strict=True)
    assert found.relation.tolist() == [code(lower if dep == "prep" else dep) for lower, dep in told]
    assert found.ending[2] == code("ell")


def test_the_border_of_the_text_is_marked() -> None:
    found = coded()
    assert found.padded[:3].tolist() == [code("#"), code("#"), code("the")]


def test_tokens_know_their_sentences() -> None:
    found = coded()
    assert found.sentence.tolist() == [found.words.sentence(index) for index in range(len(found.words))]


def test_depth_counts_the_governors() -> None:
    found = coded()
    assert found.depths.tolist() == [len(found.words.chain(index)) - 1 for index in range(len(found.words))]


def test_clauses_that_begin_on_the_way_down_are_counted() -> None:
    found = coded("The army said that rebels shelled Douma.")
    words = found.words.lower
    assert found.borders[[words.index("army"), words.index("said")]].tolist() == [0, 0]
    assert found.borders[[words.index("shelled"), words.index("douma")]].tolist() == [1, 1]


def test_verbs_and_commas_before_each_word_are_counted() -> None:
    found = coded("Rebels fled, troops came.")
    assert found.verbs_before.tolist() == [0, 0, 1, 1, 1, 2, 2]
    assert found.commas_before.tolist() == [0, 0, 0, 1, 1, 1, 1]


def test_numbers_and_determiners_modify() -> None:
    found = coded()
    army, villages = found.words.lower.index("army"), found.words.lower.index("villages")
    assert found.counted[[army, villages]].tolist() == [False, True]
    assert found.determiner[[army, villages]].tolist() == [code("the"), code("-")]


def test_the_first_child_in_a_relation_is_found() -> None:
    found = coded()
    shelled = found.words.lower.index("shelled")
    first = found.first_child(("dobj", "prep"))
    assert first[shelled] == found.words.lower.index("villages")
    assert first[-1] == -1


def test_prepositions_govern() -> None:
    found = coded()
    assert [found.words.lower[index] for index in found.governed] == ["monday", "aleppo"]


def test_values_are_looked_for() -> None:
    assert among(codes(["det", "punct", "prep"]), ("prep", "det")).tolist() == [True, False, True]


@given(some.lists(some.integers(0, 4), max_size=8))
def test_members_are_counted_run_by_run(lengths: list[int]) -> None:
    owners, places = spread(np.array(lengths, dtype=np.intp))
    told = [(owner, place) for owner, length in enumerate(lengths) for place in range(length)]
    assert list(zip(owners.tolist(), places.tolist(), strict=True)) == told


@given(
    some.dictionaries(some.integers(0, 5), some.lists(some.text(max_size=2), max_size=3)),
    some.lists(some.integers(0, 5)),
)
def test_lists_give_the_members_of_their_owners(lists: dict[int, list[str]], asked: list[int]) -> None:
    found = Lists(lists, 6)
    at, places = found.of(np.array(asked, dtype=np.intp))
    told = [(place, value) for place, owner in enumerate(asked) for value in lists.get(owner, [])]
    assert list(zip(at.tolist(), (found.members[place] for place in places), strict=True)) == told
    assert list(found.lists()) == [lists.get(owner, []) for owner in range(6)]
