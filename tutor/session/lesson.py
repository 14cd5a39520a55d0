"""A lesson as it is open: which step, what became of the others, and what is to be kept of where the learner is."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from tutor.course.model import LabUse, Lesson, Step
from tutor.lab import ParameterError, Value, Values
from tutor.learner.attempts import During
from tutor.learner.places import Position
from tutor.session.answering import Answering
from tutor.session.asking import open_round
from tutor.session.host import Occasion
from tutor.session.presence import Presence
from tutor.session.session import Session
from tutor.session.visit import Visit, Watcher

Mark = Literal["done", "visited", "unseen"]
"""What became of a step."""


class OpenLesson:
    """A lesson as one learner goes through it."""

    def __init__(self, session: Session, lesson: Lesson, step_id: str, watcher: Watcher) -> None:
        """Open a lesson at a step; where it has no such step, at its first."""
        self.lesson = lesson
        self._session = session
        self._watcher = watcher
        self._left = {place.step: place for place in session.positions() if place.lesson == lesson.id}
        attempts = session.attempts()
        self._closed = {
            question.id
            for question in lesson.questions
            if (last := open_round(question, attempts)[-1:]) and last[0].closes
        }
        self._visits: dict[str, Visit] = {}
        self._kept: tuple[object, ...] = ()
        self.number = lesson.step_index(step_id) or 0
        """the step that is open, from 0"""
        self._presence = self._arrive(self.number)

    @property
    def step(self) -> Step:
        """The step that is open."""
        return self.lesson.steps[self.number]

    @property
    def visit(self) -> Visit:
        """The visit to the open step."""
        return self._visits[self.step.id]

    def open(self, number: int) -> None:
        """Go to another step; what is known of the one before is kept for coming back."""
        self.leave()
        # Whoever interrupts this stays where they were: a step is open once all of it is there.
        self.number, self._presence = number, self._arrive(number)

    def leave(self) -> None:
        """Hear no more of the open step; a prediction in it counts as it was made."""
        self.visit.leave()
        self._closed.update(one.question.id for one in self.visit.answerings if one.is_over)

    def let_go(self) -> None:
        """Keep nothing of the lesson but the open step and its visit, once it is left for good."""
        step = self.step
        self._visits = {step.id: self.visit}
        self.lesson, self.number = replace(self.lesson, steps=(step,)), 0

    def _arrive(self, number: int) -> Presence:
        step = self.lesson.steps[number]
        if step.id not in self._visits:
            self._visits[step.id] = Visit(
                self._session,
                step.lab,
                step.questions,
                Occasion(self.lesson.id, During.LESSON, skill=tuple(question.id for question in step.questions)),
                _Closing(self._closed, self._watcher),
                _left_at(step.lab, self._left.get(step.id)),
            )
        session = self._session
        return Presence(session.new_uid(), session.course_id, self.lesson.id, step.id, session.clock())

    # -- what became of it --------------------------------------------------------------------------------------------

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What became of each step."""
        return tuple(self._mark(step) for step in self.lesson.steps)

    def _mark(self, step: Step) -> Mark:
        if step.id not in self._left and step is not self.step:
            return "unseen"
        return "done" if all(question.id in self._closed for question in step.questions) else "visited"

    @property
    def scroll(self) -> int:
        """How far down the open step was left, in lines."""
        left = self._left.get(self.step.id)
        return left.scroll if left is not None else 0

    # -- keeping ------------------------------------------------------------------------------------------------------

    def keep(self, scroll: int, *, active: bool) -> None:
        """Keep where the learner is, where that has changed, and now and then for how long already.

        `active` says whether they pressed a key lately.
        """
        session = self._session
        now = session.clock()
        self.visit.keep_drafts()
        values = dict(self.visit.chosen)
        place = (self.step.id, values, scroll)
        if place != self._kept:
            self._kept = place
            position = Position(session.course_id, self.lesson.id, self.step.id, now, values, scroll)
            self._left[self.step.id] = position
            session.save_position(position)
        visit = self._presence.at(now, active=active)
        if visit is not None:
            session.save_visit(visit)


class _Closing:
    """Takes note of the questions that are over, and passes on what a front is told."""

    def __init__(self, closed: set[str], watcher: Watcher) -> None:
        self._closed = closed
        self._watcher = watcher

    def lab_changed(self, visit: Visit) -> None:
        """Pass it on."""
        self._watcher.lab_changed(visit)

    def question_changed(self, visit: Visit, answering: Answering) -> None:
        """Take note of whether the question is over, and pass it on."""
        (self._closed.add if answering.is_over else self._closed.discard)(answering.question.id)
        self._watcher.question_changed(visit, answering)

    def sketch_changed(self, visit: Visit, answering: Answering) -> None:
        """Pass it on."""
        self._watcher.sketch_changed(visit, answering)


def _left_at(use: LabUse | None, left: Position | None) -> Values | None:
    """Return what the learner had set a lab to; None where they had not, or the lab has changed since."""
    if use is None or left is None or not left.parameters:
        return None
    known: dict[str, Value] = {name: value for name, value in left.parameters.items() if name in use.lab.parameters}
    try:
        return use.lab.check({**use.values, **known})
    except ParameterError:
        return None
