"""The collapse labs against hand-worked figures."""

import itertools
import re

import numpy as np
import pytest

from tutor.figure import Figure, Line, Mark, Panels
from tutor.labs.collapse import deep, tent, two
from tutor.written import substituted


def test_the_two_desks_become_one_and_the_working_says_how() -> None:
    result = two(w1=2, b1=-1, w2=1.5, b2=-2)
    assert -3.5 == result.readouts["B"].value
    assert "1.5·(-1) + (-2) = -3.5" == substituted(result.readouts["B"].working)
    assert "1.5·2 = 3" == substituted(result.readouts["W"].working)


def test_without_activation_two_layers_never_leave_the_line() -> None:
    for w1, b1, w2, b2 in itertools.product((-3, 0, 0.5), (-3, 1), (-2.5, 0, 3), (-1, 3)):
        assert two(w1=w1, b1=b1, w2=w2, b2=b2).readouts["gap"].value < 1e-12


def test_a_relu_between_them_bends_where_its_inside_is_0() -> None:
    result = two(w1=2, b1=-3, w2=1.5, b2=1, x=0.5, kind="relu")
    assert 1.5 == result.readouts["kink"].value
    assert 1 == result.readouts["y"].value
    assert "2·0.5 + (-3) = -2, h(-2) = 0; 1.5·0 + 1 = 1" == substituted(result.readouts["y"].working)
    assert result.readouts["gap"].value > 1


def test_a_bend_outside_the_chart_is_not_called_one() -> None:
    begins = two(w1=1, b1=3, kind="relu").note.in_("en")  # bends at -3, where the chart begins
    assert "Within the chart" in begins
    assert "bend lies outside" in begins
    assert "No bend" in two(w1=0.5, b1=-2, kind="relu").note.in_("en")  # bends at 4
    assert "No single line" in two(w1=2, b1=-1, kind="relu").note.in_("en")
    assert "No single line" in two(w1=2, b1=-1, kind="step").note.in_("en")


def test_a_flat_first_layer_has_no_bend() -> None:
    assert "kink" not in two(w1=0, kind="relu").drawings[0].places


@pytest.mark.parametrize("depth", [2, 3, 4, 5])
def test_random_linear_layers_stay_straight_and_the_others_bend(depth: int) -> None:
    assert deep(depth=depth).readouts["gap"].value < 1e-9
    assert "weights" in deep(depth=depth).note("en")
    assert deep(depth=depth, kind="relu").readouts["gap"].value > 1
    assert deep(depth=depth, kind="step").readouts["gap"].value > 0.1


def test_two_layers_that_part_outside_the_chart_are_not_called_the_same() -> None:
    for w1, b1, w2, kind in itertools.product((-1, 0, 0.5, 2), (-3, 1, 3), (-2, 0, 1), ("linear", "relu", "step")):
        h = {"linear": lambda y: y, "relu": lambda y: max(0.0, y), "step": lambda y: float(y > 0)}[kind]
        same = all(w2 * h(w1 * x + b1) == w2 * (w1 * x + b1) for x in (-1000.0, -10.0, 0.0, 10.0, 1000.0))
        assert same == ("they are the same" in two(w1=w1, b1=b1, w2=w2, b2=1, kind=kind).note("en"))


def test_random_layers_that_come_out_constant_are_said_to_be_what_they_are() -> None:
    constant = 0
    for depth, seed in itertools.product((2, 3, 4, 5), range(41)):
        result = deep(depth=depth, kind="step", seed=seed)
        y = result.drawings[0].layers[1].y
        if y.min() == y.max():
            constant += 1
            assert re.findall(r"-?\d+(?:\.\d+)?", result.note("en")) == [f"{y[0]:.2f}".rstrip("0").rstrip(".")]
            assert "weights" not in result.note("en")
    assert constant > 10


def test_the_tent_stands_only_with_its_slopes() -> None:
    assert tent(v1=1, v2=-2, v3=1).readouts["is_tent"].value
    settings = itertools.product((0, 0.5, 1, 1.5), (-2.5, -2, -1), (0, 1, 2))
    pitched = [s for s in settings if tent(v1=s[0], v2=s[1], v3=s[2]).readouts["is_tent"].value]
    assert [(1, -2, 1)] == pitched


def test_the_tent_takes_all_three_units() -> None:
    weights = [halves / 2 for halves in range(-6, 7)]
    with_fewer = [one for one in itertools.product(weights, repeat=3) if 0 in one]
    assert not any(tent(v1=a, v2=b, v3=c).readouts["is_tent"].value for a, b, c in with_fewer)


@pytest.mark.parametrize("v", [(0.5, 0, 0), (1, -2, 1), (2, -3, 0), (-1, 0, 2.5)])
def test_the_sum_of_three_units_bends_once_for_each_that_is_on_and_nowhere_without_relu(v: tuple[float, ...]) -> None:
    result = tent(v1=v[0], v2=v[1], v3=v[2])
    (picture,) = result.drawings
    assert isinstance(picture, Panels)
    _, figure = picture.parts
    assert isinstance(figure, Figure)
    lines = {layer.label("en"): layer for layer in figure.layers if isinstance(layer, Line)}  # type: ignore[operator]
    total, straight = lines["their sum"], lines["without ReLU"]

    def bends(line: Line) -> set[float]:
        turned = np.abs(np.diff(line.y, 2)) > 1e-9
        return {round(float(x), 6) for x in line.x[1:-1][turned]}

    assert bends(total) == {float(at) for at, weight in enumerate(v) if weight}
    assert set() == bends(straight)
    assert straight.y == pytest.approx([sum(w * (x - at) for at, w in enumerate(v)) for x in straight.x])
    assert 3 == result.readouts["most_bends"].value
    # Each unit alone, one above the other: together they are what is drawn on the right.
    marks = {layer.x for layer in figure.layers if isinstance(layer, Mark) and layer.mark == "◇"}
    assert marks == bends(total)
