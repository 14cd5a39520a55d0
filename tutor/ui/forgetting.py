"""What is left of a screen that is gone."""

from __future__ import annotations

import ctypes
import gc
import sys

from rich.cells import cached_cell_len
from rich.style import Style
from textual._styles_cache import StylesCache
from textual.app import App
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip

from tutor.render.prose.boxes import width_of
from tutor.ui.screens.base import TutorScreen

REMEMBERED = (
    StylesCache.get_inner_outer,
    Strip.render_ansi,
    ANSIToTruecolor.truecolor_style,
    Style._add,
    cached_cell_len,
    width_of,
    *(Region.intersection, Region.union, Region.overlaps, Region.contains_region, Region.shrink, Region.translate),
)
"""What remembers thousands of pieces of what was on screen. Some of it is on the next one: it is found out again."""


def forget_what_is_gone(app: App[None]) -> None:
    """Let go of a screen that was left: it holds on to itself in circles, and much remembers its pieces."""
    first = app._compose_screen
    if isinstance(first, TutorScreen) and not first.is_attached:
        # Textual holds the first screen of an app as long as that runs.
        first.let_go()
    for watching in vars(app).get("__watchers", {}).values():
        # Who is gone is struck off only when what they watch changes, and an editor watches the theme.
        watching[:] = [one for one in watching if not one[0]._closing]
    for known in REMEMBERED:
        known.cache_clear()
    gc.collect()
    if sys.platform == "linux" and (give_back := getattr(ctypes.CDLL(None), "malloc_trim", None)) is not None:
        # What is free between two pieces in use would stay the program's.
        give_back(0)
