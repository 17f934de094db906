from dragoman.reading.language import parse
from dragoman.reading.times import Attached, attach, attach_all, recognise
from dragoman.reading.words import Words

PUBLISHED = "2018-04-18"  # a Wednesday


def attached(text: str, word: str) -> Attached:
    doc = parse(text)
    trigger = next(token for token in doc if token.text == word)
    return attach(trigger, recognise(doc, PUBLISHED))


def values(text: str, word: str) -> list[str | None]:
    return [time.value for time in attached(text, word).times]


def test_a_happening_takes_the_time_of_its_clause() -> None:
    assert values("Jets struck the depot on Friday.", "struck") == ["2018-04-13"]


def test_each_clause_keeps_its_own_time() -> None:
    text = "Jets struck the depot on Friday, and rebels shelled the port on Monday."
    assert (values(text, "struck"), values(text, "shelled")) == (["2018-04-13"], ["2018-04-16"])


def test_the_moment_of_speaking_is_not_the_time_of_what_is_told() -> None:
    assert values("The mayor said on Tuesday that rebels had shelled the market.", "shelled") == []


def test_two_ends_of_a_stretch_are_one_time() -> None:
    text = "The army shelled the quarter from 20 to 22 March."
    assert values(text, "shelled") == ["2018-03-20/2018-03-22"]


def test_a_deadline_is_told_once_and_as_its_day() -> None:
    got = attached("On Monday the army gave the fighters until Friday to leave.", "gave")
    assert [time.value for time in got.deadlines] == ["2018-04-20"]
    assert [time.value for time in got.times] == ["2018-04-16"]


def test_the_same_day_named_twice_counts_once() -> None:
    got = attached("On Friday, 13 April, jets struck the depot on Friday.", "struck")
    assert len(got.times) <= 1


def test_no_time_in_reach_gives_nothing() -> None:
    assert attached("Jets struck the depot.", "struck") == Attached()


def test_happenings_asked_together_get_what_they_get_alone() -> None:
    doc = parse("Jets struck the depot on Friday. Rebels must leave by 3 May and talks open on Monday.")
    times = recognise(doc, PUBLISHED)
    triggers = [token for token in doc if token.text in ("struck", "leave", "talks")]
    words = Words(doc).plain
    together = attach_all([words[trigger.i] for trigger in triggers], times, doc)
    assert together == [attach(trigger, times) for trigger in triggers]
