"""Home beside the map: what the course promises, where to go on, what else can be done."""

from __future__ import annotations

from rich.segment import Segment

from tutor.render import messages
from tutor.render.actions import Action
from tutor.render.look import Look
from tutor.render.wrap import shortened, wrapped
from tutor.role import Role
from tutor.session.map import Overview

LONGEST_LINE = 72


def course_lines(title: str, description: str, width: int, look: Look, *, tall: bool) -> list[list[Segment]]:
    """Return the course's title; where there is room for them (`tall`) also its description and a word of welcome."""
    lines = [[Segment(title, look.strong)]]
    if not tall:
        return lines
    width = min(width, LONGEST_LINE)
    lines += [[Segment(row, look.ink)] for row in wrapped(description, width)]
    return [*lines, [], *([Segment(row, look.quiet)] for row in wrapped(messages.WELCOME(look.language), width))]


def welcome_lines(now: Overview, width: int, look: Look) -> list[list[Segment]]:
    """Return what is seen first: for who comes back what is due today and where they were, else where to start."""
    language = look.language
    lines: list[list[Segment]] = []
    if now.answered:
        lines.append([Segment("↻ ", look.role(Role.GIVEN, bold=True)), Segment(_due_words(now, language), look.strong)])
    entry = next((entry for entry in now.entries if entry.current), None)
    if entry is None:
        return lines
    lesson = f"{entry.number} · {entry.title}"
    if now.was_there or now.returning:
        said = messages.YOU_WERE_AT if now.was_there else messages.GO_ON_WITH
        words = said(language, lesson=lesson, step=entry.step_title)
    else:
        words = f"{messages.START_HERE(language)}: {lesson}"
    return [
        *lines,
        [Segment("▶ ", look.role(Role.MODEL, bold=True)), Segment(shortened(words, width - 2), look.strong)],
    ]


def _due_words(now: Overview, language: str) -> str:
    portion = now.portion
    if portion is None:
        return messages.DUE_COUNTING(language)
    if portion.questions:
        return messages.DUE_TODAY(language, count=len(portion.questions), minutes=portion.minutes)
    return (messages.DUE_DONE if portion.waiting else messages.DUE_NOTHING)(language)


def map_actions(*, answered: bool, has_playground: bool = False, is_over: bool = False) -> tuple[Action, ...]:
    """Return what can be done from the map beside opening a lesson.

    The review is offered from the first answer on (`answered`), the playground once it was reached (`has_playground`),
    and the last page once the course `is_over`.
    """
    play = (Action("playground", messages.PLAYGROUND, "y", "KEY_PLAYGROUND"),) if has_playground else ()
    review = (Action("app.review", messages.REVIEW, "v", "KEY_REVIEW"),) if answered else ()
    end = (Action("closing", messages.CLOSING_PAGE, "c", "KEY_CLOSING"),) if is_over else ()
    return (
        *review,
        *play,
        *end,
        Action("app.progress", messages.PROGRESS, "g", "KEY_PROGRESS"),
        Action("app.search", messages.SEARCH, "/", "KEY_SEARCH"),
        Action("test_out", messages.TEST_OUT, "t", "KEY_TEST_OUT"),
    )
