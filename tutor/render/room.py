"""How a screen of a given size is shared between the text of a step and its lab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.namedtuple import NamedTuple

# The course map is laid out too, and has no need of what a step is made of.
if TYPE_CHECKING:
    from tutor.course.model import Step

STACKED_HEIGHT = 12
"""Rows of a chart where prose and lab share one column."""
BESIDE_WIDTH = 100
"""From this width of the screen on, the lab stands beside the prose."""
SIDE_BY_SIDE = 66
"""The least width at which two drawings stand beside each other in a stacked layout."""
STAGE_SIZE = (80, 24)
"""Columns and rows of the smallest screen that holds a stage; a smaller one stacks its parts."""
TALL = 32
"""From so many rows of the screen on, a stage has one row more for its text."""
_WIDEST_TEXT = 72
_FRAME = 3
"""Rows of a screen that are not the step's: the header, the line of keys, the air at the top."""
_BESIDE_GAP = 2
"""Columns between the prose and the rule to the lab."""


class Room(NamedTuple):
    """What a screen of `columns` x `rows` leaves for a step."""

    columns: int
    rows: int

    def __str__(self) -> str:
        return f"{self.columns}x{self.rows}"

    @property
    def beside(self) -> bool:
        """Whether the lab stands beside the prose."""
        return self.columns >= BESIDE_WIDTH

    @property
    def holds_stages(self) -> bool:
        """Whether a stage fits, its picture over the whole width."""
        return self.columns >= STAGE_SIZE[0] and self.rows >= STAGE_SIZE[1]

    @property
    def stage_width(self) -> int:
        """Columns of a stage: its picture, and the text above it."""
        return self.columns - 2

    @property
    def stage_text(self) -> int:
        """The most rows of a stage's text; the rest of it is a key away."""
        return 3 if self.rows >= TALL else 2

    @property
    def height(self) -> int:
        """Rows for the step."""
        return self.rows - _FRAME

    def text_width(self, step: Step) -> int:
        """Return the columns of the step's prose and questions."""
        inner = self.columns - 4
        if step.is_stage and self.holds_stages:
            return self.stage_width
        if not self.beside:
            return min(inner, _WIDEST_TEXT)
        shown = step.lab is not None and not step.lab.hidden
        # The picture of a program stands beside the text as well.
        shown = shown or any(question.RUNS_PROGRAMS for question in step.questions)
        return min(inner - inner // 2 if shown else inner, _WIDEST_TEXT) - _BESIDE_GAP

    @property
    def header_width(self) -> int:
        """Columns of the first line of the screen."""
        return self.columns - 2

    @property
    def lab_width(self) -> int:
        """Columns of the lab."""
        inner = self.columns - 4
        # Beside the prose it has a rule and two columns of air at its left; below it, a scroll bar at its right.
        return (self.lab_column or inner // 2) - 3 if self.beside else inner - 1

    @property
    def lab_column(self) -> int | None:
        """Columns of the lab with its rule, where the prose leaves it more than half of the screen; else None."""
        inner = self.columns - 4
        return inner - _WIDEST_TEXT if inner // 2 > _WIDEST_TEXT else None

    @property
    def lab_height(self) -> int:
        """Rows of the lab that can be seen at once."""
        return self.height - 1 if self.beside else self.height


WIDE, NARROW = Room(120, 36), Room(80, 24)
"""The screens that a course has to fit."""
