"""The one door to plotext: it draws the frame, the ticks, the guides and the lines (`raster` those that are too many).

plotext keeps a single figure for the whole process, so a lock is held from clearing it to reading it out. Colours do
not go through it: each stroke is drawn in a palette number that stands for a style, and comes back as that number.

The frame and the strokes are drawn apart and kept for a while: a slider mostly moves one of the two.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType
from typing import Any

import numpy as np

from tutor.chart import raster
from tutor.chart.clip import Stroke
from tutor.chart.raster import Inked
from tutor.namedtuple import NamedTuple

_LOCK = threading.Lock()
_FIRST = 16
"""plotext writes the numbers below 16 in a shorter form; ours start above."""
_SGR = re.compile(r"\x1b\[([0-9;]*)m")
_THEME = "tutor"
_STAND_INS = (("plotext._doc.doc", "docs"), ("plotext._tests.run", "test"))
"""Modules of plotext that no chart needs, each with the name that is imported from it: its menus of help take most of
its import (50 to 60 ms of 78), and its own tests bring `unittest` along (3 ms)."""
MOST_DOTS = 30
"""Dots up to which strokes are drawn by plotext: it takes seven times as long as NumPy, or longer, and a line across a
stage is drawn anew each time that a slider moves."""
_A_POINT = 4
"""How many dots plotext draws in the time that it takes to be given one point."""
_KEPT = 8
"""How many frames, and how many sets of strokes, are kept: a few kilobytes each."""

_Points = tuple[tuple[float, ...], tuple[float, ...], tuple[bool, ...], int]
"""A stroke (x, y, where a piece starts) and its ink, as what can be looked up."""


class Guide(NamedTuple):
    """A straight line across the plot, in the cell `at` (from the left, or from the bottom)."""

    vertical: bool
    at: int
    dotted: bool
    ink: int


class Plot(NamedTuple):
    """What plotext draws: `columns` x `rows` cells, a frame at the left and below, ticks with labels."""

    columns: int
    rows: int
    x_ticks: tuple[tuple[int, str], ...] = ()
    """(cell from the left, label)"""
    y_ticks: tuple[tuple[int, str], ...] = ()
    """(cell from the bottom, label); the labels are all equally wide"""
    strokes: tuple[tuple[Stroke, int], ...] = ()
    """Strokes in cells from the bottom left corner, each with its ink; later ones on top."""
    guides: tuple[Guide, ...] = ()
    frame_ink: int = 0
    left: int = 0
    """How wide the labels at the left are; 0 without ticks there."""


def drawn(plot: Plot) -> tuple[Inked, Inked]:
    """Return the frame (rows of the plot itself, the axis below it, the labels of the ticks) and the strokes, to be
    laid over the plot itself.

    Raises:
        ValueError: a stroke holds a point that is not finite, or outside the plot.
    """
    for stroke, _ in plot.strokes:
        _guard(stroke, plot)
    frame = _frame(plot._replace(strokes=()))
    points = _A_POINT * sum(len(stroke.x) for stroke, _ in plot.strokes)
    # Of many points it is known without counting dots.
    if points > MOST_DOTS or points + sum(raster.dots_of(stroke) for stroke, _ in plot.strokes) > MOST_DOTS:
        return frame, raster.inked(plot.columns, plot.rows, plot.strokes)
    looked_up = tuple(
        (tuple(stroke.x.tolist()), tuple(stroke.y.tolist()), tuple(stroke.starts.tolist()), ink)
        for stroke, ink in plot.strokes
        if len(stroke.x)
    )
    return frame, _strokes(plot.columns, plot.rows, looked_up)


def _guard(stroke: Stroke, plot: Plot) -> None:
    for values, size in ((stroke.x, plot.columns), (stroke.y, plot.rows)):
        if not np.all((values >= 0) & (values <= size)):
            raise ValueError("plotext must be given finite points inside the plot")


def _plotext() -> Any:
    """Return plotext, imported when the first chart is drawn. Empty modules stand in for those that charts do not need.

    A later plotext that has no such modules is imported as it is.
    """
    if "plotext" not in sys.modules:
        for module, name in _STAND_INS:
            sys.modules[module] = stand_in = ModuleType(module)
            stand_in.__dict__[name] = None
        try:
            import plotext
        finally:
            for module, _ in _STAND_INS:
                del sys.modules[module]
    import plotext

    return plotext


@lru_cache(maxsize=_KEPT)
def _frame(plot: Plot) -> Inked:
    plotext = _plotext()
    columns, rows = plot.left + 1 + plot.columns, plot.rows + 1 + bool(plot.x_ticks)
    with _LOCK:
        figure = _cleared(plotext, columns, rows)
        plotext.add_theme(_THEME, text=plotext.pixel(foreground=_FIRST + plot.frame_ink))
        figure.theme(_THEME)
        figure.axes(True).axes(False, axis=[0, 1], side=1)
        for axis, size, ticks in (("x", plot.columns, plot.x_ticks), ("y", plot.rows, plot.y_ticks)):
            ruler = figure.ruler(axis)
            ruler.lim(0, size).alignment(lim="edge")
            ruler.ticks([cell + 0.5 for cell, _ in ticks], [label for _, label in ticks])
        for guide in plot.guides:
            figure.line(
                guide.at + 0.5,
                orientation="vertical" if guide.vertical else "horizontal",
                style="dotted" if guide.dotted else "default",
                pixel=plotext.pixel(foreground=_FIRST + guide.ink),
            )
        return _inked(figure, columns, rows)


@lru_cache(maxsize=_KEPT)
def _strokes(columns: int, rows: int, strokes: tuple[_Points, ...]) -> Inked:
    if not strokes:
        return raster.inked(columns, rows, ())
    plotext = _plotext()
    with _LOCK:
        figure = _cleared(plotext, columns, rows)
        figure.axes(False)
        for axis, size in (("x", columns), ("y", rows)):
            figure.ruler(axis).lim(0, size).alignment(lim="edge").ticks([], [])
        for x, y, starts, ink in strokes:
            marker = plotext.marker("braille", plotext.pixel(foreground=_FIRST + ink))
            signal = figure.signal(x, y, marker=marker)
            for index, start in enumerate(starts):
                if not start:
                    signal.line(index, True)
            # plotext asks each point for its colour, to offer the next line another. All have theirs, and asking takes
            # longer than drawing.
            signal._get_unique_pixels = list
            figure.draw(signal)
        return _inked(figure, columns, rows)


def _cleared(plotext: Any, width: int, height: int) -> Any:
    plotext.terminal.limit(False, False)
    figure = plotext.figure
    # Only what is drawn: each drawing sets its own size, axes and ticks anew, and nothing else is ever set.
    figure.clear.data()
    figure.plot_size(width, height)
    return figure


def _inked(figure: Any, columns: int, rows: int) -> Inked:
    text: str = figure.build().string()
    found = Inked(np.zeros((rows, columns), dtype=np.int_), np.full((rows, columns), -1))
    for line, codes, inks in zip(text.split("\n"), *found, strict=False):
        at = 0
        for part, ink in _runs(line):
            end = at + len(part)
            if ink is not None:
                drawn = [code if code != ord(" ") else 0 for code in map(ord, part)]
                codes[at:end], inks[at:end] = drawn[: columns - at], ink
            at = end
    return found


def _runs(line: str) -> Iterator[tuple[str, int | None]]:
    """Yield the pieces of a line, each with its ink; None where nothing was drawn."""
    ink: int | None = None
    for index, part in enumerate(_SGR.split(line)):
        if index % 2:
            ink = _ink(part, ink)
        elif part:
            yield part, ink


def _ink(code: str, before: int | None) -> int | None:
    if code.startswith("38;5;"):
        return int(code[5:]) - _FIRST
    return None if code == "0" else before
