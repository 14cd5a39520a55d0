"""What a learner's own training begins with: data, and a network whose numbers a seed has chosen."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

import numpy as np

from tutor.figure import Axis, Figure, Mark, Matrices, Matrix, Pixels, Points, Role
from tutor.lab import Readout, Result, Slider, lab
from tutor.labs import handwriting
from tutor.language import Text
from tutor.nn import mlp
from tutor.nn.arrays import Array
from tutor.nn.mlp import HIDDEN_ACTIVATIONS, MLP
from tutor.nn.perceptron import CORNERS, GATES

SIGMOID = HIDDEN_ACTIVATIONS["sigmoid"]
XOR: Array = np.array(GATES["XOR"], dtype=float)[:, None]  # (4, 1)

XOR_UNITS = 2
RATE = 5.0
EPOCHS = 100
"""Few epochs and long strides: a learner's training runs while they watch."""

RINGS_SEED = 3
RINGS_UNITS = 4
INNER, OUTER = 0.5, 1.2
"""The radii of the two rings: the inner one is y = 1."""
REACH = 1.5
"""What the map of the rings shows of each input, to both sides of 0."""

DIGITS_SEED = 2
DIGITS_UNITS = 6
DIGITS_RATE = 3.0
DIGITS_EPOCHS = 40

SEED = Slider(
    1,
    low=1,
    high=9,
    step=1,
    label=Text(en="seed", ko="시드"),
    help=Text(en="Chooses the numbers that the network starts from.", ko="신경망이 출발하는 수들을 고릅니다."),
)


def beginning(X: Array, y: Array, net: MLP, rate: float, epochs: int) -> dict[str, Readout]:
    """Return the readouts that a training takes: samples (m, n), labels (m, 1), the network, and how to go."""
    return {
        "X": Readout(X, "X", "g", role=Role.GIVEN),
        "y": Readout(y, "y", "g", role=Role.GIVEN),
        "W1": Readout(net.W1, "W1"),
        "b1": Readout(net.b1[0], "b1", "g"),
        "W2": Readout(net.W2, "W2"),
        "b2": Readout(net.b2[0], "b2", "g"),
        "rate": Readout(rate, Text(en="learning rate", ko="학습률"), "g", role=Role.OTHER),
        "epochs": Readout(epochs, Text(en="epochs", ko="에포크"), "d"),
        "m": Readout(len(X), "m", "d", role=Role.GIVEN),
        "n": Readout(X.shape[1], "n", "d", role=Role.GIVEN),
        "k": Readout(net.W1.shape[1], Text(en="hidden units", ko="은닉 유닛"), "d"),
        "numbers": Readout(sum(part.size for part in net), Text(en="numbers to learn", ko="배울 수의 개수"), "d"),
    }


@lab(seed=SEED, reads=(mlp.forward, mlp.backward))
def way_back(seed: float) -> Result:
    """The four rows of XOR after one forward pass: all that the way back is made of."""
    net = mlp.start(round(seed), XOR_UNITS)
    seen = mlp.forward(net, CORNERS, SIGMOID)
    readouts = {
        "X": Readout(CORNERS, "X", "g", role=Role.GIVEN),
        "y": Readout(XOR, "y", "g", role=Role.GIVEN),
        "H": Readout(seen.H, "H"),
        "p": Readout(seen.p, "p"),
        "W2": Readout(net.W2, "W2"),
        "loss": Readout(float(mlp.loss(seen.p, XOR)), Text(en="loss", ko="손실"), ".3f", role=Role.LOSS),
    }
    drawing = Matrices(
        (
            Matrix(CORNERS, "X", Role.GIVEN, "g"),
            "→",
            Matrix(seen.H, "H", Role.MODEL, ".2f"),
            "→",
            Matrix(seen.p, "p", Role.MODEL, ".2f"),
            "≠",
            Matrix(XOR, "y", Role.GIVEN, "g"),
        ),
        Text(
            en=f"To the four rows of XOR the network says {', '.join(f'{p:.2f}' for p in seen.p[:, 0])}.",
            ko=f"신경망은 XOR의 네 줄에 차례로 {', '.join(f'{p:.2f}' for p in seen.p[:, 0])}라고 답합니다.",
        ),
    )
    return Result(readouts, (drawing,), shows=("loss",))


@lab(seed=SEED, reads=(mlp.start, mlp.train))
def xor_from_seed(seed: float) -> Result:
    """The four rows of XOR, and a network of two hidden units that knows nothing yet."""
    net = mlp.start(round(seed), XOR_UNITS)
    readouts = beginning(CORNERS, XOR, net, RATE, EPOCHS)
    p = mlp.forward(net, CORNERS, SIGMOID).p
    readouts["loss"] = Readout(float(mlp.loss(p, XOR)), Text(en="loss", ko="손실"), ".3f", role=Role.LOSS)
    figure = _points(CORNERS, XOR, Axis("x1", -0.5, 1.5, (0, 1)), Axis("x2", -0.5, 1.5, (0, 1)))
    return Result(readouts, (figure,), shows=("rate", "epochs", "loss"))


@lru_cache(maxsize=1)
def ring_samples() -> tuple[Array, Array]:
    """Return points on two rings, (m, 2), and which of them lie on the inner one, (m, 1)."""
    inner = 2 * np.pi * np.arange(8) / 8
    outer = 2 * np.pi * (np.arange(12) + 0.5) / 12
    X = np.concatenate(
        [
            INNER * np.stack([np.cos(inner), np.sin(inner)], axis=1),
            OUTER * np.stack([np.cos(outer), np.sin(outer)], axis=1),
        ]
    )
    y = np.concatenate([np.ones(len(inner)), np.zeros(len(outer))])[:, None]
    return X, y


@lru_cache(maxsize=1)
def rings_network() -> MLP:
    """Return the network of the rings after its training."""
    X, y = ring_samples()
    net = mlp.start(RINGS_SEED, RINGS_UNITS)
    return next(islice(mlp.train(net, X, y, SIGMOID, RATE), EPOCHS - 1, None))


@lab(
    x1=Slider(0.0, low=-REACH, high=REACH, step=0.1, role=Role.GIVEN),
    x2=Slider(0.0, low=-REACH, high=REACH, step=0.1, role=Role.GIVEN),
    reads=(mlp.start, mlp.train),
)
def rings(x1: float, x2: float) -> Result:
    """Two rings, one inside the other, a network that knows nothing yet, and a point that it will be asked about."""
    X, y = ring_samples()
    readouts = beginning(X, y, mlp.start(RINGS_SEED, RINGS_UNITS), RATE, EPOCHS)
    p = mlp.forward(rings_network(), np.array([[x1, x2]]), SIGMOID).p
    readouts["p"] = Readout(float(p[0, 0]), Text(en="what the trained network says", ko="학습한 신경망의 답"))
    x, up = Axis("x1", -REACH, REACH, (-1, 0, 1)), Axis("x2", -REACH, REACH, (-1, 0, 1))
    figure = _points(X, y, x, up, Mark(x1, x2, Role.MODEL, "?", "◉"))
    return Result(readouts, (figure,), shows=("k", "rate", "epochs"))


@lab(
    image=Slider(
        0,
        low=0,
        high=99,
        step=1,
        label=Text(en="image", ko="그림"),
        role=Role.GIVEN,
        help=Text(en="Chooses one of the held-out digits.", ko="따로 떼어 둔 숫자 그림을 고릅니다."),
    ),
    reads=(mlp.start, mlp.train),
)
def odd_digits(image: float) -> Result:
    """Handwritten digits, the odd ones labelled 1: those to learn from, and others, the `images`, to be tried on."""
    (X, digits), (images, unseen) = handwriting.training_set(), handwriting.held_out()
    place = round(image)
    net = mlp.start(DIGITS_SEED, DIGITS_UNITS, X.shape[1])
    odd = (digits % 2)[:, None].astype(float)
    labels = (unseen % 2)[:, None].astype(float)
    readouts = beginning(X, odd, net, DIGITS_RATE, DIGITS_EPOCHS)
    readouts |= {
        "images": Readout(images, Text(en="unseen images", ko="못 본 그림"), role=Role.GIVEN),
        "labels": Readout(labels, Text(en="their labels", ko="그 레이블"), "g", role=Role.GIVEN),
        "unseen": Readout(len(images), Text(en="unseen images", ko="못 본 그림 수"), "d", role=Role.GIVEN),
        "label": Readout(float(labels[place, 0]), "y", "g", role=Role.GIVEN),
    }
    drawing = Pixels(
        images[place].reshape(8, 8),
        Text(
            en=f"Image {place}: a handwritten {unseen[place]}, so y = {labels[place, 0]:g}.",
            ko=f"그림 {place}: 손으로 쓴 {unseen[place]}. 그래서 y = {labels[place, 0]:g}입니다.",
        ),
        title=Text(en=f"image {place}", ko=f"그림 {place}"),
    )
    return Result(readouts, (drawing,), shows=("label", "k", "epochs"))


def _points(X: Array, y: Array, x: Axis, up: Axis, *more: Mark) -> Figure:
    """Return the samples in the plane of both inputs, those with y = 1 filled."""
    ones, zeros = X[y[:, 0] == 1], X[y[:, 0] == 0]
    return Figure(
        (
            Points(zeros[:, 0], zeros[:, 1], label="y = 0", mark="○"),
            Points(ones[:, 0], ones[:, 1], label="y = 1"),
            *more,
        ),
        Text(
            en=f"{len(X)} samples in the plane of x1 and x2: {len(ones)} with y = 1, {len(zeros)} with y = 0.",
            ko=f"x1, x2 평면의 샘플 {len(X)}개. y = 1이 {len(ones)}개, y = 0이 {len(zeros)}개입니다.",
        ),
        x,
        up,
        Text(en="the samples", ko="샘플"),
    )
