"""The course map as a dialogue: where each lesson is, and where to go on."""

from __future__ import annotations

from tutor.course.outline import Outline
from tutor.learner.progress import StepPlace
from tutor.plain import messages
from tutor.plain.desk import Desk, Doing
from tutor.plain.lesson import Go
from tutor.plain.talk import Talk
from tutor.render.messages import WELCOME
from tutor.session.map import entries_of


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
        progress = session.progress()
        place = session.next_place(progress)
        desk.voice.part()
        desk.say(f"{desk.words(course.title)}.")
        entries = entries_of(course, progress, place, desk.language)
        if not any(entry.begun for entry in entries):
            desk.say(course.description)
            desk.say(WELCOME)
        desk.voice.part()
        for entry in entries:
            done = sum(mark == "done" for mark in entry.marks)
            text = messages.LESSON_DONE if entry.done else messages.LESSON_LINE
            desk.say(text, f"{entry.number}. ", title=entry.title, done=done, steps=len(entry.marks))
        desk.voice.part()
        self._next = place
        current = next((entry for entry in entries if entry.current), None)
        if current is not None:
            words = messages.ENTER_CONTINUE if current.begun else messages.ENTER_START
            desk.say(words, number=current.number, title=current.title, step=current.step)
        desk.say(messages.OR_NUMBER)

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
