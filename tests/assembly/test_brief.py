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
    ("G", "u8", "2018-04-25", Said("battle", "a b", at="idlib", on="2018-04-24")),
)


@pytest.fixture
def made(ledger: Ledger) -> Brief:
    Writer(ledger, Ground()).add(
        [prepare(reading(said, publisher=name, url=url, published=day), SKETCHER) for name, url, day, said in SAID]
    )
    assemble(ledger, Register())
    with ledger.read() as connection:
        return brief(connection, Query(at="2018-04-18"), Register())


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
    lines = [line for section in made.sections for line in section.lines if not line.text.startswith("who holds")]
    assert lines and all(line.sources for line in lines)


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
