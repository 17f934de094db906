from dragoman.reading.language import parse
from dragoman.reading.layers import Layers
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.features import dense, features
from dragoman.reading.vectors import Vectors
from tests.reading.keyed import key


def keys(text: str, word: str) -> set[int]:
    """The features of a word, among all words of its text."""
    context = Layers.open().context(text, None)
    found = features(list(context.doc), context).lists()
    return set(next(found[token.i] for token in context.doc if token.text == word).tolist())


def test_a_word_is_known_by_itself_its_actor_its_neighbours_and_its_head() -> None:
    found = keys("Jets bombed the port.", "bombed")
    assert {key("l", "bomb"), key("a", "jet"), key("la", "bomb", "jet"), key("n1", "the")} <= found
    assert {key("c", "dobj", "port"), key("lcw", "bomb", "dobj", "port")} <= found
    assert key("h", "bomb") in keys("Jets bombed the port.", "port")


def test_a_root_has_no_governor() -> None:
    assert key("h", "bomb") not in keys("Jets bombed the port.", "bombed")


def test_what_its_preposition_governs_is_known() -> None:
    assert key("pp", "of", "port") in keys("The bombing of the port went on.", "bombing")


def test_wordings_of_the_codebook_count_with_their_weight() -> None:
    assert key("xw", "airstrike", "strong") in keys("The airstrike killed three.", "airstrike")


def test_types_listed_beside_a_word_are_those_of_other_words() -> None:
    text = "The airstrike burned a mill."
    assert key("xs", "airstrike") in keys(text, "mill")
    assert key("xs", "airstrike") not in keys(text, "airstrike")


def test_types_of_what_hangs_below_and_above_are_known() -> None:
    text = "They condemned the airstrike."
    assert key("xc", "airstrike", "dobj") in keys(text, "condemned")
    assert key("xh", "condemnation", "dobj") in keys(text, "airstrike")


def test_what_the_sentence_before_tells_is_known() -> None:
    found = keys("An airstrike hit the port. The attack went on.", "attack")
    assert {key("xp", "airstrike"), key("xpl", "airstrike", "attack")} <= found


def test_the_dense_part_holds_the_vectors_of_the_word_its_head_and_its_arguments() -> None:
    doc = parse("Jets bombed the port.")
    vectors = Vectors.load()
    found = dense([doc[3]], Context(doc, [], [], [], [], {}, []), vectors)[0].reshape(-1, vectors.width)
    assert found[0].tolist() == vectors.of(doc[3]).tolist()
    assert found[1].tolist() == vectors.of(doc[1]).tolist()
    assert not found[2:6].any()
