from dragoman.codebook import load
from dragoman.reading.language import parse
from dragoman.reading.mention import ActorMention
from dragoman.reading.typing.draft import Draft, Role
from dragoman.reading.typing.generics import without_generics


def draft(text: str, word: str, claim_type: str, score: float) -> Draft:
    token = next(token for token in parse(text) if token.text == word)
    return Draft(token, token, claim_type, score, token.idx, token.idx + len(word), why={"type_share": 1.0})


def is_generic(found: Draft, *others: Draft) -> bool:
    return found not in without_generics([found, *others], load())


def test_a_crime_named_in_general_is_generic() -> None:
    assert is_generic(draft("He stood trial on charges of murder.", "murder", "killing", 0.4))


def test_a_sure_word_of_violence_is_believed_alone() -> None:
    assert not is_generic(draft("There was shelling.", "shelling", "shelling", 0.95))


def test_violence_is_believed_sooner_where_both_sides_are_told() -> None:
    found = draft("The murder of a judge by gunmen.", "murder", "killing", 0.6)
    doc = found.trigger.doc
    found.to = [Role(ActorMention.over(doc[3:5], form="description"))]
    assert is_generic(found)
    found.by = [Role(ActorMention.over(doc[6:7], form="description"))]
    assert not is_generic(found)


def test_hardly_likely_violence_is_left_out_whatever_is_told() -> None:
    found = draft("The murder of a judge by gunmen.", "murder", "killing", 0.3)
    doc = found.trigger.doc
    found.to = [Role(ActorMention.over(doc[3:5], form="description"))]
    found.by = [Role(ActorMention.over(doc[6:7], form="description"))]
    assert is_generic(found)


def test_a_text_that_surely_tells_of_an_attack_is_believed_sooner_on_further_ones() -> None:
    found = draft("The shelling went on.", "shelling", "shelling", 0.6)
    sure = draft("Mortars hit the camp.", "hit", "shelling", 0.97)
    assert is_generic(found)
    assert not is_generic(found, sure)


def test_clashes_and_arrests_make_no_report_of_attacks() -> None:
    found = draft("The shelling went on.", "shelling", "shelling", 0.6)
    assert is_generic(found, draft("The sides fought.", "fought", "battle", 0.97))


def test_only_violence_is_generic() -> None:
    assert not is_generic(draft("There were talks.", "talks", "talks", 0.4))
