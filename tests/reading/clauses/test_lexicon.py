import pytest

from dragoman.codebook import load
from dragoman.reading.clauses.lexicon import Lexicon
from dragoman.reading.language import parse


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon(load())


def found(lexicon, text):
    """(words, types) of the wordings that stand in no longer one."""
    doc = parse(text)
    return {
        (" ".join(doc[i].text for i in match.tokens), entry.type)
        for match in lexicon.matches(doc)
        for entry in match.entries
        if not match.covered
    }


@pytest.mark.parametrize(
    ("text", "wording", "kind"),
    [
        ("The rebels laid down their heavy arms on Friday.", "laid down arms", "surrender"),
        ("The depot was blown up by partisans.", "blown up", "bombing"),
        ("Partisans blew the depot up.", "blew up", "bombing"),
        ("The army gave the militants an ultimatum.", "gave ultimatum", "ultimatum"),
        ("A ceasefire was reached in Geneva.", "ceasefire reached", "ceasefire"),
        ("The garrison came under heavy artillery fire.", "came under artillery fire", "shelling"),
        ("Shells fell on rebel-held Douma.", "rebel - held", "control"),
        ("The US-backed force advanced.", "US - backed", "support"),
        ("The cease-fire took hold.", "cease fire", "ceasefire"),
        ("The navy carried out a series of raids.", "carried out raids", "attack"),
        ("Thousands fled their homes.", "fled homes", "displacement"),
    ],
)
def test_wordings_are_found_with_their_type(lexicon, text, wording, kind):
    assert (wording, kind) in found(lexicon, text)


def test_a_light_verb_heads_the_match(lexicon):
    doc = parse("The rebels launched an offensive against the town.")
    match = next(m for m in lexicon.matches(doc) if m.light is not None)
    assert doc[match.head].text == "launched"
    assert doc[match.core].text == "offensive"
    assert match.light.phase == "start"


def test_a_shorter_wording_is_kept_as_covered(lexicon):
    matches = lexicon.matches(parse("Guerrillas laid down their arms."))
    assert any(match.covered for match in matches)


def test_the_free_part_of_a_hyphenated_word_is_the_stem(lexicon):
    doc = parse("They entered rebel-held Douma.")
    match = next(m for m in lexicon.matches(doc) if m.entries[0].type == "control" and m.stem is not None)
    assert doc[match.stem].text == "rebel"


def test_capitals_are_read(lexicon):
    assert any(kind == "attack" for _, kind in found(lexicon, "GUERRILLAS ATTACKED AN ARMY POST."))


def test_an_active_verb_is_no_passive_wording(lexicon):
    doc = parse("The army will station troops there.")
    words = {entry.text for match in lexicon.matches(doc) for entry in match.entries}
    assert "be station" not in words


@pytest.mark.parametrize("text", ["", " ", "\n\n", "-", "x", "-held", "rebel-"])
def test_scraps_are_read_without_fail(lexicon, text):
    assert isinstance(lexicon.matches(parse(text)), list)


def test_needs_tell_senses_apart(lexicon):
    doc = parse("The army seized the town. Police seized weapons.")
    senses = [
        {entry.type for entry in match.entries} for match in lexicon.matches(doc) if doc[match.core].text == "seized"
    ]
    assert any("takeover" in sense and "interception" not in sense for sense in senses)
    assert any("interception" in sense and "abduction" not in sense for sense in senses)


def test_the_name_of_a_group_tells_nothing(lexicon):
    doc = parse("Fighters of the National Liberation Front rested.")
    assert not [match for match in lexicon.matches(doc) if doc[match.core].text == "Liberation"]


def test_the_name_of_a_battle_tells_of_it(lexicon):
    assert any(kind == "battle" for _, kind in found(lexicon, "They fought on after the Battle of Trenton."))
