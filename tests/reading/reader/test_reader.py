import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model import CodebookError, Reading, Report, UsageError
from dragoman.reading.reader import Reader

ULTIMATUM = (
    "The army gave the rebels in Harasta until Friday to hand over their weapons or face an assault. "
    "According to residents, warplanes bombed the town on Wednesday and killed at least nine people."
)


OVERTAKEN = "Non-state actor overtakes territory"


def report(text: str, **fields: str) -> Report:
    return Report(**{"id": "r", "text": text, "published": "2018-04-05", "language": "en", **fields})


def claims(reading: Reading, claim_type: str):
    return [claim for claim in reading.claims if claim.type == claim_type]


@pytest.fixture(scope="module")
def reading(reader: Reader) -> Reading:
    return reader.read(report(ULTIMATUM), layers=True)


def test_an_ultimatum_has_its_sides_and_its_deadline(reading: Reading) -> None:
    claim = claims(reading, "ultimatum")[0]
    assert [actor.text for actor in claim.by] == ["The army"]
    assert any("rebels" in actor.text for actor in claim.to)
    assert [deadline.value for deadline in claim.deadline] == ["2018-04-06"]


def test_what_others_say_has_its_speaker(reading: Reading) -> None:
    claim = claims(reading, "airstrike")[0]
    assert [speaker.text for speaker in claim.speaker] == ["residents"]
    assert claim.factuality == "happened"


def test_a_toll_belongs_to_its_happening(reading: Reading) -> None:
    figures = [figure for claim in claims(reading, "airstrike") for figure in claim.figures]
    assert ("killed", None, 9) in [(figure.what, figure.value, figure.low) for figure in figures]


def test_every_claim_says_why(reading: Reading) -> None:
    assert all(claim.why and claim.why["trigger"] and claim.why["score"] > 0 for claim in reading.claims)


def test_layers_hold_what_was_found(reading: Reading) -> None:
    assert reading.mentions is not None
    assert reading.attributions is not None
    assert "Harasta" in [place.text for place in reading.mentions.places]


def test_without_layers_neither_mentions_nor_reasons_are_given(reader: Reader) -> None:
    plain = reader.read(report(ULTIMATUM))
    assert plain.mentions is None
    assert all(claim.why is None for claim in plain.claims)


def test_the_same_report_gives_the_same_bytes(reader: Reader) -> None:
    assert reader.read(report(ULTIMATUM)).to_json() == reader.read(report(ULTIMATUM)).to_json()


def test_claim_ids_differ_between_reports(reader: Reader) -> None:
    one, other = reader.read(report(ULTIMATUM)), reader.read(report(ULTIMATUM, id="s"))
    assert not {claim.id for claim in one.claims} & {claim.id for claim in other.claims}


def test_another_language_is_left_unread_and_said_to_be(reader: Reader) -> None:
    unread = reader.read(report("L'armée a repris la ville.", language="fr"))
    assert unread.claims == []
    assert "'fr'" in unread.warnings[0]


def test_an_empty_report_gives_no_claims_and_a_warning(reader: Reader) -> None:
    empty = reader.read(report("  \n"))
    assert empty.claims == []
    assert empty.warnings


def test_a_dateline_stands_in_for_the_publication_date(reader: Reader) -> None:
    dated = reader.read(Report(id="r", text="DAMASCUS, April 17, 2018 — Rebels left Dumayr on Tuesday.", language="en"))
    assert (dated.report.published, dated.report.published_from) == ("2018-04-17", "dateline")


def test_a_lone_surrogate_is_replaced_one_for_one(reader: Reader) -> None:
    assert reader.read(report("Rebels\ud800 fled.")).report.text == "Rebels\N{REPLACEMENT CHARACTER} fled."


def test_rules_alone_read_too() -> None:
    found = Reader(reader="rules").read(report("Gunmen kidnapped two teachers near Jos on Monday."))
    claim = claims(found, "abduction")[0]
    assert [actor.text for actor in claim.by] == ["Gunmen"]


def test_an_unknown_reader_is_refused() -> None:
    with pytest.raises(UsageError, match="no reader is called"):
        Reader(reader="oracle")


def test_a_broken_codebook_is_refused(tmp_path) -> None:
    (tmp_path / "own.toml").write_text("types = 3")
    with pytest.raises(CodebookError):
        Reader(codebook=tmp_path / "own.toml")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
def test_reading_never_raises(reader: Reader, text: str) -> None:
    assert reader.read(Report(id="r", text=text, language="en"), layers=True).report.text == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Syrian government forces retook Douma from Jaysh al-Islam.", "Government regains territory"),
        ("Turkish forces and Syrian National Army fighters captured Afrin from the YPG.", OVERTAKEN),
        ("Russian forces captured Lysychansk from Ukrainian forces.", OVERTAKEN),
        ("Taliban fighters captured Ghazni from Afghan security forces.", OVERTAKEN),
    ],
)
def test_who_is_at_home_decides_whether_a_government_regains_ground(reader: Reader, text: str, code: str) -> None:
    assert [c.codes.acled for c in claims(reader.read(report(text)), "takeover")] == [code]


def test_what_an_offer_is_rejected_from_is_its_addressee(reader: Reader) -> None:
    (found,) = claims(reader.read(report("Ankara rejected a Russian proposal on Monday.")), "rejection")
    assert [actor.text for actor in found.to] == ["Russian"]
