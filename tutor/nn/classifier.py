"""A softmax classifier: one layer of scores, softmax, and descent on the categorical cross-entropy.

Shapes: m samples, n inputs, k classes. X holds one sample a row, Y one one-hot row a sample.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from tutor.nn.activations import softmax
from tutor.nn.arrays import Array


class Classifier(NamedTuple):
    """The learned numbers, or the gradient of the cost: one entry for each of them."""

    W: Array
    """(n, k): from each input to each class"""
    b: Array
    """(k,)"""


def untrained(n: int, k: int) -> Classifier:
    """Return a classifier that knows nothing: every score is 0, so every class gets 1/k.

    This cost is a bowl, so any start leads to the same bottom and no randomness is needed.
    """
    return Classifier(np.zeros((n, k)), np.zeros(k))


def scores(X: Array, model: Classifier) -> Array:
    """Return z = X·W + b, one score a class."""
    return X @ model.W + model.b  # (m, n) @ (n, k) -> (m, k)


def probabilities(X: Array, model: Classifier) -> Array:
    """Return the softmax of every sample's scores: (m, n) -> (m, k)."""
    return softmax(scores(X, model))


def gradient(X: Array, Y: Array, model: Classifier) -> Classifier:
    """Return the derivative of the categorical cross-entropy by every weight and bias.

    The derivative by the scores is p - y, as simple as that: softmax and logarithm undo each other.
    """
    error = (probabilities(X, model) - Y) / len(X)  # (m, k)
    return Classifier(X.T @ error, error.sum(axis=0))  # (n, m) @ (m, k) -> (n, k)


def train(X: Array, Y: Array, model: Classifier, alpha: float, epochs: int) -> Classifier:
    """Return the classifier after so many updates W := W - alpha·dcost/dW, each over all samples."""
    for _ in range(epochs):
        slope = gradient(X, Y, model)
        model = Classifier(model.W - alpha * slope.W, model.b - alpha * slope.b)
    return model
