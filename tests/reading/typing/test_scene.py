from dragoman.reading.language import parse
from dragoman.reading.typing.scene import Scene
from dragoman.reading.words import Words


def scene(text: str, word: str) -> Scene:
    doc = parse(text)
    return Scene(next(token for token in doc if token.text == word), Words(doc))


def test_a_passive_has_an_object_and_its_agent_as_subject() -> None:
    shelled = scene("The port was shelled by the army.", "shelled")
    functions = {shelled.words.lower[index]: given[0] for index, given in shelled.functions.items()}
    assert functions == {"port": "obj", "army": "subj"}
    assert shelled.passive and shelled.has_subject and shelled.has_object
