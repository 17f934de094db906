"""Full text: words and phrases find reports and the claims in the sentences around them."""

import pytest

from dragoman.ledger import Hit, Ledger, Query, Sketcher, Writer, prepare, search
from dragoman.ledger.reviews import Desk
from tests.ledger.made import Ground, Said, reading


@pytest.fixture
def hits(ledger: Ledger) -> Ledger:
    sketcher = Sketcher()
    readings = [
        reading(
            Said("siege", "a", words="tightened the siege"),
            Said("talks", "b"),
            publisher="One",
            filler="Café de Douma.\n",
        ),
        reading(Said("siege", "a", words="lifted the siege"), publisher="Two", published="2018-05-01"),
    ]
    Writer(ledger, Ground()).add([prepare(one, sketcher) for one in readings])
    return ledger


def found(ledger: Ledger, words: str, known_by: str | None = None, **asked: object) -> list[Hit]:
    with ledger.read() as connection:
        return search(connection, words, Query(known_by=known_by, **asked))  # type: ignore[arg-type]


def test_all_words_must_stand_in_the_report(hits: Ledger) -> None:
    assert [hit.origin.publisher for hit in found(hits, "siege")] == ["Two", "One"]
    assert [hit.origin.publisher for hit in found(hits, "siege tightened")] == ["One"]


def test_a_rejected_claim_is_left_out(hits: Ledger) -> None:
    [claim] = found(hits, "lifted")[0].claims
    Desk(hits, "Nour").reject(claim.claim.id)
    assert found(hits, "lifted")[0].claims == []


def test_a_phrase_in_quotes(hits: Ledger) -> None:
    assert [hit.origin.publisher for hit in found(hits, '"lifted the siege"')] == ["Two"]
    assert found(hits, '"siege the lifted"') == []


def test_a_hit_brings_the_claims_whose_sentence_holds_a_word(hits: Ledger) -> None:
    [hit] = found(hits, "tightened")
    assert [told.claim.type for told in hit.claims] == ["siege"] and "tightened" in hit.passage


@pytest.mark.parametrize(
    ("asked", "outlets"),
    [
        ({"types": ("talks",)}, ["One"]),
        ({"actor": "a"}, ["Two", "One"]),
        ({"actor": "b"}, ["One"]),
        ({"at": "2018-04-30"}, []),
        ({"factuality": ("denied",)}, []),
    ],
)
def test_only_reports_that_make_such_a_claim(hits: Ledger, asked: dict[str, object], outlets: list[str]) -> None:
    assert [hit.origin.publisher for hit in found(hits, "siege", **asked)] == outlets


def test_known_by_leaves_later_reports_out(hits: Ledger) -> None:
    assert [hit.origin.publisher for hit in found(hits, "siege", "2018-04-20")] == ["One"]


@pytest.mark.parametrize("words", ["", '"', "NEAR(", "a AND", "*", "x:y", "'; DROP TABLE reports; --"])
def test_odd_words_are_words(hits: Ledger, words: str) -> None:
    assert found(hits, words) == []
