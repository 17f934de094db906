from dragoman.model import Report
from dragoman.reading.language import parse
from dragoman.reading.mention import ActorMention
from dragoman.reading.reader import records
from dragoman.reading.typing.draft import Draft, Role

DOC = parse("A shepherd said the army left.")
REPORT = Report(id="r", text=DOC.text)


def mention(first: int, stop: int, **fields) -> ActorMention:
    return ActorMention.over(DOC[first:stop], form="description", **fields)


def draft(start: int = 24) -> Draft:
    return Draft(DOC[5], DOC[5], "withdrawal", 0.9, start, 28)


def test_a_private_person_has_neither_actor_nor_name() -> None:
    item = records.actor(Role(mention(0, 2, private=True, actor="someone", name="Some One")))
    assert (item.private, item.actor, item.name) == (True, None, None)


def test_words_used_are_given_only_where_they_differ() -> None:
    army = mention(3, 5)
    assert records.actor(Role(army, army)).said is None
    assert records.actor(Role(army, mention(0, 2))).said is not None


def test_the_same_claim_has_the_same_id_and_another_ordinal_another() -> None:
    assert records.claim_id(REPORT, draft(), 0) == records.claim_id(REPORT, draft(), 0)
    assert records.claim_id(REPORT, draft(), 0) != records.claim_id(REPORT, draft(), 1)
