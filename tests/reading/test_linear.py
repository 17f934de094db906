import numpy as np

from dragoman.reading.linear import BIAS, LinearScorer


def scorer() -> LinearScorer:
    return LinearScorer(["no", "yes"], ["a", BIAS], np.array([[0, 2], [1, 0]], dtype=np.float32))


def test_probabilities_sum_to_one() -> None:
    assert abs(float(scorer().probabilities(["a"]).sum()) - 1) < 1e-6


def test_a_feature_moves_its_label() -> None:
    assert scorer().probabilities(["a"])[1] > scorer().probabilities([])[1]


def test_values_weigh_features() -> None:
    assert scorer().scores({"a": 2.0})[1] == 4.0


def test_saved_weights_come_back(tmp_path) -> None:
    scorer().save(tmp_path / "w.npz")
    assert LinearScorer.load(tmp_path / "w.npz").labels == ["no", "yes"]


def test_a_table_of_examples_is_their_probabilities_one_by_one() -> None:
    examples = [["a"], [], ["never seen", "a"]]
    expected = [scorer().probabilities(names) for names in examples]
    assert np.allclose(scorer().table(examples), expected, atol=1e-6)


def test_no_examples_give_an_empty_table() -> None:
    assert scorer().table([]).shape == (0, 2)
