"""Long reports are read in parts and put together as if they had been read whole."""

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.model import Reading
from dragoman.model.schema import schema
from dragoman.reading.reader.parts import cut, join

FIRST = "Rebels withdrew from Douma on Tuesday, the regime said.\n"
SECOND = "The Syrian army captured the town of Dumayr. It said that 12 fighters had been killed there."


@given(st.text(), st.integers(2, 30))
def test_parts_are_the_text(text: str, longest: int) -> None:
    parts = list(cut(text, longest))
    assert "".join(part for _, part in parts) == text
    assert all(text[start : start + len(part)] == part for start, part in parts)
    assert all(0 < len(part) <= longest for _, part in parts) or text == ""


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("one two\nthree four", "one two\n"),
        ("one two. three", "one two. "),
        ("onetwo threefour", "onetwo "),
        ("a" * 20, "a" * 12),
    ],
)
def test_cut_prefers_line_breaks_then_sentences_then_spaces(text: str, first: str) -> None:
    assert next(cut(text, 12))[1] == first


@pytest.fixture(scope="module")
def whole() -> Reading:
    parts = [dragoman.read(text, published="2018-04-04", layers=True) for text in (FIRST, SECOND)]
    return join(FIRST + SECOND, [0, len(FIRST)], parts)


def test_joined_reading_is_to_the_contract(whole: Reading) -> None:
    jsonschema.validate(json.loads(whole.to_json()), schema())
    assert Reading.model_validate_json(whole.to_json()).report.text == FIRST + SECOND


def test_claims_of_all_parts_keep_their_order_and_have_ids_of_their_own(whole: Reading) -> None:
    starts = [claim.evidence.start for claim in whole.claims]
    assert starts == sorted(starts)
    assert starts[0] < len(FIRST) <= starts[-1]
    assert len({claim.id for claim in whole.claims}) == len(starts)


def test_links_lead_to_claims_of_the_whole(whole: Reading) -> None:
    ids = {claim.id for claim in whole.claims}
    assert {link.claim for claim in whole.claims for link in claim.links} <= ids


def test_reader_is_told_of_the_parts(whole: Reading) -> None:
    assert whole.warnings == ["a long report, read in 2 parts: mentions in different parts are not linked"]


def test_hash_and_contested_terms_are_those_of_the_whole(whole: Reading) -> None:
    assert whole.report.sha256 == dragoman.Report(id="x", text=FIRST + SECOND).sha256
    assert "regime" in {term.term for term in whole.report.loaded}


def test_same_claims_twice_in_a_report_are_two() -> None:
    part = dragoman.read(FIRST)
    twice = join(FIRST * 2, [0, len(FIRST)], [part, part])
    assert len({claim.id for claim in twice.claims}) == 2 * len(part.claims) > 0
