"""Home beside the map: what the course promises, where to go on, what else can be done."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from tutor.render import messages
from tutor.render.actions import Action
from tutor.render.look import Look
from tutor.render.wrap import shortened, wrapped
from tutor.role import Role
from tutor.session.map import Entry

LONGEST_LINE = 72


class Due(NamedTuple):
    """What a review would ask today."""

    questions: int
    minutes: int


def course_lines(title: str, description: str, width: int, look: Look, *, tall: bool) -> list[list[Segment]]:
    """Return the course's title; where there is room (`tall`) also its description and a word of welcome."""
    lines = [[Segment(title, look.strong)]]
    if not tall:
        return lines
    width = min(width, LONGEST_LINE)
    lines += [[Segment(row, look.ink)] for row in wrapped(description, width)]
    return [*lines, [], *([Segment(row, look.quiet)] for row in wrapped(messages.WELCOME(look.language), width))]


def continue_line(entry: Entry, width: int, look: Look) -> list[Segment]:
    """Return where Enter goes at first: "continue where you were", or "start here"."""
    words = (messages.CONTINUE_WHERE if entry.begun else messages.START_HERE)(look.language)
    text = shortened(f"{words}: {entry.number} · {entry.title}", width - 2)
    place = "  " + messages.STEP_OF(look.language, step=entry.step, steps=len(entry.marks)) if entry.begun else ""
    has_room = 2 + cell_len(text) + cell_len(place) <= width
    return [
        Segment("▶ ", look.role(Role.MODEL, bold=True)),
        Segment(text, look.strong),
        Segment(place if has_room else "", look.quiet),
    ]


def map_actions(due: Due | None, language: str, *, answered: bool, has_playground: bool = False) -> tuple[Action, ...]:
    """Return what can be done from the map beside opening a lesson.

    The review is offered from the first answer on (`answered`); until what is `due` is known it says no number.
    The playground is once it was reached (`has_playground`).
    """
    play = (Action("playground", messages.PLAYGROUND, "y", "KEY_PLAYGROUND"),) if has_playground else ()
    review = (Action("app.review", _review_words(due, language), "v", "KEY_REVIEW"),) if answered else ()
    return (
        *review,
        *play,
        Action("app.progress", messages.PROGRESS, "g", "KEY_PROGRESS"),
        Action("app.search", messages.SEARCH, "/", "KEY_SEARCH"),
        Action("test_out", messages.TEST_OUT, "t", "KEY_TEST_OUT"),
    )


def _review_words(due: Due | None, language: str) -> str:
    if due is None:
        return messages.REVIEW(language)
    if not due.questions:
        return messages.REVIEW_NOTHING(language)
    return messages.REVIEW_DUE(language, count=due.questions, minutes=due.minutes)
