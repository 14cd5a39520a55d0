"""Home beside the map: what the course promises, where to go on, what else can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from tutor.render import messages
from tutor.render.actions import Action
from tutor.render.look import Look
from tutor.render.wrap import shortened, wrapped
from tutor.role import Role
from tutor.session.map import Entry

if TYPE_CHECKING:
    from tutor.learner.plan import Portion

LONGEST_LINE = 72


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


def map_actions(
    portion: Portion | None, language: str, *, answered: bool, has_playground: bool = False, is_over: bool = False
) -> tuple[Action, ...]:
    """Return what can be done from the map beside opening a lesson.

    The review is offered from the first answer on (`answered`); until today's `portion` is known it says no number.
    The playground is once it was reached (`has_playground`), and the last page once the course `is_over`.
    """
    play = (Action("playground", messages.PLAYGROUND, "y", "KEY_PLAYGROUND"),) if has_playground else ()
    review = (Action("app.review", _review_words(portion, language), "v", "KEY_REVIEW"),) if answered else ()
    end = (Action("closing", messages.CLOSING_PAGE, "c", "KEY_CLOSING"),) if is_over else ()
    return (
        *review,
        *play,
        *end,
        Action("app.progress", messages.PROGRESS, "g", "KEY_PROGRESS"),
        Action("app.search", messages.SEARCH, "/", "KEY_SEARCH"),
        Action("test_out", messages.TEST_OUT, "t", "KEY_TEST_OUT"),
    )


def _review_words(portion: Portion | None, language: str) -> str:
    if portion is None:
        return messages.REVIEW(language)
    if portion.questions:
        return messages.REVIEW_DUE(language, count=len(portion.questions), minutes=portion.minutes)
    return (messages.REVIEW_ENOUGH if portion.waiting else messages.REVIEW_NOTHING)(language)
