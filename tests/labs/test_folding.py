"""The plane on its way through a layer: landing points by hand, one line by whether two segments cross."""

import itertools

import numpy as np
import pytest

from tutor.figure import Figure, Line, Mark, Panels, Segments
from tutor.labs.folding import MOMENTS, space
from tutor.language import Text
from tutor.nn.arrays import Array

CORNERS = [(0, 0), (0, 1), (1, 0), (1, 1)]
EVERY = [
    (layer, kind, moment)
    for layer, kind, moment in itertools.product(("spread", "gates"), ("linear", "tanh", "relu"), range(MOMENTS + 1))
]


def landing(layer: str, kind: str, moment: int, x1: float, x2: float) -> tuple[float, float]:
    """Work one place through the layer, sum by sum."""
    z = (x1 - 0.7 * x2, x2 - 0.7 * x1) if layer == "spread" else (1.5 - x1 - x2, x1 + x2 - 0.5)
    t = moment / MOMENTS
    h = {"linear": lambda v: v, "tanh": np.tanh, "relu": lambda v: max(v, 0.0)}[kind]
    if t <= 0.5:
        return tuple(x + 2 * t * (to - x) for x, to in zip((x1, x2), z, strict=True))  # type: ignore[return-value]
    return tuple(v + (2 * t - 1) * (float(h(v)) - v) for v in z)  # type: ignore[return-value]


def separable(places: list[tuple[float, float]]) -> bool:
    """Return whether a line parts 01 and 10 from 00 and 11: it does unless a pair's segments meet. Tried by angles."""
    ones, zeros = np.array([places[1], places[2]]), np.array([places[0], places[3]])
    for angle in np.linspace(0, np.pi, 1441):
        way = np.array([np.cos(angle), np.sin(angle)])
        one, zero = ones @ way, zeros @ way
        if one.min() > zero.max() + 1e-7 or zero.min() > one.max() + 1e-7:
            return True
    return False


def parts(layer: str, kind: str, moment: int) -> tuple[Figure, Figure]:
    (picture,) = space(layer=layer, kind=kind, moment=moment).drawings
    assert isinstance(picture, Panels)
    before, after = picture.parts
    assert isinstance(before, Figure)
    assert isinstance(after, Figure)
    return before, after


def label(layer: object) -> str:
    said = getattr(layer, "label", "")
    return said("en") if isinstance(said, Text) else said


@pytest.mark.parametrize("moment", [0, 7, 20, 29, 40])
@pytest.mark.parametrize("kind", ["linear", "tanh", "relu"])
@pytest.mark.parametrize("layer", ["spread", "gates"])
def test_each_corner_is_marked_where_the_layer_has_led_it(layer: str, kind: str, moment: int) -> None:
    _, after = parts(layer, kind, moment)
    marks = {name: (m.x, m.y) for m in after.layers if isinstance(m, Mark) for name in label(m).split()}
    for x1, x2 in CORNERS:
        assert landing(layer, kind, moment, x1, x2) == pytest.approx(marks[f"{x1}{x2}"], abs=1e-6)


@pytest.mark.parametrize(("layer", "kind", "moment"), [one for one in EVERY if one[2] % 3 == 2 or one[2] in (20, 40)])
def test_one_line_is_drawn_exactly_where_one_is_enough(layer: str, kind: str, moment: int) -> None:
    before, after = parts(layer, kind, moment)
    places = [landing(layer, kind, moment, *corner) for corner in CORNERS]
    lines = [one for one in after.layers if isinstance(one, Line) and label(one) == "boundary"]
    assert separable(places) == bool(lines)
    for line in lines:
        # The corners that want 1 lie on one side of it, the others on the other.
        sides = [float(np.sign(x + y - (line.x[0] + line.y[0]))) for x, y in places]
        assert sides[1] == sides[2] == -sides[0] == -sides[3] != 0
        (edge,) = (one for one in before.layers if isinstance(one, Segments))
        # What is drawn on the left comes to lie on that line, as near as its short pieces can be.
        landed = [
            sum(landing(layer, kind, moment, x, y)) - line.x[0] - line.y[0]
            for x, y in zip(edge.x0.tolist(), edge.y0.tolist(), strict=True)
        ]
        assert len(landed) > 20
        assert np.abs(landed).max() < 0.02


def test_the_first_moment_is_the_29th_with_a_relu_and_there_is_none_otherwise() -> None:
    firsts = [
        (kind, moment)
        for kind, moment in itertools.product(("linear", "tanh", "relu"), range(MOMENTS + 1))
        if space(layer="spread", kind=kind, moment=moment).readouts["first_moment"].value
    ]
    assert [("relu", 29)] == firsts  # (1 - 0.7 + 0.7 s) > 0.6 for s > 3/7, which is t > 0.7143
    assert not space(layer="spread", kind="relu", moment=0).readouts["first_moment"].value


@pytest.mark.parametrize("moment", range(0, MOMENTS + 1, 4))
def test_the_plane_is_a_line_half_way_through_two_gates_that_see_the_same(moment: int) -> None:
    readouts = space(layer="gates", kind="tanh", moment=moment).readouts
    grid = [landing("gates", "tanh", moment, x1 / 4, x2 / 4) for x1 in range(-2, 7) for x2 in range(-2, 7)]
    spread = np.linalg.svd(np.array(grid) - np.mean(grid, axis=0), compute_uv=False)
    assert (spread[1] < 1e-9) == readouts["is_a_line"].value
    assert readouts["det"].value == 0


def test_the_other_layer_keeps_the_plane_a_plane() -> None:
    assert space(layer="spread").readouts["det"].value == pytest.approx(1 - 0.49)
    assert not space(layer="spread", moment=20).readouts["is_a_line"].value


def test_tanh_never_lays_two_places_onto_each_other_and_a_relu_does() -> None:
    places = [(x1 / 4, x2 / 4) for x1 in range(-2, 7) for x2 in range(-2, 7)]

    def different(kind: str) -> int:
        return len({tuple(np.round(landing("spread", kind, MOMENTS, *place), 6)) for place in places})

    assert len(places) == different("tanh") == different("linear")
    assert different("relu") < len(places)


def grid_of(figure: Figure) -> Array:
    grid = figure.layers[0]
    assert isinstance(grid, Line)
    return np.stack([grid.x, grid.y], axis=1)


def test_the_grid_moves_a_little_at_a_time() -> None:
    """No place of the sheet jumps from one moment to the next: the way is 40 short strides."""
    sheets = [grid_of(parts("spread", "relu", moment)[1]) for moment in range(MOMENTS + 1)]
    assert max(float(np.nanmax(np.abs(after - before))) for before, after in itertools.pairwise(sheets)) < 0.1
