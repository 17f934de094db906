from dragoman.reading.language import parse
from dragoman.reading.typing.candidates import candidates, silent
from dragoman.reading.words import Words


def words(text: str, listed: set[int] = frozenset()) -> list[str]:
    return [token.text for token in candidates(Words(parse(text)), set(listed))]


def test_content_words_are_candidates_listed_or_not() -> None:
    assert words("The mob torched two granaries.") == ["mob", "torched", "granaries"]


def test_a_listed_word_of_any_class_is_a_candidate() -> None:
    assert "Anfal" in words("Anfal followed.", {0})


def test_words_that_never_carry_a_claim_are_passed_over_unless_listed() -> None:
    assert "reporter" in silent()
    assert words("The reporter fled.") == ["fled"]
    assert words("The reporter fled.", {1}) == ["reporter", "fled"]
