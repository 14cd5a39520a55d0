"""A lesson as it is open, without a screen: which step, what its lab is set to, how far each question has come."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.course.model import Lesson, Step
from tutor.course.questions import Guess, Question
from tutor.lab import ParameterError, Value, Values
from tutor.learner.attempts import Attempt, NewUid
from tutor.learner.places import Position
from tutor.session.asking import Asking, Stage, resume


class OpenLesson:
    """A lesson as one learner goes through it."""

    def __init__(
        self,
        course: str,
        lesson: Lesson,
        attempts: Sequence[Attempt],
        positions: Sequence[Position],
        *,
        new_uid: NewUid,
        now: int,
        language: str,
    ) -> None:
        self.course = course
        self.lesson = lesson
        self.number = 0
        """the step that is open, from 0"""
        self._askings = {
            question.id: resume(
                question, attempts, course=course, lesson=lesson.id, new_uid=new_uid, now=now, language=language
            )
            for question in lesson.questions
        }
        self._left = {position.step: position for position in positions if position.lesson == lesson.id}
        self._values: dict[str, Values] = {}

    @property
    def step(self) -> Step:
        """The step that is open."""
        return self.lesson.steps[self.number]

    def asking(self, question: Question) -> Asking:
        """Return how far a question has come."""
        return self._askings[question.id]

    def put(self, asking: Asking) -> None:
        """Take note of how far a question has come now."""
        self._askings[asking.question.id] = asking

    def is_done(self, step: Step) -> bool:
        """Whether every question of a step is over."""
        return all(self.asking(question).is_over for question in step.questions)

    @property
    def visited(self) -> frozenset[str]:
        """The steps that were opened, in this visit or before."""
        return frozenset(self._left)

    @property
    def scroll(self) -> int:
        """How far down the open step was left, in lines."""
        left = self._left.get(self.step.id)
        return left.scroll if left is not None else 0

    # -- the lab of the open step -----------------------------------------------------------------------------------

    @property
    def open_prediction(self) -> Asking | None:
        """The prediction about this step's lab that is still to be made, or None. Until then the lab is veiled."""
        for question in self.step.questions:
            asking = self.asking(question)
            if asking.stage is Stage.OPEN and question.single_try and self._is_about_lab(question):
                return asking
        return None

    def _is_about_lab(self, question: Question) -> bool:
        use = self.step.lab
        return use is not None and question.lab is not None and question.lab.name == use.lab.name

    @property
    def values(self) -> Values:
        """What the lab of the open step is set to: by an open prediction, by the learner, or by the author."""
        use = self.step.lab
        if use is None:
            return {}
        prediction = self.open_prediction
        if prediction is not None:
            return use.lab.check(prediction.asked.values)  # type: ignore[arg-type]
        if self.step.id in self._values:
            return self._values[self.step.id]
        left = self._left.get(self.step.id)
        if left is not None and left.parameters:
            try:
                return use.lab.check({**use.values, **_known(use.lab.parameters, left.parameters)})
            except ParameterError:
                # The lesson has changed since: its own values hold.
                return use.values
        return use.values

    def set_values(self, values: Values) -> None:
        """Keep what the learner set the lab to."""
        self._values[self.step.id] = values

    @property
    def guesses(self) -> tuple[Guess, ...]:
        """The predictions of this step that were made as a number, to stand beside the truth."""
        found: list[Guess] = []
        for question in self.step.questions:
            asking = self.asking(question)
            if asking.stage is Stage.PREDICTED and self._is_about_lab(question):
                guess = question.guess(asking.asked, asking.response)
                found += [guess] if guess is not None else []
        return tuple(found)

    def position(self, scroll: int, now: int) -> Position:
        """Return how the open step is being left, and remember it."""
        values: dict[str, Value] = dict(self._values.get(self.step.id, {}))
        left = self._left.get(self.step.id)
        if not values and left is not None:
            values = dict(left.parameters)
        position = Position(self.course, self.lesson.id, self.step.id, now, values, scroll)
        self._left[self.step.id] = position
        return position


def _known(parameters: object, values: Values) -> dict[str, Value]:
    return {name: value for name, value in values.items() if name in parameters}  # type: ignore[operator]
