"""What is said while the record is being read."""

from __future__ import annotations

from rich.segment import Segment

from tutor.render import messages
from tutor.render.look import Look
from tutor.render.wrap import wrapped


def reading_lines(width: int, look: Look) -> list[list[Segment]]:
    """Return that the record is being read, as lines of at most `width` cells."""
    return [[Segment(row, look.quiet)] for row in wrapped(messages.READING_RECORD(look.language), width)]
