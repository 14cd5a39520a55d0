"""Where a lesson leads from the open step: to what there is to do alone, to the next step, to the next lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.course.model import Lesson
from tutor.course.outline import LessonOutline
from tutor.course.questions import Question
from tutor.learner.ending import Ending
from tutor.render.actions import Action
from tutor.render.ends.ending import task_action
from tutor.render.messages import NEXT_STEP
from tutor.session.ending import ending
from tutor.session.lesson import OpenLesson
from tutor.session.session import Session
from tutor.session.stage import Stage
from tutor.ui import messages

if TYPE_CHECKING:
    from tutor.ui.screens.sitting import SittingScreen


def ending_at(session: Session, lesson: OpenLesson, stage: Stage | None) -> Ending | None:
    """Return how a lesson ends; None before all of its last step is answered, and on a stage, where nothing scrolls."""
    is_last = lesson.number + 1 == len(lesson.lesson.steps)
    if stage is not None or not is_last or not lesson.lesson.questions or lesson.visit.first_open is not None:
        return None
    return ending(session, lesson.lesson)


def onward(
    lesson: OpenLesson, following: LessonOutline | None, end: Ending | None, stage: Stage | None, language: str
) -> tuple[Action, ...]:
    """Return what comes next; `following` is the next lesson, None after the last one."""
    if stage is not None and stage.can_go_on:
        return (Action("go-on", messages.TO_THE_PICTURE, message="KEY_CONTINUE"),)
    steps, number = lesson.lesson.steps, lesson.number
    name, key = "next", "KEY_NEXT_STEP"
    if number + 1 < len(steps):
        words = NEXT_STEP(language, title=steps[number + 1].title.in_(language))
    elif following is not None:
        words = messages.NEXT_LESSON(language, title=following.title.in_(language))
    elif lesson.visit.first_open is None:
        name, key, words = "closing", "KEY_CLOSING", messages.TO_CLOSING(language)
    else:
        words = messages.BACK_HOME(language)
    return (Action(name, words, message=key, leads_on=True), *(task_action(end) if end is not None else ()))


def alone(session: Session, lesson: Lesson, task: Question) -> SittingScreen:
    """Return the screen on which one question of a lesson is asked without help."""
    from tutor.session.sitting import TestOut
    from tutor.ui.screens.sitting import SittingScreen

    return SittingScreen(session, lambda watcher: TestOut(session, lesson, watcher, task.id))
