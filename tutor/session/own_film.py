"""The film of a program that a learner has written: controls move it as they move a lab."""

from __future__ import annotations

from tutor.lab import Values
from tutor.session.answering import Answering
from tutor.session.controls import Row

FRAME = "frame"
"""the one thing that its controls move"""


class OwnFilm:
    """The film of what a learner has written, as something that controls move: a `Movable`."""

    runs = can_undo = can_reset = False
    """nothing else of it is moved, and nothing was set that one might want back"""

    def __init__(self, answering: Answering) -> None:
        """Make it for the program of one question."""
        self.answering = answering

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its timeline; nothing where there is no film."""
        filming = self.answering.filming
        return (Row(FRAME, filming.timeline),) if filming is not None else ()

    @property
    def values(self) -> Values:
        """Where in the film the learner is: at its end, where they have not moved in it."""
        filming, frame = self.answering.filming, self.answering.frame
        if filming is None:
            return {}
        return {FRAME: filming.timeline.last if frame is None else frame}

    def move(self, values: Values, row: Row | None = None) -> None:  # noqa: ARG002
        """Go to another moment of it."""
        self.answering.go_to_frame(int(values[FRAME]))  # type: ignore[arg-type]

    def undo(self) -> None:
        """Do nothing: there is nothing to take back."""

    def reset(self) -> None:
        """Do nothing: it is at its end when it is new."""
