"""A sketch: what a program shows while it is being written, before anybody asks whether it is right."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from tutor.course.prose import Prose
from tutor.figure import Drawing
from tutor.language import Localised
from tutor.program import Fault, RunProgram


class Sketch(NamedTuple):
    """What a program gave as it stands, beside what is wanted."""

    drawing: Drawing | None
    """what the program gives, beside what is wanted; None where nothing of it can be drawn, or it could not be run"""
    printed: str = ""
    """what the program printed"""
    fault: Fault | None = None
    """why it could not be run"""
    say: Localised[Prose] | None = None
    """the same in words"""
    value: str = ""
    """how the value of its last line reads, where nobody says what it is to compute"""

    @property
    def is_old(self) -> bool:
        """Whether the picture is that of an earlier program."""
        return self.fault is not None


class Sketching(Protocol):
    """How the program of one question is drawn while it is written."""

    def draw(self, source: str, run: RunProgram) -> Sketch:
        """Return the sketch of a program, which `run` runs; fit for a thread."""

    def alone(self) -> Drawing | None:
        """Return the picture of what is wanted alone; None before the first sketch."""
