import numpy as np

from dragoman.reading.bearings import line, parsed, ranks
from dragoman.reading.coded import Coded
from dragoman.reading.keys import code
from dragoman.reading.language import parse
from dragoman.reading.pairs import Pairs
from dragoman.reading.words import Words

YES, NO = code("True"), code("False")
TWO = "The army shelled Douma on Monday, while rebels fled to Homs."
BOTH = {"shelled": "shelling", "fled": "displacement"}


def pairs(text: str, happenings: dict[str, str], *near: str) -> Pairs:
    """Every trigger (word to type) beside every word of `near`."""
    coded = Coded(Words(parse(text)))
    forms = [token.text for token in coded.words.plain]
    told = [(forms.index(word), name) for word, name in happenings.items()]
    at = np.array([forms.index(word) for word in near] * len(told))
    trigger = np.repeat([index for index, _ in told], len(near))
    back = coded.sentence[trigger] - coded.sentence[at]
    return Pairs(told, [len(near)] * len(told), at, back, coded)


def test_the_nearer_word_ranks_first() -> None:
    found = pairs(TWO, {"shelled": "shelling"}, "Homs", "Douma")
    assert ranks(found, found.back).tolist() == [code("1"), code("0")]


def test_groups_are_ranked_by_themselves() -> None:
    found = pairs(TWO, {"shelled": "shelling"}, "Homs", "Douma")
    assert ranks(found, np.array([0, 1])).tolist() == [code("0"), code("0")]


def test_a_trigger_between_is_counted() -> None:
    found = pairs(TWO, BOTH, "Douma", "Homs")
    assert line(found)["between"].tolist() == [code("0"), code("1"), code("0"), code("0")]


def test_sides_are_told_apart() -> None:
    found = pairs("In Douma the army shelled a market.", {"shelled": "shelling"}, "Douma", "market")
    assert line(found)["side"].tolist() == [NO, YES]


def test_in_other_sentences_nothing_lies_on_a_way() -> None:
    found = pairs("The army shelled Douma. Rebels fled.", {"fled": "displacement"}, "Douma")
    columns = {**line(found), **parsed(found)}
    assert [columns[name].tolist() for name in ("borders", "side", "length", "outer", "nearness")] == [[0]] * 5


def test_the_outer_preposition_is_the_first_on_the_way_down() -> None:
    found = pairs("They fled to the outskirts of Goma.", {"fled": "displacement"}, "Goma")
    assert parsed(found)["outer"].tolist() == [code("to")]


def test_a_clause_begun_on_the_way_is_a_border() -> None:
    found = pairs("The army said that rebels shelled Douma.", {"said": "demand", "shelled": "shelling"}, "Douma")
    assert parsed(found)["borders"].tolist() == [code("1"), code("0")]


def test_of_two_triggers_one_is_nearer_to_a_word_and_the_other_knows_its_rival() -> None:
    columns = parsed(pairs(TWO, BOTH, "Douma", "Homs"))
    assert columns["nearness"].tolist() == [code("1"), code("-1"), code("-1"), code("1")]
    assert columns["rival"].tolist() == [code("displacement"), code("displacement"), code("shelling"), code("shelling")]


def test_a_trigger_alone_has_no_rival() -> None:
    found = pairs("The army shelled Douma.", {"shelled": "shelling"}, "Douma")
    assert parsed(found)["rival"].tolist() == [code("-")]


def test_what_hangs_together_nowhere_has_values_all_the_same() -> None:
    found = pairs("GENEVA, Switzerland -- Rebels shelled the port.", {"shelled": "shelling"}, "Switzerland", "Rebels")
    assert {len(values) for values in {**line(found), **parsed(found)}.values()} == {2}
