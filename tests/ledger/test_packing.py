"""Packing: a claim comes back as it was, without being checked again."""

from typing import Any

from dragoman.ledger.packing import pack, unpack
from dragoman.model import Claim, Link, Span, TermItem
from tests.ledger.made import Said, reading


def claim_with_everything() -> tuple[Claim, str]:
    attack = Said("attack", "gov-sy", "~gunmen", at="douma", on="2018-04-07", speaker="sohr", figures={"killed": 40})
    made = reading(attack)
    [claim], text = made.claims, made.report.text
    said = Span.cut(text, 0, 3)
    further: dict[str, Any] = {
        "terms": [TermItem.cut(text, 0, 4, role="option"), TermItem.cut(text, 2, 4, role="or_else", by=["by.0"])],
        "by": [claim.by[0].model_copy(update={"said": said, "private": True})],
        "links": [Link(rel="same", claim="0123")],
        "loaded": ["regime"],
    }
    return claim.model_copy(update=further), text


def test_a_claim_comes_back_as_it_was() -> None:
    claim, text = claim_with_everything()
    back = unpack(pack(claim), text)
    assert back == claim and back.model_dump_json() == claim.model_dump_json()
    assert Claim.model_validate(back.model_dump()) == claim


def test_lists_are_not_shared_between_claims() -> None:
    claim, text = claim_with_everything()
    one, other = unpack(pack(claim), text), unpack(pack(claim), text)
    one.terms[0].by.append("by.1")
    assert other.terms[0].by == []


def test_without_its_text_a_claim_comes_back_blank() -> None:
    claim, _ = claim_with_everything()
    assert unpack(pack(claim), None).evidence.text.strip() == ""
