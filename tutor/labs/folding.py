"""What a layer does to the plane: it is multiplied, shifted and bent, and the four corners travel with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from tutor.figure import Axis, Figure, Layer, Line, Mark, Panels, Role, Segments
from tutor.lab import Choice, Readout, Result, Timeline, lab
from tutor.language import MINUS, Text
from tutor.nn import activations, perceptron
from tutor.nn.arrays import Array
from tutor.nn.xor import bent, one_line_does
from tutor.working import given
from tutor.written import number

MOMENTS = 40
"""The way through the layer, in steps: the first half multiplies and shifts, the second bends."""
LAYERS: Mapping[str, tuple[Array, Array]] = {
    "spread": (np.array([[1.0, -0.7], [-0.7, 1.0]]), np.zeros(2)),
    "gates": (np.array([[-1.0, 1.0], [-1.0, 1.0]]), np.array([1.5, -0.5])),
}
"""W (2, 2) and b (2,) of each layer: two neurons that look at different things, and NAND with OR, which look at one."""
BEFORE, AFTER = (-0.5, 1.5), (-1.0, 1.6)
"""What is shown of the plane at the least, on either side of the layer."""
TARGETS: Array = np.array(perceptron.GATES["XOR"], dtype=float)
_MARKS: Array = np.linspace(-0.5, 1.5, 5)
_ALONG: Array = np.linspace(-0.5, 1.5, 33)
_FINE = 49
"""Places along each axis at which it is looked on which side of the one line a place comes to lie."""


def _grid() -> Array:
    """Return the lines of a grid as places (m, 2), with a gap after each."""
    gap = np.full((1, 2), np.nan)
    upright = [np.concatenate([np.stack([np.full_like(_ALONG, at), _ALONG], axis=1), gap]) for at in _MARKS]
    level = [np.concatenate([np.stack([_ALONG, np.full_like(_ALONG, at)], axis=1), gap]) for at in _MARKS]
    return np.concatenate([*upright, *level])


GRID = _grid()


@lab(
    layer=Choice(
        "spread",
        options={"spread": Text(en="two looks", ko="다른 눈"), "gates": Text(en="NAND, OR", ko="NAND, OR")},
        label=Text(en="layer", ko="층"),
    ),
    kind=Choice(
        "relu",
        options={"linear": Text(en="none", ko="없음"), "tanh": "tanh", "relu": "ReLU"},
        label=Text(en="bend", ko="활성화 함수"),
    ),
    moment=Timeline(0, last=MOMENTS, per_second=12, label=Text(en="moment", ko="순간")),
    reads=(bent, one_line_does),
)
def space(layer: str, kind: str, moment: int) -> Result:
    """Lead the plane through a layer of two neurons, as far as a moment says, and look whether one line is enough."""
    W, b = LAYERS[layer]
    h, t = activations.ACTIVATIONS[kind].h, moment / MOMENTS
    lands = bent(perceptron.CORNERS, W, b, h, t)
    level = one_line_does(lands, TARGETS)
    sooner = bent(perceptron.CORNERS, W, b, h, max(t - 1 / MOMENTS, 0.0))
    does, did = level is not None, one_line_does(sooner, TARGETS) is not None
    places = ", ".join(
        f"({a:.0f}, {c:.0f}) → ({number(x)}, {number(y)})"
        for (a, c), (x, y) in zip(perceptron.CORNERS, lands, strict=True)
    )
    alt = Text(
        en=f"The plane before and {number(t)} of the way through the layer: {places}. "
        f"{'One line separates ● from ○.' if does else 'No line separates ● from ○.'}",
        ko=f"층에 들어가기 전의 평면과 층을 {number(t)}만큼 지난 평면. {places}. "
        f"{'직선 하나로 ●와 ○가 나뉩니다.' if does else '직선 하나로는 ●와 ○를 나눌 수 없습니다.'}",
    )
    boundary, moved = _boundary_before(W, b, kind, t, level), bent(GRID, W, b, h, t)
    parts = (
        _plane(perceptron.CORNERS, GRID, boundary, BEFORE, _BEFORE, ("x1", "x2"), alt, "before"),
        _plane(lands, moved, _boundary_after(level), AFTER, _title(t, kind), ("h1", "h2"), alt, "after"),
    )
    picture = Panels(
        tuple(
            _with_creases(part, layer, kind, t, is_after) for part, is_after in zip(parts, (False, True), strict=True)
        ),
        alt,
    )
    (w11, w12), (w21, w22) = W.tolist()
    area = given(w11, "w11") * given(w22, "w22") - given(w12, "w12") * given(w21, "w21")
    x, y = lands[3].tolist()
    readouts = {
        "det": Readout.of(area, "det W"),
        "lands": Readout(
            f"({number(x)}, {number(y)})".replace("-", MINUS), Text(en="(1, 1) is at", ko="(1, 1)의 자리")
        ),
        "first_moment": Readout(does and not did),
        "too_late": Readout(does and did),
        "not_bent_yet": Readout(not does and t <= 0.5),
        "never_folds": Readout(kind != "relu"),
        "is_a_line": Readout(layer == "gates" and t == 0.5),
        "is_a_plane_still": Readout(t < 0.5),
        "is_bent_already": Readout(t > 0.5),
    }
    return Result(readouts, (picture,), shows=("det", "lands"))


_BEFORE = Text(en="before the layer", ko="층에 들어가기 전")


def _title(t: float, kind: str) -> Text:
    """Return what the layer is doing to the plane now."""
    done = f"{min(t, 0.5) * 2:.0%}"
    if t <= 0.5 or kind == "linear":
        return Text(en=f"in the layer: times W, plus b ({done})", ko=f"층 안: W를 곱하고 b를 더함 ({done})")
    name = {"tanh": "tanh", "relu": "ReLU"}[kind]
    return Text(en=f"in the layer: bent by {name} ({2 * t - 1:.0%})", ko=f"층 안: {name}로 구부림 ({2 * t - 1:.0%})")


def _plane(
    corners: Array,
    grid: Array,
    boundary: tuple[Layer, ...],
    window: tuple[float, float],
    title: Text,
    axes: tuple[str, str],
    alt: Text,
    part: str,
) -> Figure:
    layers: list[Layer] = [Line(grid[:, 0], grid[:, 1], Role.QUIET), *boundary]
    for x, y in dict.fromkeys((x, y) for x, y in np.round(corners, 6).tolist()):
        here = np.isclose(corners, (x, y), atol=1e-6).all(axis=1)
        names = " ".join(f"{a:.0f}{c:.0f}" for a, c in perceptron.CORNERS[here])
        wanted = {bool(target) for target in TARGETS[here]}
        layers.append(Mark(x, y, Role.GIVEN, names, "◐" if len(wanted) > 1 else "●" if wanted == {True} else "○"))
    ticks = (-1, 0, 1, 2)
    across, up = (Axis(name, *window, ticks=ticks) for name in axes)
    return Figure(tuple(layers), alt, across, up, title, equal=True, part=part)


def _with_creases(figure: Figure, layer: str, kind: str, t: float, is_after: bool) -> Figure:
    """Return the figure with the lines along which a ReLU folds the plane: where one of the two sums is 0."""
    if kind != "relu":
        return figure
    W, b = LAYERS[layer]
    creases: list[Array] = []
    for k in (0, 1):
        w = W[:, k]
        foot, along = -w * b[k] / (w @ w), np.array([-w[1], w[0]]) / np.sqrt(w @ w)
        creases += [foot + along * np.linspace(-4, 4, 65)[:, None], np.full((1, 2), np.nan)]
    places = np.concatenate(creases)
    outside = (places < BEFORE[0]).any(axis=1) | (places > BEFORE[1]).any(axis=1)
    places[outside] = np.nan
    if is_after:
        places = bent(places, W, b, activations.ACTIVATIONS[kind].h, t)
    crease = Line(places[:, 0], places[:, 1], Role.OTHER, Text(en="crease", ko="접는 선"), dashed=True, part="creases")
    grid, *rest = figure.layers
    return replace(figure, layers=(grid, crease, *rest))


_ONE_LINE = Text(en="boundary", ko="결정 경계")


def _boundary_after(level: float | None) -> tuple[Layer, ...]:
    """Return the one line h1 + h2 = level, where that is enough."""
    if level is None:
        return ()
    ends = np.array([-9.0, 9.0])
    return (Line(ends, level - ends, Role.MODEL, _ONE_LINE, part="boundary"),)


def _boundary_before(W: Array, b: Array, kind: str, t: float, level: float | None) -> tuple[Layer, ...]:
    """Return all places of the plane that come to lie on the one line, as short segments."""
    if level is None:
        return ()
    at = np.linspace(*BEFORE, _FINE)
    x = np.stack(np.meshgrid(at, at), axis=-1)  # (rows, columns, 2), row 0 lowest
    above = bent(x.reshape(-1, 2), W, b, activations.ACTIVATIONS[kind].h, t).sum(axis=1).reshape(_FINE, _FINE) - level
    x0, y0, x1, y1 = (np.concatenate(ends) for ends in zip(*_crossings(at, above), strict=True))
    return (Segments(x0, y0, x1, y1, Role.MODEL, _ONE_LINE, part="boundary"),)


def _crossings(at: Array, f: Array) -> list[tuple[Array, Array, Array, Array]]:
    """Return where f is 0 as segments (x0, y0, x1, y1), triangle by triangle: each cell is two of them."""
    step = at[1] - at[0]
    found = []
    corner = (f[:-1, :-1], f[:-1, 1:], f[1:, 1:], f[1:, :-1])
    spot = ((0, 0), (1, 0), (1, 1), (0, 1))
    left, low = np.meshgrid(at[:-1], at[:-1])
    for triangle in ((0, 1, 2), (0, 2, 3)):
        for lone in range(3):
            # The corner that lies on the other side than the other two.
            one, two, three = (triangle[(lone + turn) % 3] for turn in range(3))
            alone = ((corner[one] > 0) != (corner[two] > 0)) & ((corner[one] > 0) != (corner[three] > 0))
            sides = []
            for other in (two, three):
                share = corner[one][alone] / (corner[one][alone] - corner[other][alone])
                sides += [
                    start[alone] + step * (spot[one][axis] + share * (spot[other][axis] - spot[one][axis]))
                    for axis, start in enumerate((left, low))
                ]
            found.append((sides[0], sides[1], sides[2], sides[3]))
    return found
