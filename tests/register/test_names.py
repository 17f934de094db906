import time

import pytest

from dragoman.register import Alias
from dragoman.register.names import NameFinder


@pytest.fixture
def finder() -> NameFinder:
    names = ["Islamic State", "IS", "NATO", "al-Nusra Front", "Front", "Houthis", "peshmerga"]
    return NameFinder([Alias(name.lower(), name) for name in names])


def found(finder: NameFinder, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in finder.find(text)]


def test_the_longest_name_wins(finder: NameFinder):
    assert found(finder, "Fighters of the al-Nusra Front left") == ["al-Nusra Front"]


def test_an_abbreviation_needs_its_capitals(finder: NameFinder):
    assert found(finder, "It is said that IS left") == ["IS"]


def test_an_abbreviation_of_four_letters_may_be_written_as_a_word(finder: NameFinder):
    assert found(finder, "Nato agreed") == ["Nato"]


def test_hyphens_accents_and_apostrophes_count_nothing(finder: NameFinder):
    assert found(finder, "Al Nusra Front and AL-NUSRA FRONT") == ["Al Nusra Front", "AL-NUSRA FRONT"]


def test_a_name_inside_a_word_is_none(finder: NameFinder):
    assert found(finder, "NATOs and Fronts") == []


def test_a_name_in_small_letters_is_found_where_it_is_written_so(finder: NameFinder):
    assert found(finder, "the peshmerga and the houthis") == ["peshmerga"]


def test_look_up_keeps_its_pace():
    finder = NameFinder([Alias(f"a{i}", f"Group Number {i} of the Coast") for i in range(5000)])
    text = "Members of Group Number 77 of the Coast met others in the town on Monday. " * 2000
    spent = []
    for _ in range(3):
        began = time.process_time()
        assert len(finder.find(text)) == 2000
        spent.append(time.process_time() - began)
    assert len(text.split()) / min(spent) > 200_000
