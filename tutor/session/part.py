"""A part of a question that is asked by itself, for whoever was wrong twice in the same way; then the whole goes on."""

from __future__ import annotations

from typing import Literal

from tutor.course.slips.gaps import Part
from tutor.namedtuple import NamedTuple

MISSES = 2
"""After so many the part is told: it is there to lead on."""


class AskedPart(NamedTuple):
    """How far the part has come. What is answered to it is no attempt: it is help."""

    part: Part
    response: str = ""
    """the last response"""
    misses: int = 0
    hears: Literal["", "larger", "smaller", "unreadable"] = ""
    """what the last response hears: how the part's number is, or that it is no number"""
    is_over: bool = False
    """the part's number is known, and the whole is asked again"""

    @property
    def was_told(self) -> bool:
        """Whether its number had to be told."""
        return self.is_over and self.misses >= MISSES

    def after(self, response: str) -> AskedPart:
        """Return how far it has come after a response."""
        right = self.part.is_right(response)
        if right is None:
            return self._replace(response=response, hears="unreadable")
        if right:
            return self._replace(response=response, hears="", is_over=True)
        misses = self.misses + 1
        hears: Literal["larger", "smaller"] = "larger" if self.part.is_below(response) else "smaller"
        return self._replace(response=response, misses=misses, hears=hears, is_over=misses >= MISSES)
