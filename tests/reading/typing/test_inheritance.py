from dragoman.reading.language import parse
from dragoman.reading.typing.inheritance import Told, donors

DOC = parse("Rebels attacked the town. The army shelled the hills. The assault failed.")


def told(word: str, claim_type: str, sentence: int, **slots: str) -> Told:
    token = next(token for token in DOC if token.text == word)
    names = {name: frozenset([slots[name]] if name in slots else []) for name in ("by", "to", "place")}
    return Told(token, claim_type, "violence", sentence, names)


CLAIMS = [
    told("attacked", "attack", 0, by="rebels", to="the town"),
    told("shelled", "shelling", 1, by="the army"),
    told("assault", "attack", 2),
]
ITEMS = [{"by": ["rebels"], "to": ["the town"], "place": []}, {"by": ["the army"], "to": [], "place": []}, {}]


def test_the_nearest_claims_give_first() -> None:
    found = list(donors(2, "by", CLAIMS, ITEMS))
    assert [donor.items for donor in found] == [("the army",), ("rebels",), ("the town",)]


def test_places_come_from_places_alone() -> None:
    assert list(donors(2, "place", CLAIMS, ITEMS)) == []


def test_nothing_comes_from_later_claims() -> None:
    assert list(donors(0, "by", CLAIMS, ITEMS)) == []
