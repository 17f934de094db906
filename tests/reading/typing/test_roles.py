from dragoman.reading.language import parse
from dragoman.reading.layers import Layers
from dragoman.reading.mention import ActorMention
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.roles import RoleScorer
from dragoman.reading.typing.triggers import Trigger
from dragoman.reading.vectors import Vectors

TEXT = "The Rapid Support Forces entered the town with some trucks. Shelling followed."
DOC = parse(TEXT)


def context() -> Context:
    return Context(DOC, [ActorMention.over(DOC[0:4], form="name")], [], [], [], {}, [])


def trigger(word: str, claim_type: str) -> Trigger:
    return Trigger(next(token for token in DOC if token.text == word), claim_type, 1.0, 1.0)


def test_triggers_asked_together_are_filled_as_when_asked_alone() -> None:
    triggers = [trigger("entered", "advance"), trigger("Shelling", "shelling")]
    scorer, known = RoleScorer.shipped(), context()
    assert scorer.fill(triggers, known) == [scorer.fill([one], known)[0] for one in triggers]


def test_without_triggers_there_is_nothing_to_fill() -> None:
    assert RoleScorer.shipped().fill([], context()) == []


def test_a_named_place_that_is_no_actor_is_no_target() -> None:
    layers = Layers.open()
    found = layers.context("Government troops bombarded Talbiseh.", None)
    trigger = Trigger(next(token for token in found.doc if token.text == "bombarded"), "shelling", 1.0, 1.0)
    willing = RoleScorer(RoleScorer.shipped()._network, Vectors.load(), threshold=0.0)
    assert [role.mention.text for role in willing.fill([trigger], found)[0]["to"]] == []


def test_what_is_joined_to_a_target_is_one_too() -> None:
    text = "Buses carrying Jaish al-Islam fighters and their families left the town of Dumayr on Thursday."
    found = Layers.open().context(text, None)
    trigger = Trigger(next(token for token in found.doc if token.text == "left"), "evacuation", 1.0, 1.0)
    moved = RoleScorer.shipped().fill([trigger], found)[0]["to"]
    assert [role.mention.text for role in moved] == ["Jaish al-Islam fighters", "their families"]
