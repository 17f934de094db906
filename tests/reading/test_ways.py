import numpy as np
import pytest

from dragoman.reading.coded import Coded
from dragoman.reading.language import parse
from dragoman.reading.ways import ways
from dragoman.reading.words import Words


def way(text: str, word: str, trigger: str, back: int = 0) -> int:
    words = Words(parse(text))
    at, to = (np.array([words.lower.index(one)]) for one in (word, trigger))
    return int(ways(at, to, np.array([back]), Coded(words))[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Rebels shelled the town.", "rebels", "shelled"), ("Jets bombed the port.", "jets", "bombed")),
        (("Rebels fled from the town.", "town", "fled"), ("Troops retired from the port.", "port", "retired")),
        (("They condemned the attack.", "they", "attack"), ("Troops survived the raid.", "troops", "raid")),
    ],
)
def test_the_same_way_has_the_same_code(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert way(*one) == way(*other)


def test_subjects_and_objects_stand_apart() -> None:
    assert way("Rebels shelled the town.", "rebels", "shelled") != way("Rebels shelled the town.", "town", "shelled")


def test_up_is_not_down() -> None:
    assert way("Rebels shelled the town.", "rebels", "shelled") != way("Rebels shelled the town.", "shelled", "rebels")


def test_prepositions_are_told_apart() -> None:
    assert way("They fled from the town.", "town", "fled") != way("They fled to the town.", "town", "fled")


def test_the_trigger_itself_has_a_way() -> None:
    assert way("Rebels fled.", "fled", "fled") != 0


def test_in_another_sentence_the_function_and_the_distance_count() -> None:
    text = "Rebels fled. The army shelled the town."
    assert way(text, "rebels", "shelled", 1) == way("Jets left. The port was bombed.", "jets", "bombed", 1)
    assert way(text, "rebels", "shelled", 1) != way(text, "rebels", "shelled", 2)


def test_words_of_two_sentences_hang_together_nowhere() -> None:
    text = "Rebels fled. The army shelled the town."
    assert way(text, "rebels", "shelled") == way(text, "fled", "army")
