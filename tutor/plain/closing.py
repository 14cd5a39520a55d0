"""The last page of the course as a dialogue: what was built, what is known, and how the learner guessed."""

from __future__ import annotations

from tutor.learner.closing import closing_of
from tutor.learner.survey import survey_of
from tutor.plain import messages
from tutor.plain.commands import Command
from tutor.plain.desk import Desk, Doing
from tutor.plain.lesson import Go
from tutor.plain.signs import parted
from tutor.plain.talk import Talk
from tutor.plain.voice import INDENT
from tutor.render.ends.closing import parts
from tutor.render.ends.messages import CLOSING_SKILLS, CLOSING_TITLE
from tutor.render.standing import lesson_words

ENDS = (".", "?", "!")


class ClosingTalk(Talk):
    """The end of the course."""

    def __init__(self, desk: Desk, go: Go) -> None:
        """Make it; `go` goes to the map."""
        self._desk = desk
        self._go = go

    def arrive(self) -> None:
        """Tell the page."""
        desk, session, language = self._desk, self._desk.session, self._desk.language
        schedule = session.make_schedule()
        survey = survey_of(schedule, session.store.visits(session.course_id))
        closing = closing_of(survey, schedule.course, schedule.attempts)
        desk.voice.part()
        desk.say(CLOSING_TITLE, course=schedule.course.title.in_(language))

        def placed(number: int, what: str) -> str:
            return messages.IN_LESSON(language, number=number, what=what)

        for part in parts(closing, language, desk.formula, placed):
            desk.voice.part()
            desk.say(f"{part.title}.")
            for item in part.items:
                desk.say(item, INDENT)
            for text in map(parted, part.texts):
                desk.say(text if text.endswith(ENDS) else f"{text}.")
        desk.voice.part()
        desk.say(f"{CLOSING_SKILLS(language, count=closing.skills)}.")
        for lesson in survey.lessons:
            known = (skill.known for skill in lesson.skills)
            words = lesson_words(known, lesson.steps_done, lesson.steps, language, marked=False)
            desk.say(f"{lesson.title.in_(language)}: {parted(words)}", f"{lesson.number}. ")
        desk.say(messages.ABOUT_HOW, word=Command.ABOUT.word(language))
        desk.voice.part()
        desk.say(messages.CLOSING_FILE)
        desk.say(messages.ENTER_LESSONS)

    def take(self, line: str) -> bool:
        if line.strip():
            return False
        self._go(None)
        return True

    def doing(self) -> Doing:
        return {}
