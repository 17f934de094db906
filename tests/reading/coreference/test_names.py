import pytest

from dragoman.reading.actors import recognise
from dragoman.reading.coreference.names import same_name
from dragoman.reading.coreference.nodes import nodes
from dragoman.reading.language import parse
from dragoman.register import Register

REGISTER = Register.open()


@pytest.mark.parametrize(
    ("text", "first", "second", "basis"),
    [
        ("The Northern Harbour Union met. NHU agreed.", "Union", "NHU", "abbreviation"),
        ("Ali Hassan left. Hassan returned.", "Hassan", "Hassan", "same surname"),
        ("Turkey attacked. Turkey denied it.", "Turkey", "Turkey", "same actor of the register"),
        ("Russia attacked. Turkey denied it.", "Russia", "Turkey", None),
    ],
)
def test_what_makes_two_names_one(text: str, first: str, second: str, basis: str | None):
    doc = parse(text)
    found = nodes(doc, recognise(doc, REGISTER), [])
    earlier = next(node for node in found if doc[node.root].text == first)
    later = next(node for node in reversed(found) if doc[node.root].text == second)
    assert same_name(later, earlier) == basis
