"""The one door to plotext: it draws the frame, the ticks, the guides and the lines.

plotext keeps a single figure for the whole process, so a lock is held from clearing it to reading it out. Colours do
not go through it: each stroke is drawn in a palette number that stands for a style, and comes back as that number.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from tutor.chart.clip import Stroke

_LOCK = threading.Lock()
_FIRST = 16
"""plotext writes the numbers below 16 in a shorter form; ours start above."""
_SGR = re.compile(r"\x1b\[([0-9;]*)m")
_THEME = "tutor"

Run = tuple[str, int | None]
"""Text and the number of its ink; None where nothing was drawn."""


@dataclass(frozen=True)
class Guide:
    """A straight line across the plot, in the cell `at` (from the left, or from the bottom)."""

    vertical: bool
    at: int
    dotted: bool
    ink: int


@dataclass(frozen=True, eq=False)
class Plot:
    """What plotext draws: `columns` x `rows` cells, a frame at the left and below, ticks with labels."""

    columns: int
    rows: int
    x_ticks: Sequence[tuple[int, str]] = ()
    """(cell from the left, label)"""
    y_ticks: Sequence[tuple[int, str]] = ()
    """(cell from the bottom, label); the labels are all equally wide"""
    strokes: Sequence[tuple[Stroke, int]] = ()
    """Strokes in cells from the bottom left corner, each with its ink; later ones on top."""
    guides: Sequence[Guide] = ()
    frame_ink: int = 0
    left: int = 0
    """How wide the labels at the left are; 0 without ticks there."""


def warm_up() -> None:
    """Import plotext (131 ms) and draw a first plot, so that the first chart does not wait for it."""
    drawn(Plot(8, 3, x_ticks=[(0, "0")], y_ticks=[(0, "0")], left=1))


def drawn(plot: Plot) -> list[list[Run]]:
    """Return the lines of the plot: rows of the plot itself, the axis below it, the labels of the ticks.

    Raises:
        ValueError: a stroke holds a point that is not finite, or outside the plot.
    """
    for stroke, _ in plot.strokes:
        _guard(stroke, plot)
    with _LOCK:
        return [_runs(line) for line in _draw(plot).split("\n")]


def _guard(stroke: Stroke, plot: Plot) -> None:
    for values, size in ((stroke.x, plot.columns), (stroke.y, plot.rows)):
        if not np.all((values >= 0) & (values <= size)):
            raise ValueError("plotext must be given finite points inside the plot")


def _plotext() -> Any:
    # Imported when the first chart is drawn: at the start it would delay the first paint by 131 ms.
    import plotext

    return plotext


def _draw(plot: Plot) -> str:
    plotext = _plotext()
    plotext.terminal.limit(False, False)
    figure = plotext.figure
    figure.clear()
    plotext.add_theme(_THEME, text=plotext.pixel(foreground=_FIRST + plot.frame_ink))
    figure.theme(_THEME)
    figure.plot_size(plot.left + 1 + plot.columns, plot.rows + 1 + bool(plot.x_ticks))
    figure.axes(False, axis=[0, 1], side=1)
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
    for stroke, ink in plot.strokes:
        if len(stroke.x) == 0:
            continue
        marker = plotext.marker("braille", plotext.pixel(foreground=_FIRST + ink))
        signal = figure.signal(stroke.x.tolist(), stroke.y.tolist(), marker=marker)
        for index in np.flatnonzero(~stroke.starts):
            signal.line(int(index), True)
        figure.draw(signal)
    text: str = figure.build().string()
    return text


def _runs(line: str) -> list[Run]:
    runs: list[Run] = []
    ink: int | None = None
    parts = _SGR.split(line)
    for index, part in enumerate(parts):
        if index % 2:
            ink = _ink(part, ink)
        elif part:
            runs.append((part, ink))
    return runs


def _ink(code: str, before: int | None) -> int | None:
    if code.startswith("38;5;"):
        return int(code[5:]) - _FIRST
    return None if code == "0" else before
