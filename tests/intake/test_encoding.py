"""Bytes become text, and a guessed encoding is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake.encoding import decode

SENTENCE = "Rebels left the town on Tuesday, said the army’s spokesman – a major – in the café."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_and_utf_8_texts_need_no_warning(encoding: str) -> None:
    decoded = decode(SENTENCE.encode(encoding))
    assert decoded is not None
    assert decoded.text == SENTENCE
    assert decoded.warnings == ()


@pytest.mark.parametrize(
    ("encoding", "named"), [("cp1252", "windows-1252"), ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be")]
)
def test_guessed_encoding_is_named(encoding: str, named: str) -> None:
    decoded = decode(SENTENCE.encode(encoding))
    assert decoded is not None
    assert decoded.text == SENTENCE
    assert decoded.warnings == (f"read as {named}, which was guessed from the bytes",)


def test_detector_is_asked_where_most_bytes_are_not_ascii() -> None:
    russian = "Военные сообщили в понедельник, что город перешёл под контроль правительства. " * 5
    decoded = decode(russian.encode("cp1251"))
    assert decoded is not None
    assert decoded.guessed
    assert decoded.text == russian


def test_declared_encoding_is_tried_before_any_guess() -> None:
    decoded = decode("Łódź".encode("iso-8859-2"), declared="ISO-8859-2")
    assert decoded is not None
    assert (decoded.text, decoded.guessed) == ("Łódź", False)


def test_unknown_declared_encoding_does_no_harm() -> None:
    decoded = decode(b"caf\xe9", declared="no-such-thing")
    assert decoded is not None
    assert decoded.encoding


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8, b"PK\x03\x04\x14\0\0\0" * 50]
)
def test_binary_data_are_no_text(data: bytes) -> None:
    assert decode(data) is None


@given(st.binary(max_size=600))
def test_never_raises(data: bytes) -> None:
    decode(data)


@given(st.text())
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    decoded = decode(b"\xef\xbb\xbf" + text.encode())
    assert decoded is not None
    assert decoded.text == text
