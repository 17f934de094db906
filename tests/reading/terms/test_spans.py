from dragoman.reading.language import parse
from dragoman.reading.terms.spans import span_of

TEXT = "The rebels agreed to hand over their tanks, open the road and let the police in."


def term(word: str, *others: str) -> str:
    doc = parse(TEXT)
    at = {token.text: token for token in doc}
    start, end = span_of(at[word], {at[other].i for other in others})
    return TEXT[start:end]


def test_a_term_is_its_clause_without_the_word_that_introduces_it() -> None:
    assert term("hand", "open", "let") == "hand over their tanks"


def test_the_last_of_a_list_is_a_term_of_its_own() -> None:
    assert term("let", "hand", "open").startswith("let the police in")
