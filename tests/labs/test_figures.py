"""Which way round every drawing of every lab is, what stands on it, and that its curves are those they are called."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.every_lab import LABS
from tutor.figure import (
    Axis,
    Chain,
    Drawing,
    Edge,
    Figure,
    Guide,
    Heat,
    Layer,
    Line,
    Mark,
    Matrices,
    Matrix,
    Network,
    Node,
    Pixels,
    Points,
    Polygon,
    Tile,
    Tiles,
    figures_in,
)
from tutor.lab import AnyParameter, Board, Choice, Past, Result, Slider, Timeline, Toggle, Value, Vector
from tutor.labs import forbes, xor_training
from tutor.language import Text
from tutor.nn.arrays import Array

X = np.array([1.0, 2.0, 3.0])
"""The deck's three points lie on the diagonal."""


def end_of(parameter: AnyParameter, last: bool) -> Value:
    """Return the lowest or the highest value of a parameter."""
    match parameter:
        case Slider(low=low, high=high):
            return high if last else low
        case Vector(low=low, high=high, default=default):
            return (high if last else low,) * len(default)
        case Choice(options=options):
            return list(options)[-last]
        case Toggle():
            return last
        case Timeline(last=final):
            return final if last else 0
        case Past(default=default):
            return default
        case Board(low=low, high=high):
            return parameter.check(f"1:{high},{high};0:{low},{low}") if last else ""


TRAININGS = {"playground:play", "diagnosis:train"}
SHORT = 5
"""A film of a long training is told after so many frames: later the last digit of one machine's sums has grown."""


@cache
def settings(name: str) -> dict[str, dict[str, Value]]:
    """Return what a lab is tried at: as it opens, and with everything at one end or at the other."""
    parameters = LABS[name].parameters
    short = {"frame": SHORT} if name in TRAININGS else {}
    return {
        "as it opens": {one: parameter.default for one, parameter in parameters.items()},
        "at the low end": {one: end_of(parameter, False) for one, parameter in parameters.items()},
        "at the high end": {one: end_of(parameter, True) for one, parameter in parameters.items()} | short,
    }


@cache
def result_of(name: str, where: str) -> Result:
    return LABS[name](**settings(name)[where])


PLACES = ("as it opens", "at the low end", "at the high end")


def figures(name: str, where: str) -> Iterator[Figure]:
    for drawing in result_of(name, where).drawings:
        yield from figures_in(drawing)


# -- what stands on a drawing ------------------------------------------------------------------------------------------


class TextFile(SingleFileSnapshotExtension):
    """One snapshot a file, as plain text."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT


def written(value: object) -> str:
    """Return a plain value in words; of a long array five numbers from end to end, of a map its corners."""
    if isinstance(value, Text):
        return " / ".join(dict.fromkeys((value("en"), value("ko"))))
    if isinstance(value, np.ndarray):
        shape = "x".join(map(str, value.shape))
        if value.ndim == 2 and min(value.shape) > 12:
            return f"{shape}, top {written(value[-1, [0, -1]].tolist())}; bottom {written(value[0, [0, -1]].tolist())}"
        flat = value.ravel()
        chosen = flat if flat.size <= 12 else flat[np.linspace(0, flat.size - 1, 5).astype(int)]
        return f"{shape} [{written(chosen.tolist())}]"
    if isinstance(value, bool | str | type(None)):
        return str(value)
    if isinstance(value, int | float | np.number):
        return f"{round(float(value), 9) + 0.0:.4g}"
    if isinstance(value, frozenset):
        return written(sorted(value))
    if isinstance(value, tuple | list):
        return ", ".join(written(one) for one in value)
    return getattr(value, "name", repr(value))


Described = Layer | Figure | Network | Matrices | Pixels | Tiles | Tile | Chain | Node | Edge | Matrix | Polygon | tuple
"""What is described field by field, not on one line."""


def described(value: object, name: str, depth: int = 0) -> Iterator[str]:
    """Yield a drawing line by line: every field that says something, in the order of its declaration."""
    indent = "  " * depth
    if dataclasses.is_dataclass(value) and not isinstance(value, Text):
        yield f"{indent}{name}: {type(value).__name__}"
        for field in dataclasses.fields(value):
            yield from described(getattr(value, field.name), field.name, depth + 1)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from described(one, f"{name} {key}", depth)
    elif isinstance(value, tuple | list) and any(isinstance(one, Described) for one in value):
        for number, one in enumerate(value):
            yield from described(one, f"{name} {number}", depth)
    elif not (value is None or value is False or (isinstance(value, str | tuple | frozenset) and not value)):
        yield f"{indent}{name}: {written(value)}"


@pytest.mark.parametrize("module", sorted({name.partition(":")[0] for name in LABS}))
def test_the_drawings_and_numbers_of_a_lab_in_words(module: str, snapshot: SnapshotAssertion) -> None:
    """Look for: the right label on each axis and layer, each colour's meaning, corners of a map the right way round."""
    lines: list[str] = []
    for name in LABS:
        if name.partition(":")[0] != module:
            continue
        lines += described(LABS[name].parameters, name)
        for where in PLACES:
            result = result_of(name, where)
            lines.append(f"=== {name} {where}")
            for one, readout in result.readouts.items():
                lines.append(f"  {one} ({written(readout.label)}; {readout.role}): {written(readout.value)}")
            for number, drawing in enumerate(result.drawings):
                lines += described(drawing, f"drawing {number}", 1)
            lines += described(result.table, "table", 1)
            lines += described(result.note, "note", 1)
    assert snapshot(extension_class=TextFile) == "\n".join(lines) + "\n"


def texts_in(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts_in(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from texts_in(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from texts_in(one)


@pytest.mark.parametrize("name", LABS)
def test_what_is_said_in_a_language_is_in_that_language(name: str) -> None:
    hangul, english = re.compile("[가-힣]"), re.compile("[A-Za-z]{4}")
    said = [text for where in PLACES for text in texts_in(result_of(name, where))]
    for text in (*said, *texts_in(LABS[name].parameters)):
        assert not hangul.search(text("en")), text
        assert text("ko") == text("en") or hangul.search(text("ko")) or not english.search(text("ko")), text


@pytest.mark.parametrize("name", LABS)
def test_both_languages_tell_the_same_numbers_of_a_drawing(name: str) -> None:
    for drawing in (drawing for where in PLACES for drawing in result_of(name, where).drawings):
        english, korean = (re.findall(r"\d+\.\d+", drawing.alt(language)) for language in ("en", "ko"))
        assert sorted(english) == sorted(korean), drawing.alt


def inside(axis: Axis, value: float) -> bool:
    return (axis.low is None or axis.low <= value) and (axis.high is None or value <= axis.high)


BEGINS_OUTSIDE = {"boiling:recipe"}
"""Labs whose model comes into the picture only as it learns."""


@pytest.mark.parametrize("name", LABS)
def test_limits_and_ticks_are_in_order_and_what_is_marked_lies_inside(name: str) -> None:
    for figure in figures(name, "as it opens"):
        for axis in (figure.x, figure.y):
            assert axis.low is None or axis.high is None or axis.low < axis.high
            ticks = list(axis.ticks or ())
            assert sorted(ticks) == ticks
            assert figure.equal or all(inside(axis, tick) for tick in ticks)
        if figure.equal:  # it shows more than its limits: how much, its size decides
            continue
        for layer in figure.layers:
            if isinstance(layer, Guide):
                assert inside(figure.x if layer.axis == "x" else figure.y, layer.at), layer
            elif isinstance(layer, Mark) and name not in BEGINS_OUTSIDE:
                assert inside(figure.x, layer.x), layer
                assert inside(figure.y, layer.y), layer
            elif isinstance(layer, Points):
                assert all(inside(figure.x, x) for x in layer.x), layer
                assert all(inside(figure.y, y) for y in layer.y), layer
            elif isinstance(layer, Heat):
                assert ((figure.x.low, figure.x.high), (figure.y.low, figure.y.high)) == (layer.x_range, layer.y_range)


@pytest.mark.parametrize("name", LABS)
def test_the_truth_of_a_prediction_is_drawn_where_the_guess_is_put(name: str) -> None:
    result = result_of(name, "as it opens")
    for figure in figures(name, "as it opens"):
        for readout, place in figure.places.items():
            if place.at is None or place.axis != "y":
                continue
            value = float(result.readouts[readout].value)
            drawn = [float(height) for layer in figure.layers for height in heights_at(layer, place.at)]
            assert any(np.isclose(value, height, rtol=1e-2, atol=1e-6) for height in drawn), (readout, value, drawn)


def heights_at(layer: object, x: float) -> Iterator[float]:
    """Yield where a layer stands over x."""
    if isinstance(layer, Mark) and np.isclose(layer.x, x):
        yield layer.y
    elif isinstance(layer, Points):
        yield from layer.y[np.isclose(layer.x, x)]
    elif isinstance(layer, Line) and len(layer.x) > 1 and layer.x.min() <= x <= layer.x.max():
        order = np.argsort(layer.x)
        yield float(np.interp(x, layer.x[order], layer.y[order]))


# -- curves are what they are called, by closed forms ------------------------------------------------------------------

Curve = Callable[..., Array]


def sigmoid(z: Array) -> Array:
    return 1 / (1 + np.exp(-z))


def cost(W: Array, b: Array | float = 0.0) -> Array:
    """The mean squared error of Wx + b on the three points, term by term."""
    return sum((W * x + b - x) ** 2 for x in X) / 3


CURVES: list[tuple[str, int, str, Curve]] = [
    ("activations:sigmoid", 0, "sigmoid", lambda x, **_: sigmoid(x)),
    ("categorical:two", 0, "sigmoid", lambda z, **_: sigmoid(z)),
    ("categorical:two", 0, "softmax of (0, z)", lambda z, **_: np.exp(z) / (1 + np.exp(z))),
    ("batches:mini_batch", 0, "H(x) = Wx", lambda x, W, **_: W * x),
    ("cost:mse", 0, "H(x) = Wx", lambda x, W, **_: W * x),
    ("cost:mse", 0, "data", lambda x, **_: x),
    ("cost:mse", 1, "worked out before", lambda W, **_: cost(W)),
    ("cost:sweep", 1, "cost(W)", lambda W, **_: 14 / 3 * (W - 1) ** 2),
    ("cost:one_sample", 0, "H(x) = Wx", lambda x, W, **_: W * x),
    ("descent:fog", 0, "cost(W)", lambda W, **_: 7 / 3 * (W - 1) ** 2),
    ("descent:fog", 0, "underfoot", lambda x, W, **_: 7 / 3 * (W - 1) ** 2 + 14 / 3 * (W - 1) * (x - W)),
    ("descent:walk", 0, "cost(W)", lambda W, **_: 7 / 3 * (W - 1) ** 2),
    ("descent:forms", 0, "cost(W)", lambda W, **_: 14 / 3 * (W - 1) ** 2),
    ("descent:forms", 1, "cost(W)", lambda W, **_: 7 / 3 * (W - 1) ** 2),
    ("regression:derivation", 0, "cost(W)", lambda W, **_: 7 / 3 * (W - 1) ** 2),
    ("regression:derivation", 0, "slope", lambda x, W, **_: 7 / 3 * (W - 1) ** 2 + 14 / 3 * (W - 1) * (x - W)),
    ("regression:line", 0, "H(x) = Wx + b", lambda x, W, b, **_: W * x + b),
    ("regression:line", 0, "data", lambda x, **_: x),
    ("regression:both", 0, "H(x) = Wx + b", lambda x, W, b, **_: W * x + b),
    ("cross_entropy:one", 0, "loss", lambda p, y, **_: -np.log(p if y == "1" else 1 - p)),
    ("cross_entropy:one", 0, "squared error", lambda p, y, **_: (p - float(y)) ** 2),
    ("perceptron:gate", 0, "boundary", lambda x1, w1, w2, b, theta, **_: (theta - b - w1 * x1) / w2),
    ("xor:one_line", 0, "boundary", lambda x1, w1, w2, b, **_: (-b - w1 * x1) / w2),
    ("saturation:dead", 0, "h(wx + b)", lambda x, w, b, **_: np.maximum(w * x + b, 0)),
]


def layer_called(drawing: Drawing, label: str) -> Any:
    assert isinstance(drawing, Figure)
    return next(layer for layer in drawing.layers if labelled(layer) == label)


def labelled(layer: Any) -> str:
    label = getattr(layer, "label", "")
    return label("en") if isinstance(label, Text) else label


@pytest.mark.parametrize(("name", "number", "label", "curve"), CURVES)
def test_a_curve_is_the_one_it_is_called(name: str, number: int, label: str, curve: Curve) -> None:
    layer = layer_called(result_of(name, "as it opens").drawings[number], label)
    across = next(iter(inspect.signature(curve).parameters))
    values = {one: value for one, value in settings(name)["as it opens"].items() if one != across}
    assert layer.y == pytest.approx(curve(layer.x, **values), abs=1e-9)


@pytest.mark.parametrize("kind", ["relu", "sigmoid", "tanh"])
def test_the_slope_drawn_beside_an_activation_is_the_rise_of_its_curve(kind: str) -> None:
    figure = LABS["activations:curve"](kind=kind).drawings[0]
    curve, slope = layer_called(figure, "h(x)"), layer_called(figure, "h'(x)")
    rise = np.gradient(curve.y, curve.x)
    smooth = np.abs(curve.x) > 0.1  # ReLU has a bend at 0
    assert slope.y[smooth] == pytest.approx(rise[smooth], abs=0.01)


# -- maps of a plane: x to the right, y upwards ------------------------------------------------------------------------


def heat_of(drawing: Drawing) -> Heat:
    assert isinstance(drawing, Figure)
    return next(layer for layer in drawing.layers if isinstance(layer, Heat))


def at(heat: Heat, x: float, y: float) -> float:
    """Return the value of the cell over (x, y), counted out from the figure's own words on `z`."""
    rows, columns = heat.z.shape
    column = int((x - heat.x_range[0]) / (heat.x_range[1] - heat.x_range[0]) * columns)
    row = int((y - heat.y_range[0]) / (heat.y_range[1] - heat.y_range[0]) * rows)
    return float(heat.z[min(row, rows - 1), min(column, columns - 1)])


PLANE = [(-0.4, 1.4), (1.4, -0.4), (0.1, 0.8), (0.8, 0.1), (1.4, 1.4), (-0.4, -0.4)]


@pytest.mark.parametrize(("name", "others"), [("perceptron:gate", {"theta": 0.3}), ("xor:one_line", {})])
def test_the_side_of_a_boundary_that_fires_is_where_the_weighted_sum_is_positive(
    name: str, others: dict[str, Value]
) -> None:
    w1, w2, b = 0.5, -1.0, 0.25
    heat = heat_of(LABS[name](w1=w1, w2=w2, b=b, **others).drawings[0])
    assert heat.boundary is not None
    fires = [at(heat, x, y) > heat.boundary for x, y in PLANE]
    assert [w1 * x + w2 * y + b > others.get("theta", 0.0) for x, y in PLANE] == fires  # type: ignore[operator]


def middles(heat: Heat) -> tuple[Array, Array]:
    """Return x and y in the middle of each cell, counted out one cell after the other."""
    rows, columns = heat.z.shape
    (left, right), (low, high) = heat.x_range, heat.y_range
    x = [left + (right - left) * (2 * column + 1) / (2 * columns) for column in range(columns)]
    y = [low + (high - low) * (2 * row + 1) / (2 * rows) for row in range(rows)]
    return np.meshgrid(np.array(x), np.array(y))  # type: ignore[return-value]


def xor_says(x1: Array, x2: Array) -> Array:
    net = xor_training.training(9, 2, "sigmoid", 1.0).until(0)[0].net
    (h1, h2) = (1 / (1 + np.exp(-(net.W1[0, k] * x1 + net.W1[1, k] * x2 + net.b1[0, k]))) for k in (0, 1))
    return np.asarray(1 / (1 + np.exp(-(net.W2[0, 0] * h1 + net.W2[1, 0] * h2 + net.b2[0, 0]))))


def log_cost(x: Array, y: Array) -> Callable[[Array, Array], Array]:
    def of(W: Array, b: Array) -> Array:
        halves = sum((W * one + b - true) ** 2 for one, true in zip(x, y, strict=True)) / (2 * len(x))
        return np.log10(np.maximum(halves, 0.01))

    return of


HEATS: Mapping[str, Callable[[Array, Array], Array]] = {
    "cost:line": lambda W, b: np.minimum(cost(W, b), 8),
    "regression:bowl": log_cost(X, X),
    "boiling:scales": log_cost(*forbes.measurements()),
    "perceptron:gate": lambda x1, x2: (0.6 * x1 + 0.9 * x2 > 1e-9) * 1.0,
    "perceptron:learn": lambda x1, x2: 0.0 * (x1 + x2),
    "xor:one_line": lambda x1, x2: (x1 + x2 - 0.5 > 1e-9) * 1.0,
    "xor:gates": lambda s1, s2: (0.6 * s1 + 0.6 * s2 - 1 > 1e-9) * 1.0,
    "xor_training:train": xor_says,
}
"""What each map shows at a place, worked out on its own."""


@pytest.mark.parametrize("name", LABS)
def test_a_map_has_in_each_cell_the_value_of_the_cell_s_middle(name: str) -> None:
    heats = [
        layer
        for drawing in result_of(name, "as it opens").drawings
        if isinstance(drawing, Figure)
        for layer in drawing.layers
        if isinstance(layer, Heat)
    ]
    assert bool(heats) == (name in HEATS)
    for heat in heats:
        assert heat.z == pytest.approx(HEATS[name](*middles(heat)), abs=1e-9)


@pytest.mark.parametrize("name", ["cost:line", "regression:bowl", "boiling:scales"])
def test_the_lowest_place_of_a_map_is_where_it_is_marked(name: str) -> None:
    for where in PLACES:
        for figure in figures(name, where):
            for mark in figure.layers:
                if isinstance(mark, Mark) and mark.mark == "✓":
                    heat = heat_of(figure)
                    assert at(heat, mark.x, mark.y) <= np.quantile(heat.z, 0.1)


def test_a_trained_network_s_map_says_at_the_four_rows_what_the_network_says_there() -> None:
    for where in ("as it opens", "at the high end"):
        drawing = result_of("xor_training:train", where).drawings[0]
        said = [float(word) for word in re.findall(r"\d\.\d\d", drawing.alt("en"))][:4]
        shown = [at(heat_of(drawing), x1, x2) for x1, x2 in ((0, 0), (0, 1), (1, 0), (1, 1))]
        assert said == pytest.approx(shown, abs=0.1)


# -- the numbers of a weight: from, then to ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", LABS)
def test_the_numbers_of_a_weight_say_from_which_node_and_then_to_which(name: str) -> None:
    for where in PLACES:
        for drawing in result_of(name, where).drawings:
            for edge in drawing.edges if isinstance(drawing, Network) else ():
                weight = re.fullmatch(r"∂?w(\d+)", edge.name)
                if weight is None:
                    continue
                (column, source), (_, target) = edge.source, edge.target
                layer = "" if column == 0 else str(column)  # what leaves a hidden layer says first which one
                to = str(target + 1) if len(weight[1]) > 1 else ""  # a neuron all alone need not be named
                assert weight[1] == f"{layer}{source + 1}{to}"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_formula_of_a_lesson_names_the_input_of_a_weight_before_the_neuron(language: str) -> None:
    lessons = sorted((Path(__file__).parents[2] / "lessons").glob(f"*/lesson.{language}.md"))
    products = [pair for lesson in lessons for pair in re.findall(r"w_\{(\d)\d\} x_(\d)", lesson.read_text("utf-8"))]
    assert len(products) >= 10
    assert all(source == one for source, one in products)
