from dragoman.reading.keys import code
from dragoman.reading.layers import Layers
from dragoman.reading.typing.fillers import fillers
from dragoman.reading.typing.rolefeatures import FILLER, LYING, TriggerView, bearings, columns, dense, keys
from dragoman.reading.vectors import Vectors

TEXT = "The army shelled two villages. Rebels attacked the port and fled."


def view(word: str, claim_type: str) -> TriggerView:
    context = Layers.open().context(TEXT, None)
    return TriggerView(next(token for token in context.doc if token.text == word), claim_type, context)


def test_each_filler_stands_in_every_column() -> None:
    shelling = view("shelled", "shelling")
    near = list(fillers(shelling.scene))
    found = columns([near], [shelling])
    assert [filler.token.text for filler in near] == ["army", "villages"]
    assert found["function"].tolist() == [code("subj"), code("obj")]
    assert found["word"].tolist() == [code("army"), code("village")]
    assert found["counted"].tolist() == [code("False"), code("True")]
    assert found["before"].tolist() == [code("True"), code("False")]
    assert set(found) >= set(FILLER.columns)


def test_fillers_of_several_triggers_are_as_those_of_each() -> None:
    context = view("shelled", "shelling").context
    words = {token.text: token for token in context.doc}
    views = [TriggerView(words[word], name, context) for word, name in (("shelled", "shelling"), ("fled", "flight"))]
    near = [list(fillers(one.scene)) for one in views]
    together = FILLER.keys(columns(near, views))
    alone = [FILLER.keys(columns([given], [one])) for given, one in zip(near, views, strict=True)]
    assert together.tolist() == [
        [*first, *second] for first, second in zip(*(keys.tolist() for keys in alone), strict=True)
    ]


def test_a_filler_is_nearer_to_the_trigger_that_it_belongs_to() -> None:
    context = Layers.open().context("Rebels shelled the port, while the army attacked villages.", None)
    words = {token.text: token for token in context.doc}
    views = [
        TriggerView(words[word], name, context) for word, name in (("shelled", "shelling"), ("attacked", "attack"))
    ]
    near = [list(fillers(one.scene)) for one in views]
    found = bearings(near, views)
    heads = [filler.token.text for given in near for filler in given]
    assert dict(zip(heads[:4], found["nearness"].tolist()[:4], strict=True)) == {
        "Rebels": code("1"),
        "port": code("1"),
        "army": code("-1"),
        "villages": code("-1"),
    }
    assert found["rival"].tolist()[0] == code("attack")


def test_features_of_a_filler_are_its_own_and_those_of_how_it_lies() -> None:
    shelling = view("shelled", "shelling")
    near = [list(fillers(shelling.scene))]
    found = keys(near, [shelling], columns(near, [shelling]))
    assert found.shape == (len(FILLER) + len(LYING), 2)


def test_the_pattern_of_the_codebook_is_expected() -> None:
    found = columns([list(fillers(view("shelled", "shelling").scene))], [view("shelled", "shelling")])
    assert found["expected"].tolist() == [code("by"), code("to")]


def test_vectors_of_trigger_and_filler_stand_side_by_side() -> None:
    vectors, shelling = Vectors.load(), view("shelled", "shelling")
    found = dense([list(fillers(shelling.scene))], [shelling], vectors)
    assert found.shape == (2, 2 * vectors.width)
    assert found[0, : vectors.width].tolist() == vectors.of(shelling.trigger).tolist()
