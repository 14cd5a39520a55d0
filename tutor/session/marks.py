"""What a learner keeps about a step: a bookmark and a note."""

from __future__ import annotations

from tutor.learner.notices import StoreNotice
from tutor.learner.store import Store

BOOKMARK, NOTE = "⚑", "✎"
"""The signs that stand beside a step's title."""


class Marks:
    """The bookmarks and notes of one learner in one course."""

    def __init__(self, store: Store, course: str) -> None:
        self._store = store
        self._course = course

    def is_bookmarked(self, lesson: str, step: str) -> bool:
        """Return whether a step is marked."""
        return any((mark.lesson, mark.step) == (lesson, step) for mark in self._store.bookmarks(self._course))

    def note_on(self, lesson: str, step: str) -> str:
        """Return what the learner wrote about a step; "" where they wrote nothing."""
        notes = self._store.notes(self._course)
        return next((note.text for note in notes if (note.lesson, note.step) == (lesson, step)), "")

    def toggle_bookmark(self, lesson: str, step: str) -> StoreNotice | None:
        """Mark a step, or take its mark away."""
        marked = not self.is_bookmarked(lesson, step)
        return self._store.save_bookmark(self._course, lesson, step, marked=marked)

    def keep_note(self, lesson: str, step: str, text: str) -> StoreNotice | None:
        """Keep what the learner wrote about a step."""
        return self._store.save_note(self._course, lesson, step, text)

    def signs_on(self, lesson: str, step: str) -> str:
        """Return the signs that stand beside a step's title."""
        signs = [BOOKMARK] if self.is_bookmarked(lesson, step) else []
        if self.note_on(lesson, step):
            signs.append(NOTE)
        return " ".join(signs)
