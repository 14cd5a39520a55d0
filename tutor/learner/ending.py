"""How a lesson ends for a learner: what they can do alone, what they believed at first, and what comes back when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter

from tutor.course.live import prose_text
from tutor.course.model import Lesson, Step
from tutor.course.questions import Question
from tutor.learner.attempts import Attempt, During
from tutor.learner.review import Memory
from tutor.namedtuple import NamedTuple


class Belief(NamedTuple):
    """A prediction, as the learner made it before the lesson showed the truth."""

    question: Question
    attempt: Attempt

    def asked(self, language: str, formula: Callable[[str], str] = str) -> str:
        """Return what was asked, on one line; `formula` writes TeX as it is read."""
        question, asked = self.question, self.question.shown(self.attempt.variant)
        prompt = question.prompt.in_(language)
        text = prose_text(prompt, asked.values, asked.result, language, lab=question.lab, formula=formula)
        return " ".join(text.split())

    def said(self, language: str) -> str:
        """Return what they said."""
        return self.question.spell(self.question.shown(self.attempt.variant), self.attempt.response, language)

    def truth(self, language: str) -> str:
        """Return what it was."""
        asked = self.question.ask(self.attempt.variant)
        return self.question.spell(asked, self.question.right_response(asked), language)


class Ending(NamedTuple):
    """What there is to say at the end of a lesson."""

    task: tuple[Step, Question] | None
    """the hardest thing that it asks, to be done without help; None where it asks nothing"""
    is_done: bool
    """the task was done without help, at least once"""
    belief: Belief | None
    """the first prediction of the lesson; None where none was made"""
    words: str
    """what the learner wrote about its last step"""
    today: date
    returns: tuple[tuple[date, int], ...]
    """on which days how many of its questions come back, from today on"""


def task_of(lesson: Lesson) -> tuple[Step, Question] | None:
    """Return the question of a lesson that is hardest to get right by luck, with its step; of equals the last."""
    asked = [(step, question) for step in lesson.steps for question in step.questions if not question.single_try]
    # max() takes the first of equals, so they are handed to it from the last on.
    return max(reversed(asked), key=lambda item: attrgetter("weight")(item[1]), default=None)


def ending_of(
    lesson: Lesson, attempts: Sequence[Attempt], memories: Mapping[str, Memory], words: str, today: date
) -> Ending:
    """Return how a lesson ends. `attempts` are those that count at its questions (`progress.attempts_on`), in order."""
    task = task_of(lesson)
    alone = {made.question for made in attempts if made.right and not made.hints and not made.revealed}
    days = Counter(max(memories[one.id].due, today) for one in lesson.questions if one.id in memories)
    return Ending(
        task,
        is_done=task is not None and task[1].id in alone,
        belief=_first_belief(lesson, attempts),
        words=words,
        today=today,
        returns=tuple(sorted(days.items())),
    )


def _first_belief(lesson: Lesson, attempts: Iterable[Attempt]) -> Belief | None:
    """Return the prediction of the earliest step that has one, as it was made the first time."""
    made: dict[str, Attempt] = {}
    for attempt in attempts:
        if attempt.is_guess and attempt.during is During.LESSON:
            made.setdefault(attempt.question, attempt)
    return next((Belief(one, made[one.id]) for one in lesson.questions if one.id in made), None)
