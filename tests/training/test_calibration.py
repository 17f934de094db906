"""Probabilities that are what they say."""

import numpy as np
import pytest

from training.calibration import calibration_error, cool


def test_a_temperature_above_one_makes_probabilities_less_sure():
    table = np.array([[0.9, 0.1]], dtype=np.float32)
    assert cool(table, 2.0)[0, 0] == pytest.approx(0.75)


def test_probabilities_that_come_true_as_often_as_they_say_have_no_error():
    said = np.array([0.25] * 4, dtype=np.float32)
    assert calibration_error(said, np.array([True, False, False, False])) == pytest.approx(0.0)


def test_probabilities_that_are_too_sure_have_an_error():
    said = np.array([1.0, 1.0], dtype=np.float32)
    assert calibration_error(said, np.array([True, False])) == pytest.approx(0.5)
