"""The drops under −ln p: as high as the losses, their sum a stack, and one slider alone can halve it."""

from __future__ import annotations

import math

import pytest

from tutor.figure import Segments
from tutor.labs.drops import drops

START = (0.9, 0.6, 0.01)
HUNDREDTHS = [hundredth / 100 for hundredth in range(1, 100)]


def total(p: tuple[float, ...]) -> float:
    return math.fsum(-math.log(one) for one in p)


@pytest.mark.parametrize("p", [START, (0.5, 0.5, 0.5), (0.99, 0.01, 0.3)])
def test_each_drop_reaches_from_its_p_to_the_curve_and_the_stack_is_as_high_as_all_of_them(
    p: tuple[float, ...],
) -> None:
    curve, stack = drops(p=p).drawings[0].parts
    hanging = next(layer for layer in curve.layers if isinstance(layer, Segments))
    assert [(x, 0, pytest.approx(-math.log(x))) for x in p] == [
        *zip(hanging.x0.tolist(), hanging.y0.tolist(), hanging.y1.tolist(), strict=True)
    ]
    boxes = [layer for layer in stack.layers if isinstance(layer, Segments)]
    heights = [box.y1.max() - box.y0[0] for box in boxes]
    assert [-math.log(x) for x in p] == pytest.approx(heights)
    assert total(p) == pytest.approx(boxes[-1].y1.max())
    assert (curve.y.low, curve.y.high) == (stack.y.low, stack.y.high), "a drop must stay as high on the stack"


def test_the_fall_of_one_takes_the_sum_from_1_31_to_5_22() -> None:
    readouts = drops(p=START).readouts
    assert (1.31, 5.22) == (round(total((0.9, 0.6, 0.5)), 2), round(total(START), 2))
    assert (1.31, 5.22) == (round(readouts["before"].value, 2), round(readouts["total"].value, 2))
    assert readouts["in_proportion"].value == pytest.approx(total((0.9, 0.6, 0.5)) + 0.49)
    assert (0.69, 4.61) == (round(-math.log(0.5), 2), round(-math.log(0.01), 2))


def test_only_c_can_halve_the_sum_alone_and_from_0_14_on() -> None:
    half = total(START) / 2
    enough = [
        (which, p) for which in range(3) for p in HUNDREDTHS if total((*START[:which], p, *START[which + 1 :])) <= half
    ]
    assert {2} == {which for which, _ in enough}
    assert 0.14 == min(p for _, p in enough)
    for p in (0.13, 0.14, 0.5):
        assert drops(p=(*START[:2], p)).readouts["halved"].value == ((2, p) in enough)
    assert drops(p=(0.99, 0.99, 0.01)).readouts["c_waits"].value
    assert not drops().readouts["halved"].value


def test_a_prediction_sees_the_places_and_the_curve_and_no_drop() -> None:
    curve, stack = drops().drawings[0].veiled().parts
    assert not [layer for layer in (*curve.layers, *stack.layers) if isinstance(layer, Segments)]
    assert 2 == len(curve.layers)
