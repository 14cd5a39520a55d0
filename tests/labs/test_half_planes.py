"""The line, the arrow and the sums of a perceptron, against geometry worked out on its own."""

import itertools

import numpy as np
import pytest

from tutor.figure import Figure, Line, Mark, Panels, Side
from tutor.labs.half_planes import arrow_of, line_of, sides

SETTINGS = [
    (w1, w2, b) for w1, w2, b in itertools.product((-2, -0.7, 0, 1.3, 2), (-2, -1, 0, 0.4, 2), (-2, -1.4, 0, 0.9, 2))
]


def parts(**values: float) -> tuple[Figure, Figure]:
    (picture,) = sides(**values).drawings
    assert isinstance(picture, Panels)
    plane, sums = picture.parts
    assert isinstance(plane, Figure)
    assert isinstance(sums, Figure)
    return plane, sums


def test_the_line_is_where_the_sum_is_0_and_the_arrow_stands_square_on_it() -> None:
    for w1, w2, b in (one for one in SETTINGS if one[:2] != (0, 0)):
        w = np.array([w1, w2])
        ends = line_of(w, b)
        assert ends is not None
        x, y = ends
        assert w1 * x + w2 * y + b == pytest.approx([0, 0], abs=1e-9), (w1, w2, b)
        start, tip = arrow_of(w, b)
        assert float(w @ start) + b == pytest.approx(0, abs=1e-9), (w1, w2, b)
        along = np.array([x[1] - x[0], y[1] - y[0]])
        assert float(along @ (tip - start)) == pytest.approx(0, abs=1e-9), (w1, w2, b)
        assert float(w @ tip) + b > 0, (w1, w2, b)  # it points to the side that says 1


def test_without_weights_there_is_no_line() -> None:
    plane, _ = parts(w1=0, w2=0, b=1)
    assert line_of(np.zeros(2), 1.0) is None
    assert not [layer for layer in plane.layers if isinstance(layer, Line)]


def test_each_corner_wears_what_the_perceptron_says_there() -> None:
    for w1, w2, b in SETTINGS:
        plane, sums = parts(w1=w1, w2=w2, b=b)
        (side,) = (layer for layer in plane.layers if isinstance(layer, Side))
        assert (w1, w2, -b) == (side.x_weight, side.y_weight, side.level)
        marks = [layer for layer in plane.layers if isinstance(layer, Mark) and layer.label != "w"]
        said = {(mark.x, mark.y): mark.label for mark in marks}
        for x1, x2 in itertools.product((0, 1), repeat=2):
            fires = round(w1 * x1 + w2 * x2 + b, 9) > 0
            assert f"{fires:d} {'✓' if fires == (x1 and x2) else '×'}" == said[x1, x2], (w1, w2, b)
        ends = [layer.x for layer in sums.layers if isinstance(layer, Mark) and layer.mark in "●○"]
        assert ends == pytest.approx([b, w2 + b, w1 + b, w1 + w2 + b]), (w1, w2, b)


def test_a_bias_of_one_more_moves_the_line_to_where_the_lesson_says() -> None:
    readouts = sides(w1=2, w2=-1, b=-1.4).readouts
    assert [0.7, 0.2] == pytest.approx([readouts["crossing"].value, readouts["crossing_with_more"].value])
    # What is said to each wrong number: too far that way, too far this way, the right stride the wrong way.
    wrong = [readouts[name].value for name in ("moved_by_one", "moved_back_by_one", "moved_the_wrong_way")]
    assert [1.7, -0.3, 1.2] == pytest.approx(wrong)


def test_the_truths_of_the_task_are_those_of_the_truth_table() -> None:
    for w1, w2, b in SETTINGS:
        readouts = sides(w1=w1, w2=w2, b=b).readouts
        table = tuple(round(w1 * x1 + w2 * x2 + b, 9) > 0 for x1, x2 in itertools.product((0, 1), repeat=2))
        gates = {
            "is_and": (False, False, False, True),
            "is_or": (False, True, True, True),
            "is_nand": (True, True, True, False),
            "always_0": (False,) * 4,
            "always_1": (True,) * 4,
        }
        for name, row in gates.items():
            assert (table == row) == readouts[name].value
        copies = table in ((False, False, True, True), (False, True, False, True))
        assert copies == readouts["copies_an_input"].value
        assert (sum(table) == 1 and not table[3]) == readouts["another_corner"].value


def test_and_takes_two_moves_from_where_the_stage_begins_and_is_not_there_before() -> None:
    start = {"w1": 2, "w2": -1, "b": -1.4}
    assert not sides(**start).readouts["is_and"].value
    assert sides(**{**start, "w2": 1, "b": -2}).readouts["is_and"].value
    one_move = [{**start, name: tenths / 10} for name in start for tenths in range(-20, 21)]
    assert not any(sides(**values).readouts["is_and"].value for values in one_move)
