import pytest

from dragoman.reading.actors import recognise
from dragoman.reading.language import parse
from dragoman.register import Register

REGISTER = Register.open()


@pytest.mark.parametrize(
    ("text", "surname", "kind", "country"),
    [
        ("Iraqi Prime Minister Adnan Kareem spoke.", "Kareem", "government", "IQ"),
        ("Vladimir Putin spoke.", "Putin", "government", "RU"),
        ("Rebel commander Omar Haddad left the city.", "Haddad", "armed group", None),
    ],
)
def test_a_public_person_has_what_they_act_for(text: str, surname: str, kind: str, country: str | None):
    doc = parse(text)
    found = next(m for m in recognise(doc, REGISTER) if doc[m.root].text == surname)
    assert (found.kind, found.country, found.private) == (kind, country, False)


def test_somebody_unknown_is_private():
    doc = parse("On Monday Peter Miller lost his house.")
    found = next(m for m in recognise(doc, REGISTER) if doc[m.root].text == "Miller")
    assert (found.kind, found.private) == ("person", True)
