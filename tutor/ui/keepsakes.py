"""What a learner keeps about a step: a bookmark and a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.ui.app import TutorApp

BOOKMARK, NOTE = "⚑", "✎"


def is_bookmarked(app: TutorApp, lesson: str, step: str) -> bool:
    """Return whether a step is marked."""
    return any((mark.lesson, mark.step) == (lesson, step) for mark in app.store.bookmarks(app.course.id))


def note_on(app: TutorApp, lesson: str, step: str) -> str:
    """Return what the learner wrote about a step; "" where they wrote nothing."""
    notes = app.store.notes(app.course.id)
    return next((note.text for note in notes if (note.lesson, note.step) == (lesson, step)), "")


def toggle_bookmark(app: TutorApp, lesson: str, step: str) -> None:
    """Mark a step, or take its mark away."""
    marked = not is_bookmarked(app, lesson, step)
    app.tell(app.store.save_bookmark(app.course.id, lesson, step, marked=marked))


def keep_note(app: TutorApp, lesson: str, step: str, text: str) -> None:
    """Keep what the learner wrote about a step."""
    app.tell(app.store.save_note(app.course.id, lesson, step, text))


def marks_on(app: TutorApp, lesson: str, step: str) -> str:
    """Return the marks that stand beside a step's title."""
    marks = [BOOKMARK] if is_bookmarked(app, lesson, step) else []
    if note_on(app, lesson, step):
        marks.append(NOTE)
    return " ".join(marks)
