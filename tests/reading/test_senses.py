import pytest

from dragoman.model import Report
from dragoman.reading.reader import Reader


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.mark.parametrize(
    ("text", "kind", "plover"),
    [
        ("Poland expelled three Russian diplomats.", "sanction", "SANCTION"),
        ("The United States imposed sanctions on the general.", "sanction", "COERCE"),
        ("The two governments reached an agreement on Monday.", "agreement", "SUPPORT"),
        ("The council agreed to open the crossing.", "agreement", "AGREE"),
        ("The minister pledged full support for the president.", "support", "SUPPORT"),
    ],
)
def test_the_sense_of_a_wording_decides_the_code(reader, text, kind, plover):
    claims = reader.read(Report(id="1", text=text, language="en")).claims
    assert (kind, plover) in {(claim.type, claim.codes.plover) for claim in claims}


def test_the_most_telling_means_is_taken(reader):
    text = "A suicide bomber detonated a bomb at a checkpoint in Mosul."
    claims = reader.read(Report(id="1", text=text, language="en")).claims
    assert {claim.means for claim in claims if claim.type == "bombing"} == {"suicide"}
