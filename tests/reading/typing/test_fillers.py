from dragoman.reading.language import parse
from dragoman.reading.typing.fillers import filler_at, fillers
from dragoman.reading.typing.scene import Scene
from dragoman.reading.words import Words


def scene(text: str, word: str) -> Scene:
    doc = parse(text)
    return Scene(next(token for token in doc if token.text == word), Words(doc))


def test_arguments_carry_their_function() -> None:
    found = {filler.token.text: filler.function for filler in fillers(scene("The army shelled the port.", "shelled"))}
    assert found == {"army": "subj", "port": "obj"}


def test_other_sentences_give_no_fillers() -> None:
    assert not list(fillers(scene("Rebels entered the town. Shelling followed.", "Shelling")))


def test_dates_are_no_fillers() -> None:
    found = [filler.token.text for filler in fillers(scene("Rebels left on Monday.", "left"))]
    assert found == ["Rebels"]


def test_what_comes_later_is_counted_backwards() -> None:
    early = scene("Shelling began. Ten people died.", "Shelling")
    people = early.words.lower.index("people")
    assert filler_at(people, early).back == -1


def test_the_free_part_of_a_hyphenated_participle_may_act() -> None:
    found = {filler.token.text: filler.function for filler in fillers(scene("They shelled rebel-held Douma.", "held"))}
    assert found["rebel"] == "mod"
