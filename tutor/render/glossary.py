"""The words of a course as a list: what each is called and what it means; of the chosen one also its formula and
where it is taught."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment

from tutor.course.prose import Live
from tutor.namedtuple import NamedTuple
from tutor.render.look import Look
from tutor.render.prose.layout import lay_out
from tutor.render.wrap import shortened
from tutor.role import Role
from tutor.session.glossary import Definition

INDENT = 4


class Definitions(NamedTuple):
    """Lines, and where each definition begins in them."""

    lines: list[list[Segment]]
    starts: tuple[int, ...]
    """one a definition, and the number of all lines at the end"""

    def at(self, line: int) -> int | None:
        """Return the number of the definition that stands on a line, or None."""
        return next((number for number in range(len(self.starts) - 1) if line < self.starts[number + 1]), None)


def definition_lines(definitions: Sequence[Definition], chosen: int, width: int, look: Look) -> Definitions:
    """Return the definitions one under the other, the chosen one with all there is about it."""
    lines: list[list[Segment]] = []
    starts: list[int] = []
    for number, definition in enumerate(definitions):
        starts.append(len(lines))
        is_chosen = number == chosen
        lines.append(_heading(definition, width, look, is_chosen=is_chosen))
        lines += _indented(definition, width, look)
        if is_chosen:
            lines += _about(definition, width, look)
    return Definitions(lines, (*starts, len(lines)))


def _heading(definition: Definition, width: int, look: Look, *, is_chosen: bool) -> list[Segment]:
    room = max(width - 2 - cell_len(definition.name), 0)
    others = shortened(f"  {' · '.join(definition.others)}", room) if definition.others and room > 4 else ""
    return [
        Segment("▸ " if is_chosen else "  ", look.role(Role.MODEL, bold=True)),
        Segment(shortened(definition.name, width - 2), look.role(Role.MODEL, bold=True) if is_chosen else look.strong),
        Segment(others, look.quiet),
    ]


def _indented(definition: Definition, width: int, look: Look) -> list[list[Segment]]:
    rows = lay_out(definition.means, max(width - INDENT, 2), _nothing, {}, look.palette)
    return [[Segment(" " * INDENT), *row] for row in rows]


def _about(definition: Definition, width: int, look: Look) -> list[list[Segment]]:
    lines: list[list[Segment]] = []
    if definition.formula is not None:
        rows = lay_out(definition.formula, max(width - INDENT, 2), _nothing, {}, look.palette)
        lines += [[], *([Segment(" " * INDENT), *row] for row in rows), []]
    place = shortened(f"→ {definition.taught}", max(width - INDENT, 2))
    return [*lines, [Segment(" " * INDENT), Segment(place, look.role(Role.GIVEN))]]


def _nothing(live: Live, in_mathematics: bool) -> str:  # noqa: ARG001
    return ""
