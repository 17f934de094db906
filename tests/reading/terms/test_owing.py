from dragoman.model import Report
from dragoman.reading.reader import Reader


def test_an_ultimatum_is_owed_by_those_it_is_given_to(reader: Reader) -> None:
    text = "The army gave the rebels in Harasta until Friday to hand over their weapons or face an assault."
    claims = reader.read(Report(id="r", text=text, published="2018-04-05", language="en")).claims
    claim = next(found for found in claims if found.type == "ultimatum")
    options = [term for term in claim.terms if term.role == "option"]
    assert options
    assert all((term.by, term.to) == (["to.0"], ["by.0"]) for term in options)
    assert all(term.by == ["by.0"] for term in claim.terms if term.role == "or_else")
