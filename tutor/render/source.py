"""The functions behind a lab, highlighted, to be read."""

from __future__ import annotations

import inspect
import io
import textwrap
from collections.abc import Callable
from typing import Any

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.syntax import Syntax

from tutor.lab import Lab, Source
from tutor.render.look import Look


def sources_of(lab: Lab) -> tuple[Source, ...]:
    """Return the functions to read: the mathematics first, then the lab's own."""
    if lab.function is None:
        return lab.sources
    return tuple(Source(one.__module__, one.__name__, source_of(one)) for one in (*lab.reads, lab.function))


def source_of(function: Callable[..., Any]) -> str:
    """Return a function's source as it stands in its file, without the indentation of where it stands."""
    return textwrap.dedent(inspect.getsource(inspect.unwrap(function))).rstrip()


def source_lines(source: str, width: int, look: Look) -> list[list[Segment]]:
    """Return Python source, highlighted; a line that is too long goes on below. Without colours, bold alone is left."""
    has_colours = look.palette.ink is not None
    theme = "ansi_dark" if not has_colours else "monokai" if look.palette.dark else "friendly"
    syntax = Syntax(source, "python", theme=theme, word_wrap=True, background_color="default", code_width=width)
    # Nothing is written to it: rich breaks lines with the help of a console.
    console = Console(file=io.StringIO(), width=width, legacy_windows=False)
    rows = console.render_lines(syntax, pad=False)
    if has_colours:
        return rows
    return [[Segment(text, Style(bold=style.bold if style else None)) for text, style, _ in row] for row in rows]
