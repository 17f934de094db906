from dragoman.codebook import load
from dragoman.reading.language import parse
from dragoman.reading.mention import ActorMention
from dragoman.reading.typing.draft import Draft, Role
from dragoman.reading.typing.generics import is_generic


def draft(text: str, word: str, claim_type: str, score: float) -> Draft:
    token = next(token for token in parse(text) if token.text == word)
    return Draft(token, token, claim_type, score, token.idx, token.idx + len(word), why={"type_share": 1.0})


def test_a_crime_named_in_general_is_generic() -> None:
    assert is_generic(draft("He stood trial on charges of murder.", "murder", "killing", 0.4), load())


def test_a_sure_word_of_violence_is_believed_alone() -> None:
    assert not is_generic(draft("There was shelling.", "shelling", "shelling", 0.95), load())


def test_violence_is_believed_sooner_where_both_sides_are_told() -> None:
    found = draft("The murder of a judge by gunmen.", "murder", "killing", 0.6)
    doc = found.trigger.doc
    found.to = [Role(ActorMention.over(doc[3:5], form="description"))]
    assert is_generic(found, load())
    found.by = [Role(ActorMention.over(doc[6:7], form="description"))]
    assert not is_generic(found, load())


def test_hardly_likely_violence_is_left_out_whatever_is_told() -> None:
    found = draft("The murder of a judge by gunmen.", "murder", "killing", 0.3)
    doc = found.trigger.doc
    found.to = [Role(ActorMention.over(doc[3:5], form="description"))]
    found.by = [Role(ActorMention.over(doc[6:7], form="description"))]
    assert is_generic(found, load())


def test_only_violence_is_generic() -> None:
    assert not is_generic(draft("There were talks.", "talks", "talks", 0.4), load())
