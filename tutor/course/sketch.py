"""A sketch: what a program shows while it is being written, before anybody asks whether it is right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tutor.course.prose import Prose
from tutor.figure import Drawing
from tutor.lab import Timeline
from tutor.language import Localised
from tutor.namedtuple import NamedTuple
from tutor.program import Fault, RunProgram

Drawings = tuple[Drawing, ...]
"""Two at most: side by side or one above the other, as there is room."""


class Sketch(NamedTuple):
    """What a program gave as it stands, beside what is wanted."""

    drawings: Drawings = ()
    """what the program gives, beside what is wanted; () where nothing of it can be drawn, or it could not be run"""
    printed: str = ""
    """what the program printed"""
    fault: Fault | None = None
    """why it could not be run"""
    say: Localised[Prose] | None = None
    """the same in words"""
    value: str = ""
    """how the value of its last line reads, where nobody says what it is to compute"""
    frames: Sequence[Drawings] = ()
    """the drawings at every step of its film, where it was run for that"""

    @property
    def drawing(self) -> Drawing | None:
        """The first of the drawings."""
        return self.drawings[0] if self.drawings else None

    @property
    def is_old(self) -> bool:
        """Whether the picture is that of an earlier program."""
        return self.fault is not None


class Draws(Protocol):
    """What draws programs."""

    def draw(self, source: str, run: RunProgram) -> Sketch:
        """Return the sketch of a program, which `run` runs; fit for a thread."""


class Filming(Draws, Protocol):
    """What makes the films of programs: its sketches have frames, which takes longer than a letter may."""

    @property
    def timeline(self) -> Timeline:
        """The steps of a film; the last one is what the program gives."""


class Sketching(Draws, Protocol):
    """How the program of one question is drawn while it is written."""

    @property
    def filming(self) -> Filming | None:
        """What makes its film once the hand rests; None where there is none."""

    def alone(self) -> Drawings:
        """Return the picture of what is wanted alone; () before the first sketch."""
