import itertools

import pytest

from dragoman.model import Claim, Report
from dragoman.reading.reader import Reader


def claims(reader: Reader, text: str) -> list[Claim]:
    return reader.read(Report(id="r", text=text, published="2021-06-10", language="en"), layers=True).claims


def claim(reader: Reader, text: str, claim_type: str) -> Claim:
    return next(found for found in claims(reader, text) if found.type == claim_type)


def test_evidence_is_the_verb_group(reader: Reader) -> None:
    found = claim(reader, "The army has been shelling the suburbs since Monday.", "shelling")
    assert found.evidence.text == "has been shelling"


def test_evidence_of_a_light_verb_reaches_to_its_noun(reader: Reader) -> None:
    found = claim(reader, "The two sides have signed a ceasefire.", "ceasefire")
    assert found.evidence.text.endswith("ceasefire")


@pytest.mark.parametrize(
    ("text", "claim_type", "means"),
    [
        ("A car bomb killed six people in the market.", "bombing", "car-bomb"),
        ("Drones struck the depot overnight.", "airstrike", "drone"),
        ("The army shelled the village with mortars.", "shelling", "mortar"),
    ],
)
def test_means_are_told_by_the_words(reader: Reader, text: str, claim_type: str, means: str) -> None:
    assert claim(reader, text, claim_type).means == means


def test_both_sides_of_a_battle_act(reader: Reader) -> None:
    found = claim(reader, "Government troops clashed with separatists on Tuesday.", "battle")
    assert {actor.text.split()[-1] for actor in found.by} == {"troops", "separatists"}


def test_a_pronoun_gives_way_to_the_name_it_stands_for(reader: Reader) -> None:
    text = "The Rapid Support Forces surrounded Nyala on Sunday. They attacked the army base on Monday."
    found = claim(reader, text, "attack")
    assert found.by[0].text == "The Rapid Support Forces"
    assert found.by[0].said is not None
    assert found.by[0].said.text == "They"


def test_evidence_of_two_claims_never_overlaps(reader: Reader) -> None:
    text = "Under the deal signed on Friday the rebels handed over their tanks and left the enclave they controlled."
    spans = sorted((c.evidence.start, c.evidence.end) for c in claims(reader, text))
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))


def test_what_is_inherited_is_said(reader: Reader) -> None:
    text = "Rebels attacked the town of Bambari on Monday. The assault lasted for hours. Shelling went on at night."
    inherited = [c for c in claims(reader, text) if c.why and "inherited" in c.why]
    assert all(getattr(c, slot) for c in inherited for slot in c.why["inherited"])


def test_the_free_part_of_a_hyphenated_wording_acts_on_its_head(reader: Reader) -> None:
    found = claim(reader, "US-backed fighters entered the district.", "support")
    assert [actor.text for actor in found.by] == ["US"]
    assert [actor.text.split()[-1] for actor in found.to] == ["fighters"]
