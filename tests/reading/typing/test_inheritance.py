from dragoman.reading.language import parse
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.inheritance import Inheritance, Told, donors

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


def test_claims_asked_together_take_what_they_take_alone() -> None:
    chooser, context = Inheritance.shipped(), Context(DOC, [], [], [], [], {}, [])
    offered = [{slot: list(donors(at, slot, CLAIMS, ITEMS)) for slot in ("by", "to")} for at in (1, 2)]
    alone = [chooser.choose([CLAIMS[at]], [offers], context)[0] for at, offers in zip((1, 2), offered, strict=True)]
    assert chooser.choose(CLAIMS[1:], offered, context) == alone
