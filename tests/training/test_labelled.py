"""Our labelled passages: their form, its checks, and the passages themselves."""

from pathlib import Path

import pytest

from dragoman.model.errors import InputError
from training import labelled

PASSAGES = Path(labelled.__file__).with_name("passages")
TEXT = """=== market-01 | 2024-03-11 | Wire
Gunmen ambushed a convoy near Gwoza on Tuesday, police said; at least 12 soldiers died.
---
{}
"""
CLAIM = (
    "attack | ambushed | by: Gunmen | to: a convoy; at least 12 soldiers | place: near Gwoza "
    "| time: on Tuesday = 2024-03-05 | speaker: police | fig: at least 12 = >12 killed"
)


def read(folder: Path, *claims: str) -> labelled.Row:
    (folder / "market.txt").write_text(TEXT.format("\n".join(claims)), encoding="utf-8")
    return labelled.rows(folder)[0]


def test_a_claim_line_becomes_the_gold_form(tmp_path: Path) -> None:
    claim = read(tmp_path, CLAIM)["claims"][0]
    assert claim["place"] == [{"text": "Gwoza", "role": "near"}]
    assert claim["time"] == [{"text": "on Tuesday", "value": "2024-03-05"}]
    assert claim["figures"] == [{"text": "at least 12", "value": None, "low": 12, "high": None, "what": "killed"}]
    assert (claim["factuality"], claim["phase"], claim["same_as"]) == ("happened", None, None)


def test_a_later_mention_points_to_the_earlier_claim(tmp_path: Path) -> None:
    assert read(tmp_path, CLAIM, "attack | died | same: 1")["claims"][1]["same_as"] == "c1"


@pytest.mark.parametrize(
    "line",
    [
        "raid | ambushed",
        "attack | stormed",
        "attack | ambushed#2",
        "attack | ambushed | by: Bandits",
        "attack | ambushed | place: in Gwoza",
        "attack | ambushed | time: on Tuesday = Tuesday",
        "attack | ambushed | fig: at least 12",
        "attack | ambushed | fact: perhaps",
        "attack | ambushed | same: 1",
        "attack | ambushed | wher: Gwoza",
    ],
)
def test_a_wrong_line_is_refused_with_its_passage(tmp_path: Path, line: str) -> None:
    with pytest.raises(InputError, match="market-01: claim 1"):
        read(tmp_path, line)


def test_our_passages_keep_the_form() -> None:
    found = labelled.rows(PASSAGES)
    assert {claim["type"] for row in found for claim in row["claims"]} <= set(labelled.FORM["types"])


def test_evidence_stands_where_the_passage_says() -> None:
    for passage in labelled.load(PASSAGES):
        assert all(passage.text[c.start : c.end] == c.label["evidence"] for c in passage.claims)
