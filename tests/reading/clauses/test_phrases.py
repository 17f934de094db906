from dragoman.reading.clauses import conjuncts, phrase
from dragoman.reading.language import parse


def head(text: str, word: str):
    return next(token for token in parse(text) if token.text == word)


def test_a_phrase_keeps_what_identifies_its_head() -> None:
    assert phrase(head("Two Turkish soldiers of the border guard were hurt.", "soldiers")).text == (
        "Two Turkish soldiers of the border guard"
    )


def test_a_phrase_leaves_out_its_relative_clause() -> None:
    assert phrase(head("The men who guarded the gate fled.", "men")).text == "The men"


def test_conjuncts_are_the_heads_of_a_list() -> None:
    found = conjuncts(head("Syria, Iran and Russia met.", "Syria"))
    assert [token.text for token in found] == ["Syria", "Iran", "Russia"]
