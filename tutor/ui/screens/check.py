"""Testing out: a short check of a lesson, one question a skill."""

from __future__ import annotations

from tutor.course.outline import LessonOutline
from tutor.figure import Role
from tutor.learner.attempts import During
from tutor.learner.schedule import Schedule
from tutor.learner.skills import questions_to_test_out, skills_of
from tutor.render.actions import Action
from tutor.render.text_lines import TextLine
from tutor.ui import messages
from tutor.ui.screens.sitting import SittingScreen


class CheckScreen(SittingScreen):
    """Asks one question for each skill of a lesson and marks what is known."""

    during = During.TEST_OUT

    def __init__(self, lesson: LessonOutline) -> None:
        super().__init__()
        self._lesson = lesson

    def chosen_questions(self, schedule: Schedule) -> tuple[str, ...]:
        """Return one question a skill."""
        lesson = schedule.course.lesson(self._lesson.id)
        return tuple(question.id for question in questions_to_test_out(lesson)) if lesson is not None else ()

    def heading(self, language: str) -> str:
        """Return which lesson is checked."""
        return messages.CHECK_TITLE(language, title=self._lesson.title.in_(language))

    def welcome(self, language: str) -> str:
        """Return what a check is."""
        return messages.CHECK_WELCOME(language)

    def ending(self, language: str) -> tuple[TextLine, ...]:
        """Return which skills were shown, and which are worth reading."""
        results = self.sitting.results if self.sitting is not None else {}
        if not results:
            return (TextLine(messages.CHECK_NONE(language)), TextLine("")) if not self._lesson.questions else ()
        lines: list[TextLine] = []
        skills = skills_of(self._lesson)
        for wanted, heading, mark, role in (
            (True, messages.CHECK_KNOWN, "✓", Role.RIGHT),
            (False, messages.CHECK_MISSED, "◐", Role.MODEL),
        ):
            found = [skill for skill in skills for name in skill.questions if results.get(name) is wanted]
            if found:
                lines.append(TextLine(heading(language), strong=True))
                lines += [TextLine(skill.title.in_(language), role, lead=mark) for skill in found]
                lines.append(TextLine(""))
        return tuple(lines)

    def actions_at_the_end(self) -> tuple[Action, ...]:
        """Return the way home, and into the lesson."""
        return (*super().actions_at_the_end(), Action("open_lesson", messages.TO_THE_LESSON, message="KEY_OPEN"))

    def action_open_lesson(self) -> None:
        """Open the lesson, at the first step that was missed in this check."""
        results = self.sitting.results if self.sitting is not None else {}
        missed = [
            skill.step
            for skill in skills_of(self._lesson)
            if any(results.get(name) is False for name in skill.questions)
        ]
        app = self.tutor
        self.dismiss()
        app.call_later(app.open_lesson, self._lesson.id, missed[0] if missed else "")
