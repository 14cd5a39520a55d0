"""What is left of a screen that is gone, and of memory that was in use."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable
from typing import Any

from rich.cells import cached_cell_len
from rich.style import Style
from textual._styles_cache import StylesCache
from textual.app import App
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tutor.remembered import forget
from tutor.ui.screens.base import TutorScreen

REMEMBERED = (
    StylesCache.get_inner_outer,
    Strip.render_ansi,
    ANSIToTruecolor.truecolor_style,
    Style._add,
    cached_cell_len,
    *(Region.intersection, Region.union, Region.overlaps, Region.contains_region, Region.shrink, Region.translate),
)
"""What remembers thousands of pieces of what was on screen. Some of it is on the next one: it is found out again."""

DRAWING = ("tutor.chart", "tutor.render")
"""What remembers the drawings, the tables of colours and the laid out prose of the last lesson."""

ARENAS, FREE_AT_THE_END, APART = -8, -1, -3
"""What glibc calls, in `malloc.h`, the most heaps beside each other, the free bytes at the end of one that stay, and
the size from which a piece lies apart."""


def share_one_heap() -> None:
    """Have all threads take memory from one heap, and what is free at its end given back; of two heaps both have gaps.

    glibc gives each thread a heap of its own, so that none waits for another. Python runs one at a time as it is. A
    large piece lies apart, and is given back when it goes; but the largest that went so far says what is large.
    """
    _of_glibc("mallopt")(ARENAS, 1)
    _of_glibc("mallopt")(FREE_AT_THE_END, 128 * 1024)
    _of_glibc("mallopt")(APART, 128 * 1024)


def _of_glibc(name: str) -> Callable[..., Any]:
    """Return a function of the C library of Linux; where that is another one, one that does nothing."""
    return getattr(ctypes.CDLL(None), name, _do_nothing) if sys.platform == "linux" else _do_nothing


def _do_nothing(*_: int) -> None:
    pass


def make_room(screen: Screen[Any]) -> None:
    """Let go of the pieces of a screen that is about to be left, before the next one is made.

    It takes their place then. What is made while they are still there lies behind them, and where they lay gaps stay.
    """
    for widget in screen.walk_children(Widget):
        widget._styles_cache.clear()
    _forget_pieces()
    for package in DRAWING:
        forget(package)


def _forget_pieces() -> None:
    for known in REMEMBERED:
        known.cache_clear()


def forget_what_is_gone(app: App[None], left: Screen[Any] | None = None) -> None:
    """Let go of a screen that was left: it holds on to itself in circles, and much remembers its pieces."""
    # Textual holds the first screen of an app as long as that runs, and asyncio each one until all of its timers would
    # have rung, though they were stopped.
    for screen in (app._compose_screen, left):
        if isinstance(screen, TutorScreen) and not screen.is_attached:
            screen.let_go()
    for watching in vars(app).get("__watchers", {}).values():
        # Who is gone is struck off only when what they watch changes, and an editor watches the theme.
        watching[:] = [one for one in watching if not one[0]._closing]
    _forget_pieces()
    gc.collect()
    # What is free between two pieces in use would stay the program's.
    _of_glibc("malloc_trim")(0)
