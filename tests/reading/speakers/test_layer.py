from dragoman.reading.language import parse
from dragoman.reading.speakers import attribute, shown


def cues(text: str) -> list[str | None]:
    return [a.cue_lemma for a in shown(attribute(parse(text), [], {}, []))]


def test_what_somebody_wants_is_shown_where_the_report_tells_it() -> None:
    assert cues("The council wants to leave the town.") == ["want"]


def test_what_somebody_wants_is_not_shown_inside_what_another_says() -> None:
    assert cues("The mayor said that the council wants to leave the town.") == ["say"]


def test_what_another_says_is_shown_there() -> None:
    assert cues("The mayor said that the council had announced a truce.") == ["say", "announce"]
