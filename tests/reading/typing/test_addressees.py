import pytest

from dragoman.reading.language import parse
from dragoman.reading.typing.addressees import addressee
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.fillers import fillers
from dragoman.reading.typing.scene import Scene
from dragoman.reading.words import Words


def addressed(text: str, word: str, claim_type: str, *, likely: str = "", alone: bool = True) -> str | None:
    doc = parse(text)
    trigger = next(token for token in doc if token.text == word)
    offered = {filler: 0.1 if filler.token.text == likely else 0.0 for filler in fillers(Scene(trigger, Words(doc)))}
    found = addressee(claim_type, trigger, offered, Context(doc, [], [], [], [], {}, []), alone=alone)
    return found.token.text if found else None


@pytest.mark.parametrize(
    ("text", "word", "claim_type", "name"),
    [
        ("Canberra has agreed to lend a billion dollars to Indonesia.", "agreed", "agreement", "Indonesia"),
        ("Washington threatened sanctions against Belarus.", "threatened", "threat", "Belarus"),
        ("The army launched an attack on Gaza.", "attack", "attack", "Gaza"),
        ("The union sent food for hungry people in Yemen.", "sent", "aid", "Yemen"),
    ],
)
def test_a_preposition_ties_the_addressee(text: str, word: str, claim_type: str, name: str) -> None:
    assert addressed(text, word, claim_type) == name


def test_a_likely_country_goes_before_a_tied_one() -> None:
    text = "Russia warned Georgia against ties with Turkey."
    assert addressed(text, "warned", "threat", likely="Georgia") == "Georgia"


def test_where_a_protest_is_held_is_nobody_addressed() -> None:
    assert addressed("Students marched in France.", "marched", "protest") is None


def test_both_sides_of_an_agreement_address_nobody_else() -> None:
    text = "Paris and Berlin agreed on a tax for firms from China."
    assert addressed(text, "agreed", "agreement", alone=False) is None
