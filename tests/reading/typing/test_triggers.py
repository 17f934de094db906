from dragoman.reading.language import parse
from dragoman.reading.typing.triggers import Trigger, same_predicate, select


def tokens(text: str) -> dict[str, object]:
    return {token.text: token for token in parse(text)}


def test_a_verb_and_its_particle_make_one_predicate() -> None:
    words = tokens("The rebels laid down their arms.")
    assert same_predicate(words["laid"], words["down"])


def test_two_verbs_of_a_list_are_two_predicates() -> None:
    words = tokens("The army shelled the town and stormed the bridge.")
    assert not same_predicate(words["shelled"], words["stormed"])


def test_of_one_predicate_the_likeliest_word_is_kept() -> None:
    words = tokens("The sides reached a truce.")
    found = select([Trigger(words["reached"], "agreement", 0.5, 1.0), Trigger(words["truce"], "ceasefire", 0.9, 1.0)])
    assert [trigger.type for trigger in found] == ["ceasefire"]


def test_a_verb_and_the_noun_it_is_said_of_tell_of_one_happening() -> None:
    words = tokens("The shelling killed nine people.")
    found = select([Trigger(words["shelling"], "shelling", 0.9, 1.0), Trigger(words["killed"], "shelling", 0.8, 1.0)])
    assert [trigger.token.text for trigger in found] == ["shelling"]
