"""The first line of a screen: where one is, how it goes, the language."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tutor.render import messages
from tutor.render.clickable import Clickable, Span
from tutor.render.look import Look
from tutor.render.wrap import shortened
from tutor.role import Role

STEP_SIGNS = {"done": "●", "visited": "◐", "unseen": "○"}
LEAST_TITLE = 16
"""Cells that marks leave for a title, at the least."""
LANGUAGE = 8
"""Cells of the language at the end, and of the air around what stands before it."""
LEAST_RULE = 3
"""Cells of the rule between title and marks, where a long title leaves it no more."""


class Heading(NamedTuple):
    """What the header of a lesson shows."""

    number: int
    title: str
    marks: tuple[str, ...]
    """one a step: "done", "visited" or "unseen" """
    current: int


class Tally(NamedTuple):
    """How a sitting goes."""

    title: str
    right: int
    wrong: int
    left: int


def lesson_header(heading: Heading, width: int, look: Look) -> Clickable:
    """Return `8 · The cost function ─────── ● ● ◐ ○ ○ ── en`; the marks of the steps can be clicked."""
    title = f"{heading.number} · {heading.title}"
    if 2 * len(heading.marks) + LEAST_TITLE + LEAST_RULE > width - LANGUAGE:
        # More steps than there is room for marks are counted.
        count = Segment(f"{heading.current + 1}/{len(heading.marks)}", look.role(Role.MODEL, bold=True))
        return Clickable([_header(title, [count], width, look)[0]], [])
    marks: list[Segment] = []
    for number, mark in enumerate(heading.marks):
        style = look.role(Role.RIGHT) if mark == "done" else look.quiet
        if number == heading.current:
            style = look.role(Role.MODEL, bold=True) + Style(underline=True)
        marks += [*([Segment(" ")] if number else []), Segment(STEP_SIGNS[mark], style)]
    line, first = _header(title, marks, width, look)
    return Clickable(
        [line], [Span(number, 0, first + 2 * number, first + 2 * number + 1) for number in range(len(heading.marks))]
    )


def sitting_header(tally: Tally, width: int, look: Look) -> list[Segment]:
    """Return `Review ─────── ✓ 4  ✗ 1  7 left ── en`."""
    score = [
        Segment(f"✓ {tally.right}", look.role(Role.RIGHT)),
        Segment("  "),
        Segment(f"✗ {tally.wrong}", look.role(Role.LOSS)),
        Segment("  "),
        Segment(messages.LEFT(look.language, count=tally.left), look.ink),
    ]
    line, _ = _header(tally.title, score, width, look)
    return line


def _header(title: str, state: list[Segment], width: int, look: Look) -> tuple[list[Segment], int]:
    """Return a title at the left, a state at the right and a rule between, and at which cell the state begins."""
    tail = f" ── {look.language}"
    room = width - Segment.get_line_length(state) - cell_len(tail) - 2
    title = shortened(title, max(room - LEAST_RULE, 1))
    rule = max(room - cell_len(title), 1)
    line = [Segment(title, look.strong), Segment(" " + "─" * rule + " ", look.quiet), *state, Segment(tail, look.quiet)]
    return line, cell_len(title) + rule + 2
