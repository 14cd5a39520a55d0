"""What the controls of a lab look like: one line a row, at a width, without a screen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from tutor.lab import Choice, Slider, Timeline, Values
from tutor.namedtuple import NamedTuple
from tutor.render import messages
from tutor.render.look import Look
from tutor.session.controls import Row, limits_words, share_of, to_end, value_words

LEAST_TRACK = 22
"""Cells of a track below which units give way to it."""
POINTER, GAP = 2, 2
"""Cells of the pointer before a row, and between its parts."""


class Panel(NamedTuple):
    """The controls at one moment."""

    rows: Sequence[Row]
    values: Values
    chosen: int | None = None
    """the row that the keys move, or None where the controls have no focus"""
    playing: bool = False
    speed: float = 1.0
    typed: str | None = None
    """what has been typed for the chosen row so far, or None while nothing is"""
    refused: bool = False
    """what was typed is no value of it"""


class Columns(NamedTuple):
    """How a width is shared: labels, tracks, values."""

    labels: int
    track: int
    values: int
    unit: bool
    """whether there is room for a timeline's unit"""

    @property
    def left(self) -> int:
        """Where the tracks begin."""
        return POINTER + self.labels + GAP

    @property
    def rest(self) -> int:
        """The cells from the track on."""
        return self.track + GAP + self.values


def columns_of(panel: Panel, width: int, look: Look) -> Columns:
    """Return the columns for `width` cells: with units where the track stays long enough to aim at."""
    roomy = _columns(panel, width, look, unit=True)
    return roomy if roomy.track >= LEAST_TRACK else _columns(panel, width, look, unit=False)


def _columns(panel: Panel, width: int, look: Look, *, unit: bool) -> Columns:
    longest = max((cell_len(_name(row, look)) for row in panel.rows), default=0)
    labels = min(longest, max(width // 3, 6))
    ends = [
        _words(panel, row, to_end(row, panel.values, last=last), look, unit=unit)
        for row in panel.rows
        if isinstance(row.parameter, Slider | Timeline)
        for last in (False, True)
    ]
    values = max(map(cell_len, ends), default=4)
    return Columns(labels, max(width - POINTER - labels - GAP - GAP - values, 4), values, unit)


def control_lines(panel: Panel, width: int, look: Look) -> list[list[Segment]]:
    """Return a line for every row."""
    columns = columns_of(panel, width, look)
    return [
        [*_label(row, number == panel.chosen, columns, look), *_control(panel, row, number, columns, look)]
        for number, row in enumerate(panel.rows)
    ]


def _label(row: Row, chosen: bool, columns: Columns, look: Look) -> list[Segment]:
    return [
        Segment("▸ " if chosen else "  ", look.role(row.role, bold=True)),
        Segment(
            set_cell_size(_name(row, look), columns.labels),
            look.role(row.role) + Style(bold=True, underline=chosen),
        ),
        Segment("  "),
    ]


def _control(panel: Panel, row: Row, number: int, columns: Columns, look: Look) -> list[Segment]:
    chosen = number == panel.chosen
    if chosen and panel.typed is not None:
        return _typing(panel.typed, row, panel.refused, columns, look)
    match row.parameter:
        case Slider() | Timeline():
            return _track(panel, row, chosen, columns, look)
        case Choice():
            return _options(panel, row, row.parameter, columns.rest, look)
    box = "■" if row.value(panel.values) else "□"
    words = f"{box} {look.spelled(value_words(row, panel.values, look.language))}"
    return [Segment(set_cell_size(words, columns.rest), look.role(row.role))]


def _typing(typed: str, row: Row, refused: bool, columns: Columns, look: Look) -> list[Segment]:
    """Return what has been typed, and what can be."""
    message = messages.TYPED_REFUSED if refused else messages.TYPED_HINT
    room = max(columns.rest - cell_len(typed) - 1, 0)
    hint = set_cell_size(f"  {message(look.language, limits=limits_words(row))}", room)
    return [
        Segment(f"{typed}▏", Style(bold=True, underline=True)),
        Segment(hint, Style(bold=True) if refused else look.role(row.role)),
    ]


def _track(panel: Panel, row: Row, chosen: bool, columns: Columns, look: Look) -> list[Segment]:
    """Return the track with its knob, and the value at the right."""
    before = round(share_of(row, panel.values) * (columns.track - 1))
    words = _words(panel, row, panel.values, look, unit=columns.unit)
    return [
        Segment("━" * before, look.role(row.role)),
        Segment("▶" if panel.playing and isinstance(row.parameter, Timeline) else "●", look.role(row.role, bold=True)),
        Segment("─" * (columns.track - 1 - before), look.quiet),
        Segment("  "),
        Segment(" " * (columns.values - cell_len(words)) + words, look.role(row.role, bold=chosen)),
    ]


def _options(panel: Panel, row: Row, parameter: Choice, width: int, look: Look) -> list[Segment]:
    """Return all options with the chosen one marked where they fit, else the chosen one between arrows."""
    now = str(row.value(panel.values))
    words = {
        key: look.spelled(value_words(row, row.put(panel.values, key), look.language)) for key in parameter.options
    }
    if sum(cell_len(text) + 3 for text in words.values()) > width:
        return [Segment(set_cell_size(f"‹ {words[now]} ›", width), look.role(row.role, bold=True))]
    segments: list[Segment] = []
    for key, text in words.items():
        style = look.role(row.role, bold=True) if key == now else look.quiet
        segments += [Segment(("●" if key == now else "○") + text, style), Segment("  ")]
    used = sum(cell_len(segment.text) for segment in segments)
    return [*segments, Segment(" " * max(width - used, 0))]


def _name(row: Row, look: Look) -> str:
    return look.spelled(row.label(look.language))


def _words(panel: Panel, row: Row, values: Values, look: Look, *, unit: bool) -> str:
    """Return a row's value as it stands at its end; a timeline also says how fast it plays."""
    words = look.spelled(value_words(row, values, look.language, unit=unit))
    is_paced = isinstance(row.parameter, Timeline) and panel.speed != 1.0
    return f"{words} ×{panel.speed:g}" if is_paced else words
