"""What computes and what draws charts, loaded beside the first paint: NumPy, plotext, and the lessons themselves."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tutor.course.finding import CourseError, Finding
from tutor.course.outline import Outline

if TYPE_CHECKING:
    from tutor.course.model import Course, Lesson

PAUSE = 0.02
"""Seconds between two lessons that nobody has asked for: what was pressed meanwhile comes first."""


class Engine:
    """Loads lessons in a thread, once each. The first one brings NumPy and plotext along."""

    def __init__(self, outline: Outline, course: Course | None = None) -> None:
        """Load from the files of `outline`; `course` is given where it is loaded already."""
        self._outline = outline
        self._lessons: dict[str, Lesson] = {lesson.id: lesson for lesson in course.lessons} if course else {}
        self._loading: dict[str, asyncio.Task[Lesson]] = {}
        self._course = course
        self.settled = asyncio.Event()
        """set once there was an attempt to load the whole course"""

    def loaded(self, lesson_id: str) -> Lesson | None:
        """Return a lesson that is loaded already, or None."""
        return self._lessons.get(lesson_id)

    async def lesson(self, lesson_id: str) -> Lesson:
        """Return a lesson, loaded in a thread so that the screen goes on answering.

        Raises:
            CourseError: its files are broken.
        """
        if lesson_id not in self._lessons:
            if lesson_id not in self._loading:
                self._loading[lesson_id] = asyncio.create_task(asyncio.to_thread(_load, self._outline, lesson_id))
            # A screen that is left while it waits does not end what others wait for.
            self._lessons[lesson_id] = await asyncio.shield(self._loading[lesson_id])
        return self._lessons[lesson_id]

    @property
    def course(self) -> Course | None:
        """The whole course, once `whole_course` has loaded it."""
        return self._course

    async def whole_course(self) -> Course:
        """Return the whole course.

        Raises:
            CourseError: its files are broken.
        """
        try:
            if self._course is None:
                self._course = await self._lesson_by_lesson()
        finally:
            self.settled.set()
        return self._course

    async def _lesson_by_lesson(self) -> Course:
        outline = self._outline
        lessons: list[Lesson] = []
        findings: list[Finding] = []
        for number, lesson in enumerate(outline.lessons):
            if number:
                await asyncio.sleep(PAUSE)
            try:
                lessons.append(await self.lesson(lesson.id))
            except CourseError as error:
                findings.extend(error.findings)
        if findings:
            raise CourseError(tuple(findings))
        from tutor.course.model import Course

        return Course(outline.id, outline.title, outline.languages, tuple(lessons), outline.folder, outline.description)


def _load(outline: Outline, lesson_id: str) -> Lesson:
    # Imported here, in the thread, because these two take longer than the first paint.
    from tutor.chart import warm_up
    from tutor.course.loader import load_lesson

    lesson = load_lesson(outline, lesson_id)
    warm_up()
    return lesson
