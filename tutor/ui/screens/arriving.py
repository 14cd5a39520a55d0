"""The frame of a lesson while what shows lessons is still being imported: where one is, before what is said there."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from tutor.course.outline import LessonOutline
from tutor.render.header import Heading
from tutor.ui.look import look_of
from tutor.ui.screens.base import TutorScreen
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lesson_header import LessonHeader
from tutor.ui.widgets.step_title import StepTitle


class ArrivingScreen(TutorScreen):
    """What the outline says of a step, in the places where the lesson's own screen will have it."""

    DEFAULT_CSS = """
    ArrivingScreen > Vertical { padding: 1 2 0 2; }
    """

    def __init__(self, lesson: LessonOutline, step_id: str) -> None:
        super().__init__()
        self._lesson = lesson
        self._step_id = step_id

    def compose(self) -> ComposeResult:
        yield LessonHeader()
        with Vertical():
            yield StepTitle()
        yield KeyLine()

    def on_mount(self) -> None:
        lesson, language = self._lesson, look_of(self).language
        ids = [step.id for step in lesson.steps]
        number = ids.index(self._step_id) if self._step_id in ids else 0
        marks = tuple("unseen" for _ in ids)
        self.query_one(LessonHeader).heading = Heading(lesson.number, lesson.title.in_(language), marks, number)
        self.query_one(StepTitle).title = lesson.steps[number].title.in_(language)
