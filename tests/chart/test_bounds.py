"""However much a figure holds, what is done for it is bounded by what can be seen of it."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ordeal import _drawing, figures
from tutor.chart import clip, heat, matrices, network, raster
from tutor.chart import figures as chart_figures
from tutor.chart.canvas import wrapped
from tutor.chart.clip import Stroke
from tutor.chart.drawing import draw
from tutor.chart.frame import Frame
from tutor.chart.overlay import straight_glyphs
from tutor.chart.palette import DARK
from tutor.chart.scale import LARGEST, Scale, limits, number
from tutor.figure import Axis, Edge, Figure, Heat, Line, Matrices, Matrix, Network, Node, Points, Role
from tutor.language import Text

ALT = Text(en="What is too much to look at.")
WALL = (300, 100)
CHANCE = np.random.default_rng(1)
extremes = st.sampled_from([sign * size for sign in (-1, 1) for size in (LARGEST, 1.7e308, 1e-300, 5e-324, 1.0, 0.0)])
numbers = extremes | st.floats(allow_nan=True, allow_infinity=True) | st.floats(-20, 20)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any, str], list[Any]]:
    """Return what counts the calls of a function: the arguments of each."""

    def count(module: Any, name: str) -> list[Any]:
        real = getattr(module, name)
        calls: list[Any] = []

        def spy(*arguments: Any, **named: Any) -> Any:
            calls.append(arguments)
            return real(*arguments, **named)

        monkeypatch.setattr(module, name, spy)
        return calls

    return count


def text_of(figure: Figure | Matrices | Network, size: tuple[int, int]) -> list[str]:
    return ["".join(segment.text for segment in line) for line in draw(figure, *size, DARK, "en")]


def test_random_figures_of_every_kind_fill_their_size_and_abort_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_drawing, "MOST", math.inf)  # how long they take is for the long run to say
    found = _drawing.in_children(60, 7_000, lambda _done: None, figures.task)
    assert [] == [(one.seed, one.what, one.fault) for one in found if one.fault]


def test_a_child_that_aborts_is_told_with_its_seed_and_the_others_are_drawn() -> None:
    def task(seed: int) -> _drawing.Task:
        if seed == 3:
            os.abort()
        return _drawing.Task(Figure((), ALT), (8, 3), DARK, "en")

    found = _drawing.in_children(6, 0, lambda _done: None, task)
    assert [0, 1, 2, 3, 4, 5] == [one.seed for one in found]
    assert ["", "", "", "ended the process: SIGABRT", "", ""] == [one.fault for one in found]


@given(st.lists(numbers, max_size=20), numbers, numbers, st.integers(1, 300))
def test_many_cells_at_once_are_those_that_each_lies_in(values: list[float], one: float, two: float, size: int) -> None:
    scale = Scale(*limits(one, two, np.empty(0)), size)
    expected = [-1 if (cell := scale.cell(value)) is None else cell for value in values]
    assert expected == scale.cells_of(np.array(values, dtype=np.float64)).tolist()


def test_limits_of_numpy_are_reckoned_with_as_limits_of_python_are() -> None:
    # A number of NumPy warns where a number of Python is infinite, and a warning lands on the screen.
    scale = Scale(*limits(np.float64(-1e-300), np.float64(1e-300), np.empty(0)), 20)
    assert (float, float) == (type(scale.low), type(scale.high))
    assert scale.cell(1e300) is None


def test_points_are_drawn_once_a_cell_the_last_on_top() -> None:
    frame = Frame(5, 2, Scale(0, 1, 30), Scale(0, 1, 10))
    x, y = CHANCE.uniform(-0.2, 1.2, (2, 5_000))
    every = [spot for point in zip(x.tolist(), y.tolist(), strict=True) if (spot := frame.spot(*point))]
    expected = list(dict.fromkeys(reversed(every)))[::-1]
    assert expected == list(zip(*(cells.tolist() for cells in frame.spots(x, y)), strict=True))
    assert len(expected) <= 300 < len(every)


def naive_straight(segments: list[tuple[float, float, float, float]]) -> dict[tuple[int, int], str]:
    """Return what is drawn under straight segments, reckoned cell by cell in their order."""
    found: dict[tuple[int, int], str] = {}

    def halves(start: float, end: float) -> Iterator[tuple[int, bool, bool]]:
        first, last = math.floor(start * 2 + 1e-6), math.ceil(end * 2 - 1e-6) - 1
        for cell in range(first // 2, last // 2 + 1):
            if first <= 2 * cell <= last or first <= 2 * cell + 1 <= last:
                yield cell, first <= 2 * cell <= last, first <= 2 * cell + 1 <= last

    for x0, y0, x1, y1 in segments:
        upright = abs(x1 - x0) < 0.01
        start, end = sorted((y0, y1) if upright else (x0, x1))
        for cell, near, far in halves(start, end):
            glyph = (
                ("│" if near and far else "╷" if near else "╵") if upright else "─╴╶"[0 if near and far else 2 - near]
            )
            place = (math.floor(min(x0, x1)), cell) if upright else (cell, math.floor(min(y0, y1)))
            if found.get(place, "│") in "│─":
                found[place] = glyph
    return found


@given(st.lists(st.tuples(st.booleans(), *[st.integers(1, 38)] * 3), max_size=30))
def test_straight_segments_are_drawn_once_a_cell(drawn: list[tuple[bool, int, int, int]]) -> None:
    ends = [(a / 2, b / 2, a / 2, c / 2) if upright else (b / 2, a / 2, c / 2, a / 2) for upright, a, b, c in drawn]
    flat = np.array(ends, dtype=np.float64).reshape(-1, 4)
    stroke = Stroke(flat[:, 0::2].ravel(), flat[:, 1::2].ravel(), np.tile([True, False], len(flat)))
    found = [values.tolist() for values in straight_glyphs(stroke, 20)]
    assert naive_straight(ends) == {(column, row): chr(glyph) for column, row, glyph in zip(*found, strict=True)}
    assert len(found[0]) == len(set(zip(*found[:2], strict=True)))


def test_plotext_is_given_what_it_draws_in_time_and_dots_the_rest(counted: Callable[[Any, str], list[Any]]) -> None:
    from tutor.chart import plot

    ours = counted(plot.raster, "inked")
    x = np.linspace(0, 1, 20_000)
    noise = CHANCE.uniform(size=20_000)
    noise[777] = 3.0
    text = text_of(Figure((Line(x, noise),), ALT, Axis(low=0, high=1), Axis(low=0, high=3)), WALL)
    assert 1 == len(ours)
    assert any("\u2800" < character <= "\u28ff" for character in text[0]), "the peak is gone"
    short = x[:2_000:1_000]
    text_of(Figure((Line(short, short),), ALT, Axis(low=0, high=1), Axis(low=0, high=1)), (30, 10))
    assert 1 == len(ours)
    # From edge to edge, as a slider moves it.
    text_of(Figure((Line(x[::19_999], x[::19_999]),), ALT), (30, 10))
    assert 2 == len(ours)


def test_a_figure_draws_so_many_dots_however_many_lines_it_has(counted: Callable[[Any, str], list[Any]]) -> None:
    from tutor.chart import plot

    drawn = counted(plot.raster, "inked")
    x = np.linspace(0, 1, 20_000)
    text_of(Figure(tuple(Line(x, CHANCE.normal(size=20_000), role) for role in [*Role, *Role]), ALT), WALL)
    ((_, _, strokes),) = drawn
    assert 2 * len(Role) == len(strokes)
    assert sum(raster.dots_of(stroke) for stroke, _ in strokes) <= 1.3 * chart_figures.MOST_DOTS


@given(st.integers(2, 400), st.integers(2, 60), st.integers(0, 2**32 - 1))
def test_a_line_of_fewer_points_keeps_its_peaks_and_its_gaps(count: int, most: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    stroke = Stroke(np.sort(chance.uniform(1, 9, count)), chance.uniform(1, 5, count), chance.uniform(size=count) < 0.1)
    stroke.starts[0] = True
    fewer = clip.fewer_points(stroke, most)
    assert len(fewer.x) <= most + 1
    assert stroke.y.max() == fewer.y.max()
    assert stroke.y.min() == fewer.y.min()
    assert fewer.starts[0]
    breaks = stroke.x[stroke.starts]
    for before, after, joined in zip(fewer.x, fewer.x[1:], ~fewer.starts[1:], strict=False):
        assert not (joined and np.any((breaks > before) & (breaks <= after)))


def test_dashes_grow_longer_before_they_are_too_many() -> None:
    x, y = CHANCE.uniform(0.5, 99.5, (2, 4_000))
    stroke = Stroke(x, y, np.arange(4_000) == 0)
    broken = clip.dashed(stroke, 1, 3)
    assert clip.MOST_DASHES * 0.9 < np.count_nonzero(broken.starts) <= clip.MOST_DASHES + 1


def test_of_surfaces_one_over_the_other_the_top_one_is_drawn(counted: Callable[[Any, str], list[Any]]) -> None:
    drawn = counted(heat, "_sampled")
    layers = tuple(Heat(CHANCE.uniform(size=(9, 9)), (0, 1), (0, 1), boundary=None) for _ in range(12))
    hidden = text_of(Figure((*layers, Heat(np.empty((0, 3)), (0, 1), (0, 1))), ALT), (60, 18))
    assert 1 == len(drawn)
    assert text_of(Figure(layers[-1:], ALT), (60, 18)) == hidden


@pytest.mark.parametrize("shape", [(1, 200), (200, 1), (300, 300), (3, 40, 50), (20_000,)])
@pytest.mark.parametrize("size", [(1, 1), (8, 3), (60, 18), (118, 32), (300, 1), WALL])
def test_of_a_matrix_those_numbers_are_written_that_may_fit(
    counted: Callable[[Any, str], list[Any]], shape: tuple[int, ...], size: tuple[int, int]
) -> None:
    written = counted(matrices, "number")
    values = CHANCE.normal(size=shape)
    text_of(Matrices((Matrix(values, "A"), "·", Matrix(values, "B"), "=", Matrix(values)), ALT), size)
    # Three matrices, at each of which the rows or the columns may turn out to be too many.
    assert len(written) <= 3 * 2 * (size[0] * size[1] + 12 * sum(size))


def test_a_format_as_wide_as_a_house_is_not_followed() -> None:
    assert "1.5" == number(1.5, "999999999.2f") == number(1.5, ".999999999f")
    assert "  1.50" == number(1.5, "6.2f")


def test_of_thousands_of_edges_so_many_are_drawn_as_can_be_told_apart(counted: Callable[[Any, str], list[Any]]) -> None:
    ends = counted(network._Picture, "_ends")
    labels = counted(network._Picture, "_label")
    columns = tuple(tuple(Node("n", 0.5) for _ in range(40)) for _ in range(6))
    edges = tuple(Edge((at, i), (at + 1, j), 0.5) for at in range(5) for i in range(40) for j in range(40))
    text_of(Network(columns, edges, ALT), WALL)
    assert len(ends) <= network._MOST_EDGES < len(edges)
    assert len(labels) <= network._MOST_LABELS
    text_of(Network(columns[:2], edges[:400], ALT), WALL)
    assert len(ends) <= network._MOST_EDGES + 400


@given(st.text("ab 가각 -\u0301", max_size=60), st.integers(1, 12), st.integers(1, 8))
def test_the_first_lines_of_a_text_are_those_of_all_its_lines(text: str, width: int, most: int) -> None:
    assert wrapped(text, width)[:most] == wrapped(text, width, most)[:most]


def test_the_points_of_a_figure_may_be_of_any_kind_of_number() -> None:
    whole, small = np.arange(5), np.arange(5, dtype=np.float32)
    text_of(Figure((Points(whole, small), Line(small, whole)), ALT), (60, 18))
