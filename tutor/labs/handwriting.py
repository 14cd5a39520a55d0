"""Handwritten digits, and a softmax classifier that is trained on them here, in slices of ten epochs.

See data/README.md for where the images come from.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array
from tutor.nn.classifier import Classifier, probabilities, train, untrained
from tutor.nn.losses import categorical_cross_entropy, one_hot

CLASSES = 10
FULL = 16
"""The value of a pixel that is all ink."""

TRAINING = 200
"""How many of the images are learned from; the rest is held out."""

ALPHA = 0.5
EPOCHS_A_SLICE = 10
LAST_SLICE = 20


class Digits(NamedTuple):
    """Images as rows of pixels from 0 to 1, shape (m, 64), and the digits that were meant, shape (m,)."""

    X: Array
    labels: npt.NDArray[np.int_]


class Scores(NamedTuple):
    """How well a classifier does."""

    training_cost: float
    held_out_cost: float
    held_out_right: int
    """how many of the held-out images it gets right"""


@lru_cache(maxsize=1)
def _all_digits() -> Digits:
    rows = np.load(Path(__file__).parent / "data" / "digits.npy")  # (m, 65): 64 pixels, then the digit
    return Digits(rows[:, :-1] / FULL, rows[:, -1].astype(int))


def training_set() -> Digits:
    """Return the images that are learned from."""
    X, labels = _all_digits()
    return Digits(X[:TRAINING], labels[:TRAINING])


def held_out() -> Digits:
    """Return the images that training never sees."""
    X, labels = _all_digits()
    return Digits(X[TRAINING:], labels[TRAINING:])


@lru_cache(maxsize=LAST_SLICE + 1)
def trained(slices: int) -> Classifier:
    """Return the classifier after so many slices of training: always the same one, each slice worked out once."""
    X, labels = training_set()
    if slices == 0:
        return untrained(X.shape[1], CLASSES)
    return train(X, one_hot(labels, CLASSES), trained(slices - 1), ALPHA, EPOCHS_A_SLICE)


@lru_cache(maxsize=LAST_SLICE + 1)
def scores_after(slices: int) -> Scores:
    """Return the costs, and how many held-out images are right, after so many slices of training."""
    model = trained(slices)
    training_cost, held_out_cost = (
        categorical_cross_entropy(probabilities(X, model), one_hot(labels, CLASSES))
        for X, labels in (training_set(), held_out())
    )
    X, labels = held_out()
    right = probabilities(X, model).argmax(axis=1) == labels
    return Scores(training_cost, held_out_cost, int(right.sum()))
