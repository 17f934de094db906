import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from dragoman.reading.network import SMALL, Network, Weights, added, in_bytes, product
from dragoman.reading.parts import Named


def network() -> Network:
    """Feature "a" speaks for yes through the linear part, the dense input for no through the hidden layer."""
    return Network(
        ["no", "yes"],
        ["a", "b"],
        Weights(
            bag=np.zeros((2, 1), dtype=np.float32),
            linear=np.array([[0, 3], [0, 0]], dtype=np.float32),
            dense=np.array([[1]], dtype=np.float32),
            hidden_bias=np.zeros(1, dtype=np.float32),
            out=np.array([[5, 0]], dtype=np.float32),
            out_bias=np.zeros(2, dtype=np.float32),
        ),
    )


def dense(*values: float) -> np.ndarray:
    return np.array([[value] for value in values], dtype=np.float32)


def test_a_feature_moves_the_probability_of_its_label() -> None:
    table = network().probabilities([["a"], ["b"]], dense(0, 0))
    assert table[0, 1] > 0.9
    assert table[1, 1] == 0.5


def test_the_dense_input_counts_through_the_hidden_layer() -> None:
    assert network().probabilities([["b"]], dense(2))[0, 0] > 0.9


def test_unknown_features_count_nothing() -> None:
    assert network().probabilities([["never seen"]], dense(0))[0, 1] == 0.5


def test_no_examples_give_an_empty_table() -> None:
    assert network().probabilities([], np.zeros((0, 1), dtype=np.float32)).shape == (0, 2)


def test_a_saved_network_gives_the_same_probabilities(tmp_path) -> None:
    network().save(tmp_path / "n.npz")
    again = Network.load(tmp_path / "n.npz").probabilities([["a"]], dense(1))
    assert np.allclose(again, network().probabilities([["a"]], dense(1)), atol=1e-3)


def named(word: str) -> tuple[str, ...]:
    return (word, "never seen")


def fill(found) -> None:
    found.add([found.part(named, "a"), found.part(named, "b")], ["a"])
    found.add([found.part(named, "b")])


def test_examples_of_shared_parts_score_as_their_names_do() -> None:
    scorer, named_ones = network(), Named()
    found = scorer.examples()
    fill(found)
    fill(named_ones.examples)
    expected = scorer.probabilities(named_ones.lists(), dense(1, 0))
    assert np.allclose(scorer.combined(found, dense(1, 0)), expected, atol=1e-6)


def test_parts_of_earlier_texts_give_the_same_again() -> None:
    scorer = network()
    first, second = scorer.examples(), scorer.examples()
    fill(first)
    before = scorer.combined(first, dense(1, 0))
    second.add([second.part(named, "b")])
    fill(second)
    assert np.array_equal(scorer.combined(second, dense(0, 1, 0))[1:], before)


def test_a_full_store_of_parts_is_begun_anew(monkeypatch) -> None:
    monkeypatch.setattr("dragoman.reading.network.KEPT", 1)
    scorer = network()
    first = scorer.examples()
    fill(first)
    assert scorer.examples().parts is not first.parts
    assert scorer.combined(first, dense(0, 0))[0, 1] > 0.9


def test_sums_known_already_count() -> None:
    scorer = network()
    found = scorer.examples()
    found.add([found.part(named, "b")])
    beside = scorer.table[[scorer.row("a")]]
    assert scorer.combined(found, dense(0), beside)[0, 1] > 0.9


def test_an_unknown_feature_has_the_row_of_zeros() -> None:
    assert not network().table[network().row("never seen")].any()


def test_no_shared_examples_give_an_empty_table() -> None:
    scorer = network()
    assert scorer.combined(scorer.examples(), np.zeros((0, 1), dtype=np.float32)).shape == (0, 2)


@given(some.lists(some.lists(some.integers(0, 4), max_size=5), max_size=40))
def test_rows_are_added_run_by_run(runs: list[list[int]]) -> None:
    table = np.arange(15, dtype=np.float32).reshape(5, 3)
    rows = np.array([row for run in runs for row in run], dtype=np.intp)
    sums = added(table, rows, np.array([len(run) for run in runs], dtype=np.intp))
    assert sums.tolist() == [table[run].sum(axis=0).tolist() for run in runs]


def test_a_large_product_is_that_of_a_small_one() -> None:
    rng = np.random.default_rng(1)
    one = rng.normal(size=(200, 60)).astype(np.float32)
    other = rng.normal(size=(60, 40)).astype(np.float32)
    assert one.size * other.shape[1] > SMALL
    assert np.allclose(product(one, other)[:3], product(one[:3], other), atol=1e-4)


@given(some.lists(some.lists(some.floats(-8, 8, width=32), min_size=3, max_size=3), min_size=1, max_size=9))
def test_eight_bits_keep_a_row_within_half_a_step(rows: list[list[float]]) -> None:
    table = np.array(rows, dtype=np.float32)
    steps, scale = in_bytes(table)
    assert steps.dtype == np.int8
    assert (np.abs(steps * scale - table) <= scale / 2 + 1e-6).all()


def test_a_file_in_half_precision_is_read_as_well(tmp_path) -> None:
    network().save(tmp_path / "n.npz")
    with np.load(tmp_path / "n.npz") as data:
        arrays = {name: data[name] for name in data.files if not name.endswith("_scale")}
        arrays |= {name: (arrays[name] * data[f"{name}_scale"]).astype(np.float16) for name in ("bag", "linear")}
    np.savez_compressed(tmp_path / "half.npz", **arrays)
    again = Network.load(tmp_path / "half.npz").probabilities([["a"]], dense(1))
    assert np.allclose(again, network().probabilities([["a"]], dense(1)), atol=1e-3)
