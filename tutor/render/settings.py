"""Settings: one line each, with its number, what it can be side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.render.look import Look

AIRY = 2
"""Lines of one setting where there is room: itself, and air."""
AROUND = 7
"""Lines of the terminal that its frame and what lies around it take."""


def rows_each(count: int, height: int) -> int:
    """Return the lines that each of `count` settings takes on a terminal of this height."""
    return AIRY if AIRY * count + AROUND <= height + 1 else 1


class Setting(NamedTuple):
    """One setting and what it can be."""

    name: str
    label: Text
    options: Mapping[str, Text]


def setting_lines(
    settings: Sequence[Setting], values: Mapping[str, str], chosen: int, width: int, look: Look, rows: int = AIRY
) -> list[list[Segment]]:
    """Return the settings with their values, each on so many rows; where there is no room for all that one can be,
    with what it is."""
    language = look.language
    column = max(cell_len(setting.label(language)) for setting in settings)
    lines: list[list[Segment]] = []
    for number, setting in enumerate(settings):
        label = setting.label(language)
        line = [
            Segment("▸ " if number == chosen else "  ", look.strong),
            Segment(f"{number + 1} ", look.quiet),
            Segment(label + " " * (column - cell_len(label) + 3), look.ink + Style(bold=number == chosen)),
        ]
        options = [(key == values[setting.name], words(language)) for key, words in setting.options.items()]
        if column + 7 + sum(cell_len(words) + 5 for _, words in options) - 3 > width:
            line += [Segment(f"‹ {words} ›", look.strong) for now, words in options if now]
        else:
            line += [
                Segment(f"{'●' if now else '○'} {words}   ", look.strong if now else look.quiet)
                for now, words in options
            ]
        lines += [line, *([] for _ in range(rows - 1))]
    return lines[: len(lines) - rows + 1]
