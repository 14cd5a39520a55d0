"""The chain of slopes against powers worked out by hand, and the tangent against the rise of the curve."""

import math
from itertools import product

import numpy as np
import pytest

from tutor.figure import Chain, Figure, Line, Mark, Panels
from tutor.labs.activations import compare
from tutor.labs.saturation import chain


def parts(**values: object) -> tuple[Figure, Chain]:
    (picture,) = chain(**values).drawings
    assert isinstance(picture, Panels)
    figure, product_of_slopes = picture.parts
    assert isinstance(figure, Figure)
    assert isinstance(product_of_slopes, Chain)
    return figure, product_of_slopes


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


@pytest.mark.parametrize("kind", ["sigmoid", "tanh"])
@pytest.mark.parametrize("x", [-3.0, -0.4, 0.0, 1.3, 5.0])
def test_the_tangent_touches_the_curve_and_rises_as_it_does(kind: str, x: float) -> None:
    h = sigmoid if kind == "sigmoid" else math.tanh
    figure, _ = parts(kind=kind, x=x)
    (tangent,) = (layer for layer in figure.layers if isinstance(layer, Line) and layer.label != "h(x)")
    rise = (tangent.y[1] - tangent.y[0]) / (tangent.x[1] - tangent.x[0])
    assert rise == pytest.approx((h(x + 1e-5) - h(x - 1e-5)) / 2e-5, abs=1e-8)
    assert tangent.y.mean() == pytest.approx(h(x))
    assert tangent.x.mean() == pytest.approx(x)


def test_each_layer_multiplies_by_the_same_slope() -> None:
    _, product_of_slopes = parts(kind="sigmoid", x=0, layers=5)
    assert [0.25] * 5 == product_of_slopes.factors.tolist()
    assert "0.00098" in product_of_slopes.alt("en")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"kind": "sigmoid", "x": 0}, ""),
        ({"kind": "sigmoid", "x": 4}, "saturated"),  # sigmoid(4)·(1 - sigmoid(4)) = 0.0177
        ({"kind": "tanh", "x": -3}, "saturated"),
        ({"kind": "relu", "x": -1}, "dead"),
        ({"kind": "relu", "x": 1}, ""),
    ],
)
def test_a_unit_through_which_nothing_comes_wears_a_mark_that_says_so(values: dict[str, object], said: str) -> None:
    figure, product_of_slopes = parts(**values)
    (here,) = (layer for layer in figure.layers if isinstance(layer, Mark) and "slope" in layer.label("en"))  # type: ignore[operator]
    note = product_of_slopes.note
    assert ("✕" if said else "●") == here.mark
    assert bool(said) == (said in here.label("en") and bool(said))  # type: ignore[operator]
    assert (f"✕ {said}" if said else "") == (note if isinstance(note, str) else note("en"))


def test_the_task_holds_where_five_slopes_leave_more_than_a_tenth_and_nowhere_else() -> None:
    slopes = {
        "sigmoid": lambda x: sigmoid(x) * (1 - sigmoid(x)),
        "tanh": lambda x: 1 - math.tanh(x) ** 2,
        "relu": lambda x: float(x > 0),
    }
    met: dict[str, int] = dict.fromkeys(slopes, 0)
    for kind, tenths, layers in product(slopes, range(-60, 61, 3), (1, 3, 5, 7, 10)):
        x = tenths / 10
        readouts = chain(kind=kind, x=x, layers=layers).readouts
        survives = slopes[kind](x) ** layers > 0.1 and layers >= 5
        assert survives == readouts["survives"].value
        met[kind] += survives
        # What is said to a setting that does not do it is true.
        if not survives and readouts["by_few_layers"].value:
            assert layers < 5
        if readouts["is_dead"].value:
            assert x <= 0
    assert not met["sigmoid"]
    assert met["tanh"]
    assert met["relu"]


def test_swish_is_lowest_where_the_lesson_says() -> None:
    xs = np.linspace(-6, 6, 120_001)
    swish = xs / (1 + np.exp(-xs))
    assert -1.28 == pytest.approx(xs[swish.argmin()], abs=0.005)
    assert -0.2785 == pytest.approx(swish.min(), abs=5e-5)
    lowest = [tenths / 10 for tenths in range(-60, 61) if compare(x=tenths / 10).readouts["swish_at_its_lowest"].value]
    assert [-1.3] == lowest
