"""The first line of a screen: where one is, how it goes, the language."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tutor.namedtuple import NamedTuple
from tutor.render import messages
from tutor.render.clickable import Clickable, Span
from tutor.render.look import Look
from tutor.render.wrap import shortened
from tutor.role import Role

STEP_SIGNS = {"done": "●", "visited": "◐", "unseen": "○"}
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
    step: str = ""
    """the title of the step, where it stands nowhere else"""


class Tally(NamedTuple):
    """How a sitting goes."""

    title: str
    right: int
    wrong: int
    left: int


def lesson_header(heading: Heading, width: int, look: Look) -> Clickable:
    """Return `8 · The cost function ─────── ● ● ◐ ○ ○ ── en`; the marks of the steps can be clicked.

    Where it gets narrow the marks move together, then the lesson keeps its number alone, then the steps are counted.
    """
    number, steps = heading.number, len(heading.marks)
    whole = f"{number} · {heading.title}" + (f" › {heading.step}" if heading.step else "")
    titles = [whole, f"{number} › {heading.step}"] if heading.step else [whole]
    room = width - LANGUAGE - LEAST_RULE
    for title in titles:
        for pitch in (2, 1):
            if cell_len(title) + pitch * (steps - 1) + 1 <= room:
                marks = _marks(heading, pitch, look)
                line, first = _header(title, marks, width, look)
                spans = [Span(at, 0, first + pitch * at, first + pitch * at + 1) for at in range(steps)]
                return Clickable([line], spans)
    count = Segment(f"{heading.current + 1}/{steps}", look.role(Role.MODEL, bold=True))
    fits = (title for title in titles if cell_len(title) + len(count.text) <= room)
    return Clickable([_header(next(fits, titles[-1]), [count], width, look)[0]], [])


def _marks(heading: Heading, pitch: int, look: Look) -> list[Segment]:
    marks: list[Segment] = []
    for number, mark in enumerate(heading.marks):
        style = look.role(Role.RIGHT) if mark == "done" else look.quiet
        if number == heading.current:
            style = look.role(Role.MODEL, bold=True) + Style(underline=True)
        marks += [*([Segment(" ")] if number and pitch == 2 else []), Segment(STEP_SIGNS[mark], style)]
    return marks


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
