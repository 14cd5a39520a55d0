"""What can be done from the course map beside opening a lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.language import Text
from tutor.learner.progress import Progress
from tutor.render.actions import Action
from tutor.render.messages import REVIEW_NOTHING
from tutor.ui import messages

if TYPE_CHECKING:
    from tutor.ui.app import TutorApp


def actions_of(app: TutorApp, progress: Progress) -> tuple[Action, ...]:
    """Return what can be done now; the review from the first answer on."""
    actions = []
    if any(lesson.tried for lesson in progress.lessons.values()):
        actions.append(Action("app.review", _review_words(app), "v", "KEY_REVIEW"))
    return (
        *actions,
        Action("app.progress", messages.PROGRESS, "g", "KEY_PROGRESS"),
        Action("app.search", messages.SEARCH, "/", "KEY_SEARCH"),
        Action("check_lesson", messages.TEST_OUT, "t", "KEY_CHECK_LESSON"),
    )


def _review_words(app: TutorApp) -> Text | str:
    """Return how much is due; only "review" until that is known."""
    schedule = app.reviews.ready
    if schedule is None:
        return messages.REVIEW
    due = schedule.due()
    if not due:
        return REVIEW_NOTHING
    return messages.REVIEW_DUE(app.look.language, count=len(due), minutes=schedule.minutes())
