"""What a learner's wrong numbers came of, as lines."""

from __future__ import annotations

from collections.abc import Mapping

from rich.segment import Segment

from tutor.course.slips.causes import Cause
from tutor.figure import Role
from tutor.language import Text
from tutor.learner.survey import Survey
from tutor.render import messages
from tutor.render.look import Look
from tutor.render.wrap import wrapped

MOST = 5
"""How many causes are told: the commonest."""

WORDS: Mapping[Cause, Text] = {
    Cause.SIGN: messages.CAUSE_SIGN,
    Cause.LEFT_OUT: messages.CAUSE_LEFT_OUT,
    Cause.OPERATION: messages.CAUSE_OPERATION,
    Cause.EXCHANGED: messages.CAUSE_EXCHANGED,
    Cause.STOPPED: messages.CAUSE_STOPPED,
    Cause.TOO_FAR: messages.CAUSE_TOO_FAR,
    Cause.QUANTITY: messages.CAUSE_QUANTITY,
    Cause.NEIGHBOUR: messages.CAUSE_NEIGHBOUR,
    Cause.STEP: messages.CAUSE_STEP,
    Cause.LOGARITHM: messages.CAUSE_LOGARITHM,
    Cause.SCALE: messages.CAUSE_SCALE,
    Cause.ROUNDED: messages.CAUSE_ROUNDED,
}


def cause_lines(survey: Survey, width: int, look: Look) -> list[list[Segment]]:
    """Return what the wrong numbers came of, the commonest cause first; () where none was heard often."""
    if not survey.causes:
        return []
    language = look.language
    numbers = {lesson.lesson: lesson.number for lesson in survey.lessons}
    lines = [[Segment(messages.CAUSES_TITLE(language), look.strong)]]
    for entry in survey.causes[:MOST]:
        where = ", ".join(str(numbers[lesson]) for lesson in entry.lessons if lesson in numbers)
        text = messages.CAUSE_COUNT(language, cause=WORDS[entry.cause], count=entry.times, lessons=where)
        for number, row in enumerate(wrapped(text, width - 2)):
            lines.append([Segment("  " if number else "✗ ", look.role(Role.LOSS)), Segment(row, look.ink)])
    if survey.weak:
        text = messages.CAUSE_WEAK(language, cause=WORDS[survey.weak[0].cause](language))
        for number, row in enumerate(wrapped(text, width - 2)):
            lines.append([Segment("  " if number else "→ ", look.role(Role.MODEL, bold=True)), Segment(row, look.ink)])
    return lines
