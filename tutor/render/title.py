"""The title of a step."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment

from tutor.render.look import Look
from tutor.render.wrap import wrapped
from tutor.role import Role


def title_lines(title: str, marks: str, width: int, look: Look) -> list[list[Segment]]:
    """Return the title with `marks`, what the learner keeps about the step, behind it, and an empty line under it."""
    behind = f"  {marks}" if marks else ""
    # The marks stand behind the last word, so the title is broken as if they were one.
    lines = [[Segment(row, look.strong)] for row in wrapped(look.spelled(title), max(width - cell_len(behind), 8))]
    if lines and behind:
        lines[-1].append(Segment(behind, look.role(Role.GUESS)))
    return [*lines, []]
