"""What stands under a program that is being written: what it printed, and, once the hand rests, why it cannot run."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.course.live import prose_text
from tutor.course.sketch import Sketch
from tutor.render import messages
from tutor.render.text_lines import TextLine
from tutor.role import Role
from tutor.session.typing import has_hangul

MOST_PRINTED = 3
"""Lines of what a program printed that are shown: the last ones."""
MOST_OUTCOME = 12
"""The same, and lines of its value, where there is nothing else to see."""
MOST_ROWS = 24
"""No editor is taller: so many lines can be read at once."""
LEAST_ROWS = 4
AROUND = 9
"""Rows of a screen that an editor leaves: header, prompt, what is said, keys."""


def notices(source: str, sketch: Sketch | None, language: str, *, says_why: bool) -> tuple[TextLine, ...]:
    """Return what there is to say about a program; `says_why` it cannot run: nothing was typed for a moment."""
    found: list[TextLine] = []
    if has_hangul(source):
        found.append(TextLine(messages.KOREAN_INPUT(language), Role.LOSS, lead="!"))
    elif sketch is not None and sketch.fault is not None and says_why:
        is_error = sketch.fault.kind != "unfinished"
        look = (Role.LOSS, "│") if is_error else (Role.QUIET, "›")
        found.append(TextLine(fault_words(sketch, language), look[0], lead=look[1]))
    if sketch is not None and sketch.printed.strip():
        found += _printed(sketch.printed, language)
    return tuple(found)


def outcome(sketch: Sketch, language: str) -> tuple[TextLine, ...]:
    """Return what came of a program that nobody judges: what it printed, and its value or why it has none."""
    printed = sketch.printed.rstrip("\n").split("\n") if sketch.printed.strip() else []
    found = [TextLine(line, Role.QUIET, lead="›") for line in printed[-MOST_OUTCOME:]]
    if sketch.fault is not None:
        found.append(TextLine(fault_words(sketch, language), Role.LOSS, lead="│"))
    found += [
        TextLine(line, strong=True, lead=" " if number else "=")
        for number, line in enumerate(sketch.value.split("\n")[:MOST_OUTCOME])
        if line
    ]
    return tuple(found)


def fault_words(sketch: Sketch, language: str) -> str:
    """Return why a program cannot be run, in a line."""
    if sketch.say is not None:
        return " ".join(prose_text(sketch.say.in_(language), {}, None, language).split())
    fault = sketch.fault
    return f"{fault.type} {fault.message}".strip() if fault is not None else ""


def _printed(printed: str, language: str) -> Sequence[TextLine]:
    lines = printed.rstrip("\n").split("\n")
    label = messages.PRINTED(language)
    shown = [f"{label} {lines[-1]}"] if len(lines) == 1 else [f"{label} …", *lines[-MOST_PRINTED + 1 :]]
    return [TextLine(line, Role.QUIET, lead="›" if number == 0 else " ") for number, line in enumerate(shown)]


def chart_rows(screen_rows: int) -> int:
    """Return the rows of the chart under an editor, on a screen of so many."""
    return min(max((screen_rows - 4) * 2 // 5, 6), 12)


def editor_rows(source: str, screen_rows: int, *, stacked: bool) -> int:
    """Return the rows of an editor: those of its program, and no more than the screen has beside all else."""
    room = screen_rows - AROUND - (chart_rows(screen_rows) if stacked else 0)
    return max(min(source.count("\n") + 2, room, MOST_ROWS), min(LEAST_ROWS, room))
