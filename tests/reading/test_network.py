import numpy as np

from dragoman.reading.network import Network, Weights


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
