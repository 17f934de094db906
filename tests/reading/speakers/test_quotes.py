from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.speakers.quotes import find


def held(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “go” and left.", ["“go”"]),
        ('He said "go" and left.', ['"go"']),
        ("He said ''go'' and left.", ["''go''"]),
        ("He said «go» and left.", ["«go»"]),
        ("“They said “go” and I went.”", ["“They said “go” and I went.”"]),
        ("”Go now,” he said.", ["”Go now,”"]),
        ("It is the rebels’ town and the army’s road.", []),
    ],
)
def test_finds_outermost_quotations(text: str, expected: list[str]) -> None:
    assert held(text) == expected


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    [first, second] = find("“We fled at night.\n\n“We walked.” Then silence.")
    assert (first.closed, second.closed) == (False, True)


@given(st.text(alphabet="ab .,“”\"'‘’«»\n", max_size=60))
def test_quotations_never_overlap(text: str) -> None:
    found = find(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= quote.start < quote.end <= len(text) for quote in found)
