"""A stroke on a handwritten 9: what it does to the scores, the probabilities and the loss."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest

from tutor.figure import Bars, Pixels
from tutor.labs import handwriting
from tutor.labs.strokes import IMAGE, strokes

STROKES = [
    (row, column, ink) for row, column, ink in product(range(1, 9), range(1, 9), range(-5, 6)) if column + abs(ink) <= 9
]


def scores(row: int, column: int, ink: int) -> tuple[np.ndarray, list[float]]:
    """Return the image and its ten scores, pixel by pixel."""
    image = handwriting.held_out().X[IMAGE].copy()
    for at in range(abs(ink)):
        image[(row - 1) * 8 + column - 1 + at] = 1.0 if ink > 0 else 0.0
    model = handwriting.trained(handwriting.LAST_SLICE)
    return image, [
        math.fsum(pixel * weight for pixel, weight in zip(image, model.W[:, digit], strict=True)) + model.b[digit]
        for digit in range(10)
    ]


def shares(z: list[float]) -> list[float]:
    powers = [math.exp(one) for one in z]
    return [one / math.fsum(powers) for one in powers]


@pytest.mark.parametrize("stroke", STROKES[::37])
def test_the_three_drawings_are_the_image_its_scores_and_their_shares(stroke: tuple[int, int, int]) -> None:
    row, column, ink = stroke
    image, z = scores(row, column, ink)
    pixels, left, right = strokes(row=row, column=column, ink=ink).drawings[0].parts
    assert isinstance(pixels, Pixels)
    np.testing.assert_allclose(pixels.values.ravel(), image)
    assert {(row - 1, column - 1 + at) for at in range(abs(ink))} == pixels.marked
    for figure, expected in ((left, z), (right, shares(z))):
        bars = next(layer for layer in figure.layers if isinstance(layer, Bars))
        assert expected == pytest.approx(bars.values.tolist())


def test_without_a_stroke_the_9_is_read_as_a_3_by_little() -> None:
    _, z = scores(1, 1, 0)
    readouts = strokes().readouts
    assert 9 == handwriting.held_out().labels[IMAGE]
    assert (3, 9, 3) == (int(np.argmax(z)), readouts["meant"].value, readouts["said"].value)
    assert [z[9], z[3]] == pytest.approx([readouts["z_meant"].value, readouts["z_three"].value])
    assert z[1] < 0 < z[9] < z[3]
    assert 0.336 == pytest.approx(shares(z)[9], abs=5e-4)


def test_only_strokes_in_the_fourth_row_lift_the_9_past_the_goal() -> None:
    found = {stroke for stroke in STROKES if shares(scores(*stroke)[1])[9] > 0.8}
    assert {4} == {row for row, _, _ in found}
    assert (4, 3, 5) in found
    assert all(ink > 0 for _, _, ink in found)
    for stroke in [*found, *STROKES[::53]]:
        row, column, ink = stroke
        assert strokes(row=row, column=column, ink=ink).readouts["lifted"].value == (stroke in found)


def test_the_stroke_that_closes_the_loop_raises_the_9_and_lowers_the_3() -> None:
    before, after = scores(1, 1, 0)[1], scores(4, 3, 5)[1]
    assert after[9] > before[9] + 1
    assert after[3] < before[3] - 1


def test_the_loss_is_what_the_share_of_the_9_says() -> None:
    readouts = strokes(row=4, column=3, ink=5).readouts
    assert -math.log(shares(scores(4, 3, 5)[1])[9]) == pytest.approx(readouts["loss"].value, abs=1e-3)


def test_a_prediction_sees_the_digit_and_no_bar() -> None:
    pixels, left, right = strokes().drawings[0].veiled().parts
    assert isinstance(pixels, Pixels)
    for figure in (left, right):
        assert all(np.isnan(layer.values).all() for layer in figure.layers if isinstance(layer, Bars))
