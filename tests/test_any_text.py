"""Whatever the text, `dragoman.read` never raises, and what it gives is to the contract."""

import json

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.model.schema import schema

VALIDATOR = jsonschema.Draft202012Validator(schema())
PHRASES = (
    "the army|rebels|Douma|Damascus|Russia|they|its|who|which|said|denied|threatened to|according to|reportedly|"
    "attacked|captured|agreed on a settlement|were killed|bombing|evacuation|until Wednesday|since 2013|at least|"
    "on 31 February|12|1,000|dozens of|not|if|and|or|U.S.-backed|—|’s|“|”|(|)|,|.|:|;|?|…|\n|\n\n|\t|\r\n| |\u200f|"
    "\u202e|\u0301|\ud800|\0|\ufeff|🙂|ب|İ|ſ|ß|ﬁ|Ⅷ|٣|½|\"|'"
)
LOOSE = st.text(st.characters(exclude_categories=()), max_size=80)
REPORTS = st.lists(st.sampled_from(PHRASES.split("|")), max_size=40).map(" ".join)
DAYS = st.none() | st.dates().map(str).filter(lambda day: day >= "1000")


def check(text: str, published: str | None) -> None:
    reading = dragoman.read(text, published=published, layers=True)
    written = reading.to_json()
    VALIDATOR.validate(json.loads(written))
    assert len(reading.report.text) == len(text)
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)
    assert dragoman.read(text, published=published, layers=True).to_json() == written


@settings(max_examples=40, deadline=None)
@given(LOOSE, DAYS)
def test_any_characters(text: str, published: str | None) -> None:
    check(text, published)


@settings(max_examples=80, deadline=None)
@given(REPORTS, DAYS)
def test_any_heap_of_words_that_reports_use(text: str, published: str | None) -> None:
    check(text, published)
