"""The course map as a dialogue: where each lesson is, and where to go on."""

from __future__ import annotations

from tutor.course.outline import Outline
from tutor.learner.progress import StepPlace
from tutor.plain import messages
from tutor.plain.commands import Command
from tutor.plain.desk import Desk, Doing
from tutor.plain.lesson import Go
from tutor.plain.talk import Talk
from tutor.render.messages import DUE_DONE, DUE_NOTHING, WELCOME
from tutor.session.map import Overview, overview_of


class MapTalk(Talk):
    """The lessons of the course, by their numbers."""

    def __init__(self, desk: Desk, go: Go) -> None:
        """Make it; `go` goes to a lesson."""
        self._desk = desk
        self._go = go
        self._next: StepPlace | None = None

    def arrive(self) -> None:
        """Say every lesson with how far it is, and where Enter goes on."""
        desk, session = self._desk, self._desk.session
        course: Outline = session.course
        if any(lesson.tried for lesson in session.progress().lessons.values()):
            # What is due is known once every answer has been looked at.
            session.make_schedule()
        now = overview_of(session, desk.language)
        entries = now.entries
        desk.voice.part()
        desk.say(f"{desk.words(course.title)}.")
        if not now.returning:
            desk.say(course.description)
            desk.say(WELCOME)
        self._say_where(now)
        desk.voice.part()
        for entry in entries:
            done = sum(mark == "done" for mark in entry.marks)
            text = messages.LESSON_DONE if entry.done else messages.LESSON_LINE
            desk.say(text, f"{entry.number}. ", title=entry.title, done=done, steps=len(entry.marks))
        desk.voice.part()
        self._next = session.next_place(session.progress())
        current = next((entry for entry in entries if entry.current), None)
        if current is not None:
            words = messages.ENTER_CONTINUE if current.begun else messages.ENTER_START
            desk.say(words, number=current.number, title=current.title, step=current.step)
        if now.playground is not None:
            desk.say(messages.OR_PLAYGROUND, word=Command.PLAYGROUND.word(desk.language))
        if entries and entries[-1].done:
            desk.say(messages.OR_CLOSING, word=Command.CLOSING.word(desk.language))
        words_of = {one.name.lower(): one.word(desk.language) for one in (Command.ABOUT, Command.HELP)}
        desk.say(messages.OR_NUMBER, **words_of)

    def _say_where(self, now: Overview) -> None:
        """Say what is due today, and where the learner was."""
        desk = self._desk
        if now.portion is not None and now.portion.questions:
            review = Command.REVIEW.word(desk.language)
            desk.say(messages.DUE, count=len(now.portion.questions), minutes=now.portion.minutes, word=review)
        elif now.portion is not None and now.answered:
            desk.say(DUE_DONE if now.portion.waiting else DUE_NOTHING)
        current = next((entry for entry in now.entries if entry.current), None)
        if current is not None and now.was_there:
            desk.say(messages.WERE_AT, number=current.number, title=current.title, step=current.step_title)

    def take(self, line: str) -> bool:
        if not line.strip():
            if self._next is None:
                lesson = self._desk.session.course.lessons[0]
                self._next = StepPlace(lesson.id, "")
            self._go(self._next)
            return True
        number = line.strip()
        lessons = self._desk.session.course.lessons
        if number.isdecimal() and 1 <= int(number) <= len(lessons):
            self._go(StepPlace(lessons[int(number) - 1].id, ""))
            return True
        return False

    def doing(self) -> Doing:
        return {}
