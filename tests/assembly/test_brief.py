"""The brief: every part has its lines, every line its sources, and the page needs nothing but itself."""

import re
from html.parser import HTMLParser

import pytest

from dragoman.assembly.assemble import assemble
from dragoman.assembly.brief import Brief, brief
from dragoman.assembly.page import page
from dragoman.ledger import Ledger, Query, Sketcher, Writer, prepare
from tests.ledger.made import Ground, Said, reading
from tests.ledger.test_told import Register

SKETCHER = Sketcher()
STRIKE = {"at": "douma", "on": "2018-04-07"}
SAID = (
    ("A", "u1", "2018-04-08", Said("airstrike", "gov-sy", **STRIKE, figures={"killed": 42}, speaker="sohr")),
    ("B", "u2", "2018-04-09", Said("airstrike", "gov-sy", **STRIKE, factuality="denied", speaker="gov-sy")),
    ("A", "u1", "2018-04-10", Said("airstrike", "gov-sy", **STRIKE, figures={"killed": 48}, speaker="sohr")),
    ("C", "u3", "2018-04-14", Said("takeover", "mil-sy", "jaysh-al-islam", at="douma", on="2018-04-14")),
    ("C", "u4", "2018-04-15", Said("control", "jaysh-al-islam", at="douma", on="2018-04-15", speaker="sohr")),
    ("D", "u5", "2018-04-16", Said("ultimatum", "gov-sy", "~<b>fighters</b>", at="dumayr", deadline="2018-04-19")),
    ("E", "u6", "2018-04-16", Said("agreement", "gov-sy jaysh-al-islam", at="jayrud", on="2018-04-16")),
    ("F", "u7", "2018-04-17", Said("displacement", "", "Samir_Haddad", at="zamalka", private=("Samir_Haddad",))),
    ("H", "u9", "2018-04-12", Said("siege", "gov-sy", at="douma", on="2018-04-01", since=True)),
    ("I", "u10", "2018-04-10", Said("evacuation", "", "fighters", at="harasta", on="2018-03-22", since=True)),
    ("G", "u8", "2018-04-25", Said("battle", "a b", at="idlib", on="2018-04-24")),
)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    Writer(ledger, Ground()).add(
        [prepare(reading(said, publisher=name, url=url, published=day), SKETCHER) for name, url, day, said in SAID]
    )
    assemble(ledger, Register())
    return ledger


@pytest.fixture
def made(filled: Ledger) -> Brief:
    with filled.read() as connection:
        return brief(connection, Query(at="2018-04-18"), Register())


@pytest.fixture
def coarse(filled: Ledger) -> Brief:
    with filled.read() as connection:
        return brief(connection, Query(at="2018-04-18"), Register(), coarse=True)


def test_every_part_has_its_lines(made: Brief) -> None:
    text = {section.title: " | ".join(line.text for line in section.lines) for section in made.sections}
    assert "takeover, reported: mil-sy → jaysh-al-islam, Douma" in text["What changed"]
    assert "airstrike, reported, and denied" in text["What changed"]
    assert "Douma: gov-sy / jaysh-al-islam, contested" in text["Who holds what (reported)"]
    assert "ultimatum to 2018-04-19, open" in text["Deadlines"]
    assert "agreement, announced" in text["Deals and truces"]
    assert "killed, sohr: 48" in text["Reported tolls by speaker"]
    assert "displacement" in text["Displacement, evacuation, return"]
    assert "who holds Douma" in text["Disagreements"]
    assert "reported killed 42 → 48; moves E" in text["Sources that corrected themselves"]


def test_every_line_names_its_sources(made: Brief) -> None:
    lines = [line for section in made.sections for line in section.lines]
    assert lines and all(line.sources for line in lines)


def test_what_else_holds_has_a_part_of_its_own(made: Brief) -> None:
    [line] = next(section for section in made.sections if section.title.startswith("Sieges")).lines
    assert line.text == "siege, Douma (gov-sy), since 2018-04-01, last supported 17 days before; according to H"
    assert line.sources == ("H, 2018-04-12",)


def test_what_went_on_into_these_days_is_told_though_it_began_before(made: Brief) -> None:
    [people] = [part for part in made.sections if part.title.startswith("Displacement")]
    assert any("evacuation" in line.text for line in people.lines)


def test_a_coarse_brief_names_regions(coarse: Brief) -> None:
    everything = page(coarse)
    assert "Douma" not in everything and "Zamalka" not in everything and "Dumayr" not in everything
    assert "Eastern Ghouta" in everything
    assert {mark.name for mark in coarse.marks} <= {"Eastern Ghouta", "Eastern Qalamun"}
    assert {mark.radius_km for mark in coarse.marks} <= {16, 25}


def test_nothing_later_is_in_it_and_no_private_person(made: Brief) -> None:
    everything = page(made)
    assert "Idlib" not in everything and "Samir" not in everything


class Loads(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [tag] if tag in ("script", "link", "img", "iframe", "b") else []
        self.found += [name for name, _ in attrs if name in ("src", "href") or name.startswith("on")]


def test_the_page_fetches_nothing_and_escapes_what_reports_say(made: Brief) -> None:
    html = page(made)
    parser = Loads()
    parser.feed(html)
    assert parser.found == []
    assert not re.search(r"https?://|url\(|@import", html)
    assert "&lt;b&gt;fighters" in html and html.count("<svg") == 2


def test_an_empty_ledger_has_a_brief(ledger: Ledger) -> None:
    with ledger.read() as connection:
        found = brief(connection, Query(at="2018-04-18"), Register())
    assert all(not section.lines and section.empty for section in found.sections)
    assert "<svg" not in page(found)
