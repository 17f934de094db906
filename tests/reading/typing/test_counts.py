from dragoman.reading.layers import Layers
from dragoman.reading.typing.counts import features, figure_fillers
from dragoman.reading.typing.rolefeatures import TriggerView
from tests.reading.keyed import key

TEXT = "Shells hit the market. They killed three men and wounded ten."


def test_a_figure_is_known_by_its_noun_the_verbs_above_and_the_words_near() -> None:
    context = Layers.open().context(TEXT, None)
    view = TriggerView(next(token for token in context.doc if token.text == "killed"), "attack", context)
    pairs = list(figure_fillers(view.trigger, context))
    found = set(features([pairs], [view]).lists()[0].tolist())
    assert {key("v", "kill"), key("vy", "attack", "kill"), key("w", "three"), key("h", "man")} <= found
    assert {key("own", "False"), key("vague", "False"), key("back", "0", "attack")} <= found
