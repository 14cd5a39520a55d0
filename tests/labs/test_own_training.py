"""What a learner's own training begins with, and how it ends: against scikit-learn, finite differences and geometry."""

import numpy as np
import pytest

from tutor.lab import Result
from tutor.labs import own_training
from tutor.labs.own_training import odd_digits, rings, way_back, xor_from_seed

SIZES = {"xor_from_seed": (4, 2, 2), "rings": (20, 2, 4), "odd_digits": (200, 64, 6)}


def sigmoid(z):
    """Return 1 / (1 + exp(-z))."""
    return 1 / (1 + np.exp(-z))


def trained(result: Result):
    """Return the network that training leads to, and its losses: the delta of each row, carried back, and a step."""
    from sklearn.metrics import log_loss

    X, y, W1, b1, W2, b2, rate, epochs = (
        result.readouts[name].value for name in ("X", "y", "W1", "b1", "W2", "b2", "rate", "epochs")
    )
    losses = []
    for _ in range(epochs):
        H = sigmoid(X @ W1 + b1)
        p = sigmoid(H @ W2 + b2)
        losses.append(log_loss(y[:, 0], p[:, 0]))
        delta = (p - y) / len(X)
        hidden = delta @ W2.T * H * (1 - H)
        W1, b1 = W1 - rate * X.T @ hidden, b1 - rate * hidden.sum(axis=0)
        W2, b2 = W2 - rate * H.T @ delta, b2 - rate * delta.sum(axis=0)
    return (lambda X: sigmoid(sigmoid(X @ W1 + b1) @ W2 + b2)), losses


@pytest.mark.parametrize("lab", [xor_from_seed, rings, odd_digits])
def test_the_shapes_are_those_that_the_exercises_state(lab):
    m, n, k = SIZES[lab.function.__name__]
    shapes = {"X": (m, n), "y": (m, 1), "W1": (n, k), "b1": (k,), "W2": (k, 1), "b2": (1,)}
    readouts = lab().readouts
    assert {name: readouts[name].value.shape for name in shapes} == shapes
    assert (readouts["m"].value, readouts["n"].value, readouts["k"].value) == (m, n, k)
    assert readouts["numbers"].value == n * k + k + k + 1


def test_the_way_back_starts_from_what_the_forward_pass_says():
    from sklearn.metrics import log_loss

    at_rest, start = way_back(seed=4).readouts, xor_from_seed(seed=4).readouts
    H = sigmoid(start["X"].value @ start["W1"].value + start["b1"].value)
    p = sigmoid(H @ start["W2"].value + start["b2"].value)
    assert at_rest["H"].value == pytest.approx(H)
    assert at_rest["p"].value == pytest.approx(p)
    for readouts in (at_rest, start):
        assert readouts["loss"].value == pytest.approx(log_loss([0, 1, 1, 0], p[:, 0]))


def test_a_training_on_xor_from_the_first_seed_gets_all_four_rows_right():
    result = xor_from_seed(seed=1)
    says, losses = trained(result)
    assert (says(result.readouts["X"].value) > 0.5).astype(float) == pytest.approx(result.readouts["y"].value)
    assert losses[0] > 0.7
    assert losses[-1] < 0.1


def test_the_inner_ring_is_told_from_the_outer_one():
    result = rings()
    X, y = result.readouts["X"].value, result.readouts["y"].value
    assert ((X**2).sum(axis=1) < 1).astype(float) == pytest.approx(y[:, 0])
    says, losses = trained(result)
    assert ((says(X) > 0.5) == y).all()
    assert losses[-1] < 0.1
    for x1, x2 in ((0, 0), (1.2, -0.3), (-0.6, 0.7)):
        assert rings(x1=x1, x2=x2).readouts["p"].value == pytest.approx(says(np.array([[x1, x2]]))[0, 0])


def test_the_odd_digits_that_training_never_saw_are_told_from_the_even_ones():
    result = odd_digits()
    says, _ = trained(result)
    images, labels = result.readouts["images"].value, result.readouts["labels"].value
    assert len(images) == len(labels) == result.readouts["unseen"].value == 100
    assert ((says(images) > 0.5) == labels).mean() > 0.9


def test_the_label_beside_an_image_is_its_own():
    for image in (0, 1, 57):
        result = odd_digits(image=image)
        digit = own_training.handwriting.held_out().labels[image]
        assert result.readouts["label"].value == digit % 2
        assert f"{digit}" in result.drawings[0].alt("en")
