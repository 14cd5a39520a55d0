"""Whatever a lab returns is drawn, in exactly the size asked for."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from rich.segment import Segment

from tutor.chart import plot
from tutor.chart.clip import Stroke
from tutor.chart.drawing import draw, natural_size
from tutor.chart.palette import DARK, DARK_16, LIGHT, LIGHT_16, MONOCHROME, Palette
from tutor.figure import (
    Axis,
    Bars,
    Chain,
    Drawing,
    Edge,
    Figure,
    Guide,
    Heat,
    Hops,
    Layer,
    Line,
    Mark,
    Matrices,
    Matrix,
    Network,
    Node,
    Pixels,
    Points,
    Role,
    Segments,
    Side,
    Squares,
    Tangent,
)
from tutor.language import Text

ALT = Text(en="A line that rises from left to right.", ko="왼쪽에서 오른쪽으로 올라가는 직선입니다.")

hostile = st.one_of(
    st.sampled_from([math.nan, math.inf, -math.inf, 0.0, -0.0, 1e308, -1e308, 5e-324, 1.0, 1e16, 1e16 + 2]),
    st.floats(-10, 10),
    st.floats(allow_nan=True, allow_infinity=True),
)
arrays = st.lists(hostile, max_size=12).map(lambda values: np.array(values, dtype=np.float64)) | st.builds(
    lambda value, count: np.full(count, value), hostile, st.integers(0, 400)
)
names = st.sampled_from(["", "W", "x₁", "데이터", "a label that does not fit", "두 줄\n이름", "ŷ", "e\u0301\u200d"])
texts = names | names.map(lambda name: Text(en=name, ko=name + "은"))
roles = st.sampled_from(list(Role))
limit = st.none() | hostile


def tables(cells: st.SearchStrategy[float]) -> st.SearchStrategy[np.ndarray]:
    shape = st.tuples(st.integers(0, 5), st.integers(0, 7))
    return shape.flatmap(
        lambda s: st.lists(cells, min_size=s[0] * s[1], max_size=s[0] * s[1]).map(lambda v: np.array(v).reshape(s))
    )


layers: st.SearchStrategy[Layer] = st.one_of(
    st.builds(Line, arrays, arrays, roles, texts, st.booleans()),
    st.builds(Points, arrays, arrays, roles, texts, st.sampled_from("●○◆✓가")),
    st.builds(Segments, arrays, arrays, arrays, arrays, roles, texts),
    st.builds(Guide, st.sampled_from("xy"), hostile, roles, texts),
    st.builds(Mark, hostile, hostile, roles, texts, st.sampled_from("●◆가")),
    st.builds(Side, hostile, hostile, hostile, roles, texts),
    st.builds(
        Heat,
        tables(hostile),
        st.tuples(hostile, hostile),
        st.tuples(hostile, hostile),
        st.tuples(hostile, hostile),
        limit,
        texts,
        st.booleans(),
        st.lists(hostile, max_size=9).map(tuple),
        st.booleans(),
    ),
    st.builds(
        Hops,
        arrays,
        arrays,
        roles,
        texts,
        st.sampled_from(["", "A", "가"]),
        st.sampled_from("●■가"),
        st.none() | st.integers(0, 9),
        st.booleans(),
        texts,
    ),
    st.builds(Tangent, hostile, hostile, hostile, hostile, roles, texts),
    st.builds(Squares, arrays, arrays, arrays, roles, texts, st.lists(texts, max_size=3).map(tuple)),
)
bars = st.builds(Bars, st.lists(texts, max_size=9), arrays, roles, st.lists(roles, max_size=3), texts)
axes = st.builds(Axis, texts, limit, limit, st.none() | st.lists(hostile, max_size=6))
figures = st.builds(
    Figure,
    st.lists(layers, max_size=5).map(tuple) | st.lists(layers | bars, max_size=4).map(tuple),
    st.just(ALT),
    axes,
    axes,
    texts,
    st.just({}),
    st.booleans(),
)
nodes = st.builds(Node, names, st.none() | hostile, roles, st.booleans())
places = st.tuples(st.integers(0, 4), st.integers(0, 4))
networks = st.builds(
    Network,
    st.lists(st.lists(nodes, max_size=6).map(tuple), max_size=5).map(tuple),
    st.lists(st.builds(Edge, places, places, st.none() | hostile, names, st.booleans()), max_size=12).map(tuple),
    st.just(ALT),
    st.lists(texts, max_size=5).map(tuple),
    texts,
)
values = tables(hostile) | arrays | hostile.map(np.array) | st.just(np.arange(24.0).reshape(2, 3, 4))
cells = st.frozensets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=4)
matrices = st.builds(
    Matrices,
    st.lists(
        st.builds(
            Matrix,
            values,
            names,
            roles,
            st.sampled_from(["g", ".2f", "+.1e", "d", "not a format"]),
            cells,
            cells,
            st.lists(texts, max_size=3).map(tuple),
            st.lists(texts, max_size=3).map(tuple),
        )
        | st.sampled_from(["·", "=", "+"]),
        max_size=6,
    ).map(tuple),
    st.just(ALT),
    texts,
    texts,
    st.booleans(),
)
pixels = st.builds(Pixels, tables(hostile) | arrays, st.just(ALT), texts, roles, cells)
chains = st.builds(
    Chain, arrays, st.just(ALT), texts, texts, st.none() | hostile, texts, hostile, st.booleans(), st.booleans()
)
drawings: st.SearchStrategy[Drawing] = figures | networks | matrices | pixels | chains

ALL_PALETTES = (DARK, LIGHT, MONOCHROME, DARK_16, LIGHT_16)
sizes = st.tuples(st.integers(1, 300), st.integers(1, 100)) | st.tuples(st.integers(10, 90), st.integers(3, 24))


def widths(lines: list[list[Segment]]) -> set[int]:
    return {Segment.get_line_length(line) for line in lines}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(drawings, sizes, st.sampled_from(ALL_PALETTES), st.sampled_from(["en", "ko", "fr"]))
@example(Figure((Line(np.array([0, np.nan, 1]), np.array([0, 1, 1])),), ALT), (60, 18), DARK, "en")
@example(Figure((Line(np.array([0, 1e308, -1e308]), np.array([1e308, -1e308, 1])),), ALT), (300, 100), DARK, "en")
@example(Figure((Line(np.array([0.0, 1e300]), np.array([0.0, 1e300])),), ALT, Axis("x", 0, 1)), (60, 18), DARK, "en")
@example(Figure((Bars(("a",), np.array([5e-324])),), ALT), (40, 4), DARK, "en")
@example(Figure((Bars(("a", "b"), np.array([-1e308, 1e308])),), ALT), (40, 4), DARK, "en")
@example(Figure((), ALT), (1, 1), MONOCHROME, "ko")
@example(Figure((Points(np.array([1e16, 1e16 + 2]), np.array([1, 1])),), ALT), (60, 18), DARK, "en")
def test_any_drawing_fills_exactly_the_size_it_is_given(
    drawing: Drawing, size: tuple[int, int], palette: Palette, language: str
) -> None:
    lines = draw(drawing, *size, palette, language)
    assert size[1] == len(lines)
    assert {size[0]} == widths(lines)
    assert not any("\n" in segment.text or "\x1b" in segment.text for line in lines for segment in line)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(figures, sizes)
def test_plotext_only_ever_sees_finite_points_inside_the_plot(figure: Figure, size: tuple[int, int]) -> None:
    import plotext

    seen: list[float] = []
    real: Callable[..., object] = plotext.figure.signal

    def spy(x: list[float], y: list[float], **settings_: object) -> object:
        seen.extend((*x, *y))
        return real(x, y, **settings_)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plotext.figure, "signal", spy)
        draw(figure, *size, DARK, "en")
    assert all(math.isfinite(value) and 0 <= value <= max(size) for value in seen)


def test_plot_refuses_what_would_abort_plotext() -> None:
    stroke = Stroke(np.array([0.5, np.nan]), np.array([0.5, 0.5]), np.array([True, False]))
    with pytest.raises(ValueError, match="finite"):
        plot.drawn(plot.Plot(20, 5, strokes=((stroke, 0),)))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(drawings, st.integers(1, 200))
def test_the_natural_size_is_at_least_one_cell_and_can_be_drawn(drawing: Drawing, width: int) -> None:
    wide, high = natural_size(drawing, width, "ko")
    assert wide >= 1
    assert high >= 1
    lines = draw(drawing, wide, high, DARK, "ko")
    assert (high, {wide}) == (len(lines), widths(lines))


@pytest.mark.parametrize("width", range(38, 78))
@pytest.mark.parametrize("high", [1.0, 20.0, 3000.0])
def test_no_entry_of_a_legend_is_cut_off(width: int, high: float) -> None:
    x = np.linspace(0, 1, 5)
    figure = Figure(
        (
            Line(x, x * high, label=Text(en="boundary", ko="경계")),
            Segments(x, x, x, x * high, label=Text(en="error", ko="오차")),
            Points(x, x * high, label=Text(en="data", ko="데이터")),
            Points(x, x, mark="×", label=Text(en="wrong", ko="틀린 것")),
        ),
        alt=Text(en="A line.", ko="직선."),
        y=Axis(label=Text(en="y", ko="y")),
    )
    for language in ("en", "ko"):
        rows = ["".join(part.text for part in line) for line in draw(figure, width, 12, DARK, language)]
        for layer in figure.layers:
            assert any(layer.label.variants[language] in row for row in rows), "\n".join(rows)


def test_two_figures_drawn_at_once_do_not_mix() -> None:
    def figure(slope: float, label: str) -> Figure:
        x = np.linspace(0, 1, 50)
        return Figure((Line(x, slope * x, label=label), Line(x, 0 * x, label="0")), ALT, Axis(label, 0, 1))

    plans = [(figure(1, "one"), (60, 18)), (figure(-1, "two"), (44, 12))]
    expected = [draw(drawing, *size, DARK, "en") for drawing, size in plans]
    found: list[list[object]] = [[], []]

    def work(which: int) -> None:
        drawing, size = plans[which]
        found[which] = [draw(drawing, *size, DARK, "en") for _ in range(30)]

    threads = [threading.Thread(target=work, args=(which,)) for which in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for which in (0, 1):
        assert [expected[which]] * 30 == found[which]
