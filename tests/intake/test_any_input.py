"""No bytes make an intake raise, and everything that it gives can be encoded."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import plugins
from dragoman.intake import Delivery, Failure, Note, Origin, stream

MARKS = (
    "<p>",
    "</p>",
    "<html>",
    "<!--",
    "<meta charset=utf-16>",
    "<script>",
    "---\n",
    "title: x\n",
    '{"text": "',
    '"}',
)
SIGNS = ("\\ud800", "\n", "text,id\n", '"', ",", "\0", "[", "\r", "ب\u202e")
PIECES = st.sampled_from([*(mark.encode() for mark in MARKS + SIGNS), b"\xff\xfe"])
BYTES = st.lists(PIECES | st.binary(max_size=40), max_size=12).map(b"".join)


@pytest.mark.parametrize("name", ["csv", "html", "json", "jsonl", "md", "txt", "-"])
@settings(max_examples=60, deadline=None)
@given(data=BYTES)
def test_any_bytes_give_outcomes(name: str, data: bytes) -> None:
    intake = stream.read if name == "-" else plugins.load("dragoman.intakes", name)
    for outcome in intake(io.BytesIO(data), Origin("x")):
        assert isinstance(outcome, Delivery | Failure | Note)
        if isinstance(outcome, Delivery):
            outcome.report.model_dump_json().encode("utf-8")
        elif isinstance(outcome, Failure):
            assert "\n" not in outcome.reason
