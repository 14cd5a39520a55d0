"""Losses: how wrong a model is about one sample, and their mean, the cost of a set of samples.

The letters are the deck's: y is what is true, a prediction is H(x) for a number and p for a probability, m is the
number of samples and k the number of classes.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tutor.nn.arrays import Array

SMALLEST = 1e-7
"""The smallest probability that is given to a logarithm; log(0) has no value. Keras clips at the same number."""


def squared_error(prediction: Array, y: Array) -> Array:
    """Return the loss (H(x) - y)² of every sample: (m,) and (m,) -> (m,)."""
    error = prediction - y
    return error**2


def mean_squared_error(prediction: Array, y: Array) -> float:
    """Return the cost 1/m · sum of (H(x) - y)² of the whole set (MSE)."""
    return float(squared_error(prediction, y).mean())


def corrected_probability(p: Array, y: Array) -> Array:
    """Return the probability that was given to what is true: p where y is 1, and 1 - p where y is 0."""
    return np.where(y == 1, p, 1 - p)


def log_loss(p: Array, y: Array) -> Array:
    """Return the loss of every sample, -(y·ln(p) + (1 - y)·ln(1 - p)): (m,) and (m,) -> (m,).

    One of the two terms is always 0, so this is -ln of the corrected probability.
    """
    p = np.clip(p, SMALLEST, 1 - SMALLEST)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p))


def binary_cross_entropy(p: Array, y: Array) -> float:
    """Return the mean log loss of the whole set, with the natural logarithm."""
    return float(log_loss(p, y).mean())


def one_hot(labels: npt.NDArray[np.int_], k: int) -> Array:
    """Return a row for every label, with 1 at the label's place and 0 elsewhere: (m,) -> (m, k)."""
    return np.asarray(np.eye(k)[labels])


def categorical_cross_entropy(p: Array, y: Array) -> float:
    """Return the mean over the samples of -sum of y·ln(p), each sum along the classes: (m, k) and (m, k) -> number.

    y is one-hot, so each sum has one term left: -ln of the probability that was given to the true class.
    """
    losses = -(y * np.log(np.clip(p, SMALLEST, 1))).sum(axis=-1)  # (m, k) -> (m,)
    return float(losses.mean())
