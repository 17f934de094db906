import pytest

from dragoman.model import Report
from dragoman.reading.reader import Reader

LAYER = """
[types.blackout]
family = "people"
covers = "Electricity of a place cut off."

[[frames]]
type = "blackout"
pos = "noun"
args = "by:of place:in"
words = ["blackout", "power cut"]

[[codes.acled]]
type = ["blackout"]
code = "Other"
"""


@pytest.mark.parametrize("reader", ["learned", "rules"])
def test_a_type_of_a_user_is_read(tmp_path, reader):
    path = tmp_path / "mine.toml"
    path.write_text(LAYER, encoding="utf-8")
    reads = Reader(codebook=path, reader=reader)
    reading = reads.read(Report(id="1", text="Shells caused a blackout in Kharkiv on Monday.", language="en"))
    claim = next(claim for claim in reading.claims if claim.type == "blackout")
    assert "blackout" in claim.evidence.text
    assert claim.codes.acled == "Other"
