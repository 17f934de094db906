"""A reading laid out for people: one block per claim, always as reported."""

from typing import Any

import pytest
from rich.console import Console

from dragoman.cli.blocks import blocks
from dragoman.model import (
    ActorItem,
    Claim,
    FigureItem,
    PlaceItem,
    Reading,
    ReadReport,
    Report,
    Span,
    TermItem,
    TimeItem,
)

TEXT = "A resident said that the group would leave Douma [north of Damascus] by Friday or face war; 12 had died."


def span(text: str) -> dict[str, Any]:
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text), "text": text}


def actor(text: str, **fields: Any) -> ActorItem:
    return ActorItem(**span(text), **({"actor": None, "name": None, "private": False} | fields))


def claim(**fields: Any) -> Claim:
    told: dict[str, Any] = {
        "id": "1",
        "type": "withdrawal",
        "evidence": span("would leave"),
        "sentence": {"start": 0, "end": len(TEXT)},
        "by": [actor("the group", name="Army of Islam", actor="a:1")],
        "factuality": "planned",
        "phase": None,
        "means": None,
        "commitment": "says",
        "same_as": None,
        "codes": {},
    }
    told |= {name: [] for name in ("to", "place", "time", "deadline", "speaker", "figures", "terms", "loaded", "links")}
    return Claim(**(told | fields))


def shown(
    *claims: Claim, text: str = TEXT, warnings: tuple[str, ...] = (), terminal: bool = False, **known: str
) -> str:
    report = Report(id="r-1", text=text, **known)  # type: ignore[arg-type]
    read = ReadReport(**report.model_dump(), sha256=report.sha256, loaded=[])
    stamps = dict.fromkeys(("dragoman", "model", "codebook", "register", "gazetteer"), "1")
    reading = Reading(**stamps, report=read, claims=list(claims), warnings=list(warnings))  # type: ignore[arg-type]
    console = Console(width=200, force_terminal=terminal, highlight=False)
    with console.capture() as capture:
        for block in blocks(reading, marks=not terminal):
            console.print(block)
    return capture.get()


def line(name: str, output: str) -> str:
    (found,) = [row.strip() for row in output.splitlines() if row.strip().startswith(f"{name} ")]
    return found.removeprefix(name).strip()


def test_head_names_title_publisher_day_and_count() -> None:
    output = shown(claim(), title="Leaving Douma", publisher="The Post", published="2018-04-04")
    assert output.startswith("Leaving Douma ")
    assert "The Post · 2018-04-04 · r-1 · 1 claim\n" in output


def test_report_without_a_date_is_said_to_be_undated() -> None:
    assert "undated · r-1 · 0 claims" in shown()


def test_warnings_stand_in_the_head() -> None:
    assert "! empty: nothing to read" in shown(warnings=("empty: nothing to read",))


@pytest.mark.parametrize(
    ("factuality", "phase", "words"),
    [
        ("happened", None, "reported"),
        ("happened", "end", "reported, ended"),
        ("planned", "start", "reported as planned, beginning"),
        ("denied", None, "reported as not so"),
        ("possible", None, "reported as possible"),
    ],
)
def test_every_claim_is_reported(factuality: str, phase: str | None, words: str) -> None:
    output = shown(claim(factuality=factuality, phase=phase))
    (heading,) = [row.partition("withdrawal")[2].strip() for row in output.splitlines() if "withdrawal" in row]
    assert heading == words


def test_neutral_name_comes_before_the_words_of_the_report() -> None:
    assert line("who", shown(claim())) == "Army of Islam (“the group”)"


def test_who_does_it_to_whom() -> None:
    assert line("who", shown(claim(by=[], to=[actor("the group")]))) == "nobody named → the group"


def test_private_people_are_shown_by_their_words_only_where_these_name_nobody() -> None:
    assert line("who", shown(claim(by=[actor("A resident", private=True)]))) == "A resident"
    assert line("who", shown(claim(by=[actor("resident said that the group would leave Douma", private=True)]))) == (
        "a private person"
    )


def test_places_are_shown_with_role_and_country() -> None:
    place = PlaceItem(
        **span("Douma"), role="from", place="g:1", name="Duma", country="SY", lat=33.5, lon=36.4, reason=None
    )
    assert line("where", shown(claim(place=[place]))) == "from Douma (Duma) [SY]"


def test_times_are_shown_with_the_words_they_were_read_from() -> None:
    day = TimeItem(**span("by Friday"), value="2018-04-06", role="by", earliest=None, latest=None, reason=None)
    assert line("deadline", shown(claim(deadline=[day]))) == "2018-04-06 (“by Friday”)"


def test_figures_and_terms() -> None:
    figure = FigureItem(**span("12"), value=12, low=None, high=None, what="killed")
    output = shown(claim(figures=[figure], terms=[TermItem(**span("face war"), role="or_else")]))
    assert line("figures", output) == "12 killed"
    assert line("terms", output) == "face war (or else)"


def test_speakers_are_shown_from_the_nearest_outwards() -> None:
    speakers = [actor("A resident", level=0, private=True), actor("the group", level=1)]
    assert line("says", shown(claim(speaker=speakers))) == "A resident, told to the group"


def test_report_speaks_itself_where_nobody_else_does() -> None:
    assert line("says", shown(claim())) == "the report itself"


def test_evidence_is_marked() -> None:
    assert "the group **would leave** Douma [north of Damascus]" in shown(claim())
    assert "**" not in shown(claim(), terminal=True)


def test_what_could_not_be_resolved_is_told_once_with_its_reason() -> None:
    group, resident = (actor(words, reason="described, not named") for words in ("the group", "A resident"))
    output = shown(claim(by=[group], to=[group], speaker=[resident]))
    assert line("?", output) == "“the group”, “A resident”: described, not named"


def test_text_cannot_steer_the_terminal() -> None:
    text = "The \x1b[2J\u202egroup\x07 would leave."
    evidence = Span.cut(text, text.index("would"), text.index("would") + 5)
    output = shown(claim(by=[], evidence=evidence, sentence={"start": 0, "end": len(text)}), text=text)
    assert not {"\x1b", "\u202e", "\x07"} & set(output)
