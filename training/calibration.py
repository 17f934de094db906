"""How far probabilities are what they say."""

import numpy as np

from dragoman.reading.network import Floats

BINS = 10


def cool(table: Floats, temperature: float) -> Floats:
    """Probabilities as if the scores behind them had been divided by the temperature."""
    raised = np.power(table + 1e-12, 1.0 / temperature)
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)


def calibration_error(said: Floats, true: np.ndarray) -> float:
    """The mean distance, over the examples, between what a bin's probabilities say and how often they were right."""
    bins = np.minimum((said * BINS).astype(int), BINS - 1)
    held = [bins == at for at in range(BINS)]
    return float(sum(abs(said[one].mean() - true[one].mean()) * one.sum() for one in held if one.any()) / len(said))
