import pytest

from dragoman.codebook import load
from dragoman.model import CodebookError


def test_triggers_are_looked_up_by_their_first_word():
    found = load().triggers_for("lay")
    assert ("lay", "down", "arms") in {trigger.words for trigger in found}
    assert len(found[0].words) >= len(found[-1].words)


def test_an_unknown_type_is_named():
    with pytest.raises(CodebookError, match="'weather'"):
        load().family("weather")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"claim_type": "ultimatum", "factuality": "happened"}, ("THREATEN", None, None, "139")),
        ({"claim_type": "airstrike", "factuality": "happened"}, ("ASSAULT", "aerial", "Air/drone strike", "195")),
        ({"claim_type": "airstrike", "factuality": "threatened"}, ("THREATEN", "violence", None, "138")),
        ({"claim_type": "talks", "factuality": "planned"}, ("AGREE", None, None, "036")),
        ({"claim_type": "airstrike", "factuality": "denied"}, (None, None, None, None)),
        (
            {"claim_type": "bombing", "factuality": "happened", "means": "suicide"},
            ("ASSAULT", "suicide-attack", "Suicide bomb", "1831"),
        ),
        (
            {"claim_type": "takeover", "factuality": "happened", "by_kinds": ["state force"]},
            ("COERCE", "seize", "Government regains territory", "192"),
        ),
        (
            {"claim_type": "takeover", "factuality": "happened", "by_kinds": ["state force"], "foreign": True},
            ("COERCE", "seize", "Non-state actor overtakes territory", "192"),
        ),
        (
            {"claim_type": "demand", "factuality": "happened", "terms": ["talks"]},
            ("REQUEST", "meet", None, "106"),
        ),
        (
            {"claim_type": "exchange", "factuality": "happened", "sense": "release"},
            ("RETREAT", "release", "Agreement", "0841"),
        ),
    ],
)
def test_claims_get_the_codes_of_other_schemes(given, expected):
    codes = load().codes(**given)
    assert (codes.plover, codes.plover_mode, codes.acled, codes.cameo) == expected


@pytest.mark.parametrize(
    ("by", "to", "code"),
    [
        (["state force"], ["armed group"], "1"),
        (["armed group"], ["armed group"], "2"),
        (["armed group"], ["civilians"], "3"),
    ],
)
def test_the_type_of_violence_follows_from_the_sides(by, to, code):
    assert load().codes("attack", "happened", by_kinds=by, to_kinds=to).ucdp == code


def test_every_type_that_happened_has_a_plover_category_or_is_a_state():
    codebook = load()
    without = {name for name in codebook.types if codebook.codes(name, "happened").plover is None}
    assert without == {"control", "population", "casualties", "displacement", "return"}


@pytest.mark.parametrize(
    ("claim_type", "sense", "phase", "code"),
    [
        ("sanction", "discontinue", "end", "SANCTION"),
        ("sanction", "restrict", "end", "CONCEDE"),
        ("sanction", "lift", None, "CONCEDE"),
        ("ceasefire", "agree", None, "AGREE"),
        ("deployment", "peacekeeping", None, "AID"),
        ("deployment", "exercise", None, "COOPERATE"),
    ],
)
def test_the_sense_of_a_wording_decides_the_plover_category(claim_type, sense, phase, code):
    assert load().codes(claim_type, "happened", phase, sense=sense).plover == code


def test_a_government_at_home_regains_territory_with_a_militia_beside_it():
    given = {"by_kinds": ["state force", "armed group"], "foreign": False}
    assert load().codes("takeover", "happened", **given).acled == "Government regains territory"


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({"claim_type": "agreement", "terms": ["exchange", "aid"]}, "TjPrire DevHum"),
        ({"claim_type": "agreement", "terms": ["withdrawal"], "foreign": True}, "SsrFf"),
        ({"claim_type": "ceasefire", "words": ["observer", "truce"]}, "CeProv ImE"),
        ({"claim_type": "exchange"}, "TjPrire"),
        ({"claim_type": "battle", "words": ["prisoner"]}, None),
    ],
)
def test_a_deal_has_a_provision_code_for_each_thing_it_binds_to(given, codes):
    assert load().codes(factuality="happened", **given).pax == codes


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"words": ["eid", "truce"]}, "purpose: holiday"),
        ({"terms": ["aid"]}, "purpose: humanitarian"),
        ({}, "class: cessation of hostilities"),
        ({"factuality": "denied"}, None),
    ],
)
def test_a_truce_has_the_purpose_or_class_that_the_report_tells(given, code):
    assert load().codes("ceasefire", **{"factuality": "happened", **given}).ceasefire == code
