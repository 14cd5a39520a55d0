"""Practice from one cause: a weak spot is a slip that was heard three times since it was practised last.

What is kept is, for each cause, the last slip that was made before it was practised. So the clock does not matter, and
a record that was reset, or came from elsewhere, begins to count anew.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tutor.course.model import Course, Lesson
from tutor.course.questions import Question
from tutor.course.slips.causes import Cause, cause_of
from tutor.lab import LabFailedError
from tutor.learner.attempts import Attempt
from tutor.learner.causes import CauseCount, causes_of
from tutor.learner.plan import Item, mixed
from tutor.namedtuple import NamedTuple

WEAK = 3
"""So many times, and a slip is a weak spot."""
MOST = 5
"""Questions of one practice."""
MOST_OF_A_LESSON = 2
"""Of those, from one lesson, where others have some too."""
EASILY = 17.0
"""A slip that costs more is not easily made: a question does not practise it."""
SETTING = "practised:{course}:{cause}"
"""The setting that says up to which slip a cause was practised."""


def weak_spots(course: str, attempts: Sequence[Attempt], settings: Mapping[str, str]) -> tuple[CauseCount, ...]:
    """Return the causes that were heard three times since they were practised, the commonest first."""
    until = {cause: settings.get(SETTING.format(course=course, cause=cause), "") for cause in Cause}
    return tuple(count for count in causes_of(attempts, until) if count.times >= WEAK)


def last_slip(attempts: Iterable[Attempt], cause: Cause) -> str:
    """Return the uid of the last attempt in which a cause was heard; "" for none."""
    return next((one.uid for one in reversed(list(attempts)) if not one.right and cause_of(one.mistake) is cause), "")


class _Candidate(NamedTuple):
    lesson: Lesson
    question: Question


def questions_for(course: Course, attempts: Sequence[Attempt], cause: Cause, seed: int) -> tuple[str, ...]:
    """Return the ids of the questions of a practice, in the order in which they are asked; () where there are none.

    They were answered before and have other numbers, with which the slip is easily made: first those in which it was
    heard, the last one first, then others, mixed across lessons. Labs are run for it: fit for a thread.
    """
    chosen: list[_Candidate] = []
    too_many: list[_Candidate] = []
    of_lesson: Counter[str] = Counter()
    for candidate in _candidates(course, attempts, cause, seed):
        if len(chosen) == MOST:
            break
        if not _invites(candidate.question, attempts, cause):
            continue
        if of_lesson[candidate.lesson.id] < MOST_OF_A_LESSON:
            of_lesson[candidate.lesson.id] += 1
            chosen.append(candidate)
        else:
            too_many.append(candidate)
    chosen += too_many[: MOST - len(chosen)]
    return mixed([Item(one.question.id, one.lesson.id, one.question.kind, 0.0) for one in chosen], seed)


def _candidates(course: Course, attempts: Sequence[Attempt], cause: Cause, seed: int) -> Iterator[_Candidate]:
    """Yield the questions that were answered and can be asked with other numbers, those that went wrong so first."""
    answered = {attempt.question for attempt in attempts if not attempt.is_guess}
    heard = {attempt.question: at for at, attempt in enumerate(attempts) if cause_of(attempt.mistake) is cause}
    fit = [
        _Candidate(lesson, question)
        for lesson, step, question in course.all_questions()
        if question in step.questions and question.id in answered and len(question.variants) > 1
    ]
    random.Random(seed).shuffle(fit)
    yield from sorted(fit, key=lambda one: -heard.get(one.question.id, -1))


def _invites(question: Question, attempts: Sequence[Attempt], cause: Cause) -> bool:
    """Return whether the slip is easily made with the numbers that come next."""
    made = [attempt for attempt in attempts if attempt.question == question.id]
    try:
        asked = question.ask(made[-1].variant + 1 if made else 0)
    except LabFailedError:
        return False
    return any(slip.cause == cause and slip.cost <= EASILY and not slip.is_right for slip in question.slips(asked))
