import pytest

from dragoman import read


def doer(text: str, published: str = "2018-04-17") -> tuple[str | None, str | None]:
    claim = read(text, published=published).claims[0]
    return claim.by[0].actor, claim.by[0].name


@pytest.mark.parametrize(
    ("text", "actor", "name"),
    [
        ("On 3 May 2013 Jabhat al-Nusra attacked an army post near Hama.", "al-nusra-front", "al-Nusra Front"),
        ("On 3 October 2016 HTS shelled an army post.", "jabhat-fateh-al-sham", "Jabhat Fateh al-Sham"),
        ("On Monday Jabhat al-Nusra shelled an army post.", "hayat-tahrir-al-sham", "Hayat Tahrir al-Sham"),
    ],
)
def test_the_name_is_that_of_the_day_of_the_event(text: str, actor: str, name: str):
    assert doer(text) == (actor, name)


@pytest.mark.parametrize(
    ("published", "actor"), [("2013-06-01", "al-nusra-front"), ("2018-04-17", "hayat-tahrir-al-sham")]
)
def test_without_a_day_of_its_own_it_is_that_of_the_report(published: str, actor: str):
    assert doer("Jabhat al-Nusra shelled an army post.", published)[0] == actor


def test_what_goes_on_since_a_day_is_told_by_the_name_of_the_report():
    assert doer("Jabhat al-Nusra has held Idlib since March 2015.")[0] == "hayat-tahrir-al-sham"
