import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.language import parse
from dragoman.reading.mention import AttributionMention
from dragoman.reading.speakers import attribute


def attributions(text: str) -> list[AttributionMention]:
    return attribute(parse(text), [], {}, [])


def words(text: str, ranges: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in ranges)


def read(text: str) -> list[tuple[str, str, str]]:
    return [(words(text, a.source), words(text, a.cue), words(text, a.content)) for a in attributions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry said that two bridges had been hit.", ("The ministry", "said", "that two bridges had been hit")),
        (
            "According to the mayor, shells fell on the market.",
            ("the mayor", "According to", "shells fell on the market"),
        ),
        ("“Nobody is left in the village,” said the elder.", ("the elder", "said", "“Nobody is left in the village,”")),
        (
            "The rebels, the governor said, have left the port.",
            ("the governor", "said", "The rebels … have left the port"),
        ),
        ("The army denied shelling the camp.", ("The army", "denied", "shelling the camp")),
        ("The army denied having shelled the camp.", ("The army", "denied", "having shelled the camp")),
        ("The envoy called for a truce.", ("The envoy", "called for", "a truce")),
        ("Monitors accused it of burning farms.", ("Monitors", "accused … of", "burning farms")),
        ("Officials put the toll at 40.", ("Officials", "put … at", "the toll")),
        (
            "Over 300 people have fled the valley, the relief agency estimates.",
            ("the relief agency", "estimates", "Over 300 people have fled the valley"),
        ),
    ],
)
def test_finds_source_cue_and_content(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text)


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    text = "“They came at dawn,” said the farmer. “They burned every house in the valley.”"
    assert read(text) == [("the farmer", "said", "“They came at dawn,” … “They burned every house in the valley.”")]


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    text = "“We held the bridge,” the captain said.\n\n“Then the tanks came and we had to leave it.”"
    [(source, _, content)] = read(text)
    assert source == "the captain"
    assert content.endswith("“Then the tanks came and we had to leave it.”")


def test_a_semicolon_ends_what_is_said() -> None:
    found = read("Relatives say that 30 people were shot; the hospital counted at least 14 wounded.")
    assert ("Relatives", "say", "that 30 people were shot") in found


def test_what_follows_a_cue_in_the_middle_is_said_too() -> None:
    found = read("Twenty men were arrested, the minister said, and soldiers seized four guns.")
    assert any(source == "the minister" and "seized four guns" in content for source, _, content in found)


def test_the_subject_of_a_coordinated_cue_is_the_first_ones() -> None:
    found = read("The council rejected the plan and said that fighting would go on.")
    assert any(source == "The council" and cue == "said" for source, cue, _ in found)


def test_a_cited_source_says_what_the_clause_around_says() -> None:
    found = read("The monitor, citing residents, said that jets struck the depot.")
    assert ("residents", "citing", "that jets struck the depot") in found
    assert ("The monitor", "said", "that jets struck the depot") in found


def test_a_speaker_before_a_semicolon_is_not_taken_for_what_follows() -> None:
    found = read("Rockets had struck the depot, said the manager; an army spokesman was unaware of any strike there.")
    assert ("the manager", "said", "Rockets had struck the depot") in found


def test_what_is_complained_of_before_a_semicolon_says_nothing() -> None:
    found = read("The league, which had called for a truce, complained of civilian deaths; the ministry knew of none.")
    assert "civilian deaths" not in {source for source, _, _ in found}


def test_who_speaks_in_a_relative_clause_does_not_say_what_stands_before_it() -> None:
    found = read("Some families waded over to Thailand, whose troops, aid workers complain, drove them back.")
    assert not any("waded" in content for _, _, content in found)


def test_a_cue_that_closes_the_sentence_is_found_behind_a_place() -> None:
    found = read("Five men fled after gunmen let fall their bombs on the bridge, a nurse in Homs reports.")
    assert [source for source, cue, _ in found if cue == "reports"] == ["a nurse in Homs"]


def test_reports_that_somebody_cites_say_nothing_themselves() -> None:
    assert all(cue != "reports" for _, cue, _ in read("Five men fled the bridge, according to army reports."))


def test_nested_sayings_point_to_the_one_around_them() -> None:
    found = attributions("State radio said that the army had reported that rebels took the hill.")
    outer = next(i for i, a in enumerate(found) if a.cue_lemma == "say")
    assert next(a for a in found if a.cue_lemma == "report").outer == outer


def test_what_was_not_said_carries_no_commitment() -> None:
    [denial] = attributions("The general has not said that his men fired.")
    assert denial.commitment is None


def test_an_adverb_leaves_the_speaker_open() -> None:
    [found] = attributions("Gunmen reportedly stormed the post.")
    assert (found.cue_lemma, found.speaker, found.commitment) == ("reportedly", (), "says")


def test_a_statement_speaks_for_its_author() -> None:
    [found] = attributions("A statement by the coalition said that two boats were sunk.")
    assert [actor.text for actor in found.speaker] == ["the coalition"]


def test_a_pronoun_that_adds_goes_on_in_the_last_voice() -> None:
    *_, added = attributions("The ministry said that rebels struck the depot. It added that nobody was hurt.")
    assert [actor.text for actor in added.speaker] == ["The ministry"]
    assert [words.text for words in added.said if words] == ["It"]


def test_several_sources_all_speak() -> None:
    [found] = attributions("Doctors and the mayor said that jets struck the clinic.")
    assert [actor.text for actor in found.speaker] == ["Doctors", "the mayor"]


def test_the_time_of_saying_is_kept_apart() -> None:
    from dragoman.reading.times import recognise

    doc = parse("The mayor said on Tuesday that shells fell on the market.")
    [found] = attribute(doc, [], {}, recognise(doc, "2020-05-06"))
    assert found.time is not None
    assert found.time.value == "2020-05-05"


def test_an_empty_text_has_no_attributions() -> None:
    assert attribute(parse(""), [], {}, []) == []


PIECES = st.sampled_from(
    ["“", "”", '"', "'", "‘", "’", "''", "``", " ", "\n\n", "he said", "They fled", ",", ".", "[Text]", ":", "Z: ", "—"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_heap_of_quotation_marks_fails(text: str) -> None:
    for found in attributions(text):
        for start, end in (*found.source, *found.cue, *found.content):
            assert 0 <= start < end <= len(text)
