"""The readouts and the table of a result."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.reactive import var

from tutor.course.live import fill
from tutor.course.prose import Live
from tutor.figure import Role
from tutor.lab import Readout, Result, Table
from tutor.language import say, true_minus
from tutor.render.look import Look
from tutor.render.wrap import wrapped
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines

HIDDEN = "?"
"""Stands for a value that a prediction still has to guess."""


class Readouts(Lines):
    """The named numbers of a result; each can be unfolded into its working."""

    result: var[Result | None] = var(None)
    unfolded: var[bool] = var(False)
    veiled: var[bool] = var(False)

    def __init__(self) -> None:
        super().__init__()
        self._changed: frozenset[str] = frozenset()

    def watch_result(self, before: Result | None, result: Result | None) -> None:
        self._changed = changed_readouts(before, result) if look_of(self).motion else frozenset()
        self.update_lines()

    def settle(self) -> None:
        """Let what had just changed stand out no longer."""
        if self._changed:
            self._changed = frozenset()
            self.update_lines()

    def watch_unfolded(self) -> None:
        self.update_lines()

    def watch_veiled(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        if self.result is None:
            return []
        look = look_of(self)
        shown = [(name, self.result.readouts[name]) for name in self.result.shows if name in self.result.readouts]
        lines = (self._unfolded_lines if self.unfolded and not self.veiled else self._folded_lines)(look, shown, width)
        note = true_minus(say(self.result.note, look.language))
        if note and not self.veiled:
            lines += [[Segment(text, look.ink + Style(italic=True))] for text in wrapped(note, width)]
        return lines

    def _value(self, name: str, language: str) -> str:
        return fill(Live(name), {}, self.result, language)

    def _folded_lines(self, look: Look, shown: list[tuple[str, Readout]], width: int) -> list[list[Segment]]:
        lines: list[list[Segment]] = []
        used = width
        for name, readout in shown:
            label = say(readout.label, look.language) or name
            value = HIDDEN if self.veiled else self._value(name, look.language)
            size = cell_len(label) + 1 + cell_len(value)
            if used + 3 + size > width:
                lines.append([])
                used = 0
            else:
                lines[-1].append(Segment(" · ", look.quiet))
                used += 3
            style = look.role(readout.role, bold=True)
            lines[-1] += [
                Segment(label + " ", look.quiet),
                Segment(value, style + Style(reverse=True) if name in self._changed else style),
            ]
            used += size
        return lines

    def _unfolded_lines(self, look: Look, shown: list[tuple[str, Readout]], width: int) -> list[list[Segment]]:
        lines: list[list[Segment]] = []
        for name, readout in shown:
            label = say(readout.label, look.language) or name
            style = look.role(readout.role, bold=True)
            worked = readout.working is not None
            text = fill(Live(name, working=worked), {}, self.result, look.language)
            room = max(width - cell_len(label) - 3, 16)
            rows = wrapped(text, room)
            lines.append([Segment(f"{label} = ", look.quiet), Segment(rows[0] if rows else "", style)])
            indent = " " * (cell_len(label) + 3)
            lines += [[Segment(indent), Segment(row, style)] for row in rows[1:]]
        return lines


class ResultTable(Lines):
    """The table of a result, its numbers lined up at the right."""

    table: var[Table | None] = var(None)

    def watch_table(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        table = self.table
        if table is None:
            return []
        look = look_of(self)
        language = look.language
        header = [true_minus(say(cell, language)) for cell in table.columns]
        rows = [[true_minus(say(cell, language)) for cell in row] for row in table.rows]
        footer = [true_minus(say(cell, language)) for cell in table.footer]
        every = [header, *rows, *([footer] if footer else [])]
        sizes = [max(cell_len(row[column]) for row in every if column < len(row)) for column in range(len(header))]
        gap = 2 if sum(sizes) + 2 * len(sizes) <= width else 1
        left = [any(_is_words(row[column]) for row in rows) for column in range(len(header))]

        def line(cells: list[str], style: Style, lit: bool) -> list[Segment]:
            segments = [Segment("▸" if lit else " ", look.role(Role.MODEL, bold=True))]
            for column, cell in enumerate(cells):
                role = table.roles[column] if column < len(table.roles) else None
                colour = look.role(role) if role else look.ink
                padding = " " * (sizes[column] - cell_len(cell))
                text = cell + padding if left[column] else padding + cell
                segments.append(Segment(text + " " * gap, colour + style + Style(bold=lit or None)))
            return segments

        lines = [line(header, Style(bold=True, underline=True), lit=False)]
        lines += [line(row, Style(), lit=number in table.lit_rows) for number, row in enumerate(rows)]
        if footer:
            lines.append([Segment(" " + "─" * (sum(sizes) + gap * (len(sizes) - 1)), look.quiet)])
            lines.append(line(footer, Style(bold=True), lit=False))
        return [_cut(segments, width) for segments in lines]


def changed_readouts(before: Result | None, result: Result | None) -> frozenset[str]:
    """Return the names of the readouts that read differently in `result` from how they did in `before`."""
    if before is None or result is None:
        return frozenset()
    return frozenset(
        name
        for name in result.readouts
        if name in before.readouts and fill(Live(name), {}, result, "en") != fill(Live(name), {}, before, "en")
    )


def _is_words(text: str) -> bool:
    return text[:1].isalpha()


def _cut(segments: list[Segment], width: int) -> list[Segment]:
    used = 0
    cut: list[Segment] = []
    for segment in segments:
        room = width - used
        if room <= 0:
            break
        if segment.cell_length > room:
            segment = Segment(set_cell_size(segment.text, room), segment.style)
        cut.append(segment)
        used += segment.cell_length
    return cut
