"""What is wrong with a course, for whoever is writing it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from tutor.course.finding import Finding
from tutor.render import messages
from tutor.render.look import Look
from tutor.render.wrap import wrapped
from tutor.role import Role


def finding_lines(findings: Sequence[Finding], width: int, look: Look) -> list[list[Segment]]:
    """Return each finding under its place, and at the end what becomes of this message."""
    lines: list[list[Segment]] = []
    room = max(width - 2, 2)
    for finding in findings:
        style = look.role(Role.LOSS, bold=True) if finding.severe else look.strong
        for number, row in enumerate(wrapped(str(finding.place), room)):
            lines.append(
                [Segment("  " if number else "✗ " if finding.severe else "· ", style), Segment(row, look.strong)]
            )
        lines += [[Segment("  "), Segment(row, look.ink)] for row in wrapped(finding.words(look.language), room)]
        lines.append([])
    return [*lines, *([Segment(row, look.quiet)] for row in wrapped(messages.WATCH_GOES(look.language), width))]
