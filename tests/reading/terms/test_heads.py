from dragoman.reading.layers import Layers
from dragoman.reading.terms.heads import features, heads
from dragoman.reading.typing.rolefeatures import TriggerView
from tests.reading.keyed import key

TEXT = "The army demanded that the rebels must leave the town."


def test_a_head_is_known_by_how_its_clause_begins() -> None:
    context = Layers.open().context(TEXT, None)
    view = TriggerView(next(token for token in context.doc if token.text == "demanded"), "demand", context)
    near = list(heads(view.scene))
    leave = next(at for at, head in enumerate(near) if head.token.text == "leave")
    found = set(features([near], [view]).lists()[leave].tolist())
    assert {key("m", "that", "demand"), key("m", "must", "demand"), key("modal", "must", "0", "demand")} <= found
    assert {key("e", "demanded"), key("e", "that"), key("g", "demand", "ccomp"), key("sj", "nsubj", "VERB")} <= found


def test_the_trigger_knows_itself() -> None:
    context = Layers.open().context(TEXT, None)
    view = TriggerView(next(token for token in context.doc if token.text == "demanded"), "demand", context)
    near = list(heads(view.scene))
    own = next(at for at, head in enumerate(near) if head.token.text == "demanded")
    assert key("self", "True") in features([near], [view]).lists()[own]
