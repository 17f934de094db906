from dragoman.reading.language import parse
from dragoman.reading.typing.fillers import filler_of, fillers


def trigger(text: str, word: str):
    return next(token for token in parse(text) if token.text == word)


def test_arguments_carry_their_function() -> None:
    found = {filler.token.text: filler.function for filler in fillers(trigger("The army shelled the port.", "shelled"))}
    assert found == {"army": "subj", "port": "obj"}


def test_the_sentences_before_give_fillers_without_function() -> None:
    found = list(fillers(trigger("Rebels entered the town. Shelling followed.", "Shelling")))
    assert ("Rebels", "none", 1) in [(filler.token.text, filler.function, filler.back) for filler in found]


def test_dates_are_no_fillers() -> None:
    found = [filler.token.text for filler in fillers(trigger("Rebels left on Monday.", "left"))]
    assert found == ["Rebels"]


def test_what_comes_later_is_counted_backwards() -> None:
    doc = parse("Shelling began. Ten people died.")
    people = next(token for token in doc if token.text == "people")
    assert filler_of(people, doc[0]).back == -1
