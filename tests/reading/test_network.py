import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from dragoman.reading.keys import codes
from dragoman.reading.network import CHUNK, SMALL, Features, Network, Places, Weights, aligned, in_bytes, product


def network() -> Network:
    """Feature "a" speaks for yes through the linear part, the dense input for no through the hidden layer."""
    return Network(
        ["no", "yes"],
        codes("ab"),
        Weights(
            bag=np.zeros((2, 1), dtype=np.float32),
            linear=np.array([[0, 3], [0, 0]], dtype=np.float32),
            dense=np.array([[1]], dtype=np.float32),
            hidden_bias=np.zeros(1, dtype=np.float32),
            out=np.array([[5, 0]], dtype=np.float32),
            out_bias=np.zeros(2, dtype=np.float32),
        ),
    )


def bags(*names: str) -> Features:
    """One example for each word of one-letter features."""
    owners = np.array([at for at, name in enumerate(names) for _ in name], dtype=np.intp)
    return Features(np.zeros((1, len(names)), dtype=np.uint64), owners, codes("".join(names)))


def dense(*values: float) -> np.ndarray:
    return np.array([[value] for value in values], dtype=np.float32)


def test_a_feature_moves_the_probability_of_its_label() -> None:
    table = network().probabilities(bags("a", "b"), dense(0, 0))
    assert table[0, 1] > 0.9
    assert table[1, 1] == 0.5


def test_the_dense_input_counts_through_the_hidden_layer() -> None:
    assert network().probabilities(bags("b"), dense(2))[0, 0] > 0.9


def test_unknown_features_count_nothing() -> None:
    assert network().probabilities(bags("x"), dense(0))[0, 1] == 0.5


def test_no_examples_give_an_empty_table() -> None:
    assert network().probabilities(bags(), np.zeros((0, 1), dtype=np.float32)).shape == (0, 2)


def test_a_saved_network_gives_the_same_probabilities(tmp_path) -> None:
    network().save(tmp_path / "n.npz")
    again = Network.load(tmp_path / "n.npz").probabilities(bags("a"), dense(1))
    assert np.allclose(again, network().probabilities(bags("a"), dense(1)), atol=1e-3)


def test_features_of_every_example_and_single_ones_add_up() -> None:
    each = Features(codes("ab")[:, None])
    assert np.array_equal(network().probabilities(each, dense(0)), network().probabilities(bags("ab"), dense(0)))


def test_sums_known_already_count() -> None:
    scorer = network()
    beside = scorer.table[scorer.rows(codes("a"))]
    assert scorer.probabilities(bags("b"), dense(0), beside)[0, 1] > 0.9


def test_an_unknown_feature_has_the_row_of_zeros() -> None:
    assert not network().table[network().rows(codes("x"))].any()


def test_many_examples_score_as_each_does() -> None:
    names = ["ab", "", "a", "aab", "x"] * CHUNK
    found = network().probabilities(bags(*names), np.zeros((len(names), 1), dtype=np.float32))
    alone = [network().probabilities(bags(name), dense(0))[0] for name in names[:5]]
    assert np.allclose(found.reshape(CHUNK, 5, 2), alone, atol=1e-6)


def test_the_features_of_an_example_are_listed() -> None:
    given_ones = Features(
        np.array([[1, 0]], dtype=np.uint64), np.array([1, 0, 1]), np.array([5, 6, 7], dtype=np.uint64)
    )
    assert [keys.tolist() for keys in given_ones.lists()] == [[1, 6], [5, 7]]


@given(some.sets(some.integers(1, 2**64 - 1)), some.lists(some.integers(0, 2**64 - 1)))
def test_keys_are_found_at_their_places(known: set[int], asked: list[int]) -> None:
    keys = sorted(known)
    places = Places(np.array(keys, dtype=np.uint64)).of(np.array([*keys, *asked], dtype=np.uint64))
    assert places.tolist() == [keys.index(key) if key in known else len(keys) for key in [*keys, *asked]]


def test_keys_that_share_a_slot_are_told_apart() -> None:
    keys = np.array([1, 2, 3, 4], dtype=np.uint64)
    assert Places(keys).of(np.array([4, 3, 2, 1, 5], dtype=np.uint64)).tolist() == [3, 2, 1, 0, 4]


@given(some.lists(some.lists(some.integers(0, 4), max_size=5), max_size=40))
def test_each_owner_has_a_line_with_its_rows(runs: list[list[int]]) -> None:
    owners = np.array([at for at, run in enumerate(runs) for _ in run], dtype=np.intp)
    rows = np.array([row for run in runs for row in run], dtype=np.intp)
    table, lengths = aligned(rows, owners, len(runs), nothing=4)
    assert [line[line != 4].tolist() for line in table] == [[row for row in run if row != 4] for run in runs]
    assert lengths.tolist() == [sum(row != 4 for row in run) for run in runs]


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
    again = Network.load(tmp_path / "half.npz").probabilities(bags("a"), dense(1))
    assert np.allclose(again, network().probabilities(bags("a"), dense(1)), atol=1e-3)
